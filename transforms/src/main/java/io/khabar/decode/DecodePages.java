package io.khabar.decode;

import io.khabar.coder.RecordCoder;
import io.khabar.lane.Rejection;
import io.khabar.model.Page;
import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Decodes records to pages; what cannot be decoded comes out as rejects, an unexpected exception with the reason {@code failed}. */
public final class DecodePages extends PTransform<PCollection<RawRecord>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** Decoded pages. */
  public static final TupleTag<Page> PAGES = new TupleTag<>("pages") {};

  /** Records that are no text. */
  public static final TupleTag<Reject> REJECTS = new TupleTag<>("decode-rejects") {};

  private final DecodeConfig config;

  private DecodePages(DecodeConfig config) {
    this.config = config;
  }

  /** Decodes under a configuration. */
  public static DecodePages with(DecodeConfig config) {
    return new DecodePages(config);
  }

  @Override
  public PCollectionTuple expand(PCollection<RawRecord> records) {
    PCollectionTuple out = records.apply("Decode", ParDo.of(new DecodeFn(config)).withOutputTags(PAGES, TupleTagList.of(REJECTS)));
    out.get(PAGES).setCoder(RecordCoder.of(Page.class));
    out.get(REJECTS).setCoder(RecordCoder.of(Reject.class));
    return out;
  }

  private static final class DecodeFn extends DoFn<RawRecord, Page> {
    private static final long serialVersionUID = 1L;
    private final DecodeConfig config;
    private transient PageDecoder decoder;

    DecodeFn(DecodeConfig config) {
      this.config = config;
    }

    @Setup
    public void setup() {
      decoder = new PageDecoder(config);
    }

    @ProcessElement
    public void process(@Element RawRecord record, MultiOutputReceiver out) {
      Page page;
      try {
        page = decoder.decode(record);
      } catch (RuntimeException | StackOverflowError e) {
        out.get(REJECTS).output(Rejection.of(record, PageDecoder.STAGE, e));
        return;
      }
      out.get(PAGES).output(page);
    }
  }
}
