package io.khabar.segment;

import io.khabar.coder.Pack;
import io.khabar.coder.PackByPartition;
import io.khabar.coder.RecordCoder;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.corpus.CorpusPart;
import io.khabar.lane.PageFailure;
import io.khabar.model.LabelledPage;
import io.khabar.model.Page;
import io.khabar.model.Reject;
import java.nio.file.Path;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Labels every line of every page. Pages wait, packed, until the corpus has been learned; a page on which this fails is a reject, not a lost page.
 */
public final class SegmentPages extends PTransform<PCollection<Page>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** Labelled pages. */
  public static final TupleTag<LabelledPage> PAGES = new TupleTag<>() {};

  /** Pages on which labelling failed. */
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  private final String rules;
  private final PCollectionView<Iterable<CorpusPart>> evidence;

  private SegmentPages(String rules, PCollectionView<Iterable<CorpusPart>> evidence) {
    this.rules = rules;
    this.evidence = evidence;
  }

  /**
   * Labels with what the corpus says.
   *
   * @param rules a folder of rule files that replace ours, or null
   */
  public static SegmentPages with(String rules, PCollectionView<Iterable<CorpusPart>> evidence) {
    return new SegmentPages(rules, evidence);
  }

  @Override
  public PCollectionTuple expand(PCollection<Page> pages) {
    PCollectionTuple out =
        pages
            .apply("Wait for the corpus", PackByPartition.of(Page.class, page -> 0))
            .apply("Label lines", ParDo.of(new LabelFn(rules, evidence)).withSideInputs(evidence).withOutputTags(PAGES, TupleTagList.of(REJECTS)));
    out.get(PAGES).setCoder(RecordCoder.of(LabelledPage.class));
    out.get(REJECTS).setCoder(RecordCoder.of(Reject.class));
    return out;
  }

  private static final class LabelFn extends DoFn<KV<Integer, byte[]>, LabelledPage> {
    private static final long serialVersionUID = 1L;

    private final String rules;
    private final PCollectionView<Iterable<CorpusPart>> view;
    private transient PageSegmenter segmenter;
    private transient CorpusEvidence evidence;

    LabelFn(String rules, PCollectionView<Iterable<CorpusPart>> view) {
      this.rules = rules;
      this.view = view;
    }

    @Setup
    public void setup() {
      segmenter = PageSegmenter.of(rules == null ? SegmentRules.shipped() : SegmentRules.load(Path.of(rules)));
    }

    @ProcessElement
    public void process(@Element KV<Integer, byte[]> pack, ProcessContext context, MultiOutputReceiver out) {
      if (evidence == null) {
        evidence = CorpusEvidence.of(context.sideInput(view));
      }
      Pack.read(
          pack.getValue(),
          RecordCoder.of(Page.class),
          page -> {
            LabelledPage labelled;
            try {
              labelled = segmenter.label(page, evidence.lines());
            } catch (RuntimeException | StackOverflowError e) {
              out.get(REJECTS).output(PageFailure.of(page, "segment", e));
              return;
            }
            out.get(PAGES).output(labelled);
          });
    }
  }
}
