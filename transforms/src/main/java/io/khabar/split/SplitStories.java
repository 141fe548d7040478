package io.khabar.split;

import io.khabar.coder.RecordCoder;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.corpus.CorpusPart;
import io.khabar.lane.PageFailure;
import io.khabar.model.LabelledPage;
import io.khabar.model.ParsedPage;
import io.khabar.model.Reject;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Parts labelled pages into their stories; a page on which this fails is a reject. */
public final class SplitStories extends PTransform<PCollection<LabelledPage>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** Pages with their stories, not tagged yet. */
  public static final TupleTag<ParsedPage> PAGES = new TupleTag<>() {};

  /** Pages on which splitting failed. */
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  private final SplitConfig config;
  private final PCollectionView<Iterable<CorpusPart>> evidence;

  private SplitStories(SplitConfig config, PCollectionView<Iterable<CorpusPart>> evidence) {
    this.config = config;
    this.evidence = evidence;
  }

  /** Splits with what the corpus says of terms. */
  public static SplitStories with(SplitConfig config, PCollectionView<Iterable<CorpusPart>> evidence) {
    return new SplitStories(config, evidence);
  }

  @Override
  public PCollectionTuple expand(PCollection<LabelledPage> pages) {
    PCollectionTuple out =
        pages.apply("Split", ParDo.of(new SplitFn(config, evidence)).withSideInputs(evidence).withOutputTags(PAGES, TupleTagList.of(REJECTS)));
    out.get(PAGES).setCoder(RecordCoder.of(ParsedPage.class));
    out.get(REJECTS).setCoder(RecordCoder.of(Reject.class));
    return out;
  }

  private static final class SplitFn extends DoFn<LabelledPage, ParsedPage> {
    private static final long serialVersionUID = 1L;

    private final SplitConfig config;
    private final PCollectionView<Iterable<CorpusPart>> view;
    private transient StorySplitter splitter;
    private transient StoryAssembler assembler;
    private transient CorpusEvidence evidence;

    SplitFn(SplitConfig config, PCollectionView<Iterable<CorpusPart>> view) {
      this.config = config;
      this.view = view;
    }

    @Setup
    public void setup() {
      splitter = StorySplitter.of(config.rules());
      assembler = new StoryAssembler(config);
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) {
      if (evidence == null) {
        evidence = CorpusEvidence.of(context.sideInput(view));
      }
      LabelledPage page = context.element();
      ParsedPage parsed;
      try {
        parsed = assembler.assemble(page.page(), splitter.split(page, evidence.terms()));
      } catch (RuntimeException | StackOverflowError e) {
        out.get(REJECTS).output(PageFailure.of(page.page(), "split", e));
        return;
      }
      out.get(PAGES).output(parsed);
    }
  }
}
