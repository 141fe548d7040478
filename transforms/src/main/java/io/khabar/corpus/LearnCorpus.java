package io.khabar.corpus;

import io.khabar.coder.RecordCoder;
import io.khabar.model.Page;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Counts, over all pages, in how many documents each term stands and which short lines recur over an outlet's pages. The result is a side input of a few
 * megabytes at most, whatever the dump's size: each of {@value #PARTS} parts tells its {@value #MOST} most frequent terms and lines.
 */
public final class LearnCorpus extends PTransform<PCollection<Page>, PCollectionView<Iterable<CorpusPart>>> {
  private static final long serialVersionUID = 1L;

  static final int PARTS = 16;
  static final int MOST = 20_000;
  static final int LEAST = 3;
  private static final int HELD = 400_000;

  private final int groups;
  private final String rules;

  private LearnCorpus(int groups, String rules) {
    this.groups = groups;
    this.rules = rules;
  }

  /** Learns from all pages it is given. */
  public static LearnCorpus create() {
    return new LearnCorpus(PARTS, null);
  }

  /** The same with about so many groups in the shuffle, {@value #PARTS} at most; what is learned is the same. A few for a sample, for each costs the Direct runner a bundle. */
  public LearnCorpus inGroups(int most) {
    // a power of two divides the parts, and all of a part meets in one group
    return new LearnCorpus(Integer.highestOneBit(Math.max(1, Math.min(PARTS, most))), rules);
  }

  /**
   * The same with the words in which sites speak of a user's folder beside ours.
   *
   * @param folder of rule files like ours, or null
   */
  public LearnCorpus withRules(String folder) {
    return new LearnCorpus(groups, folder);
  }

  @Override
  public PCollectionView<Iterable<CorpusPart>> expand(PCollection<Page> pages) {
    return pages
        .apply("Count terms and lines", ParDo.of(new CountFn(groups, rules)))
        .setCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(CorpusPart.class)))
        .apply("Meet by term", GroupByKey.create())
        .apply("Keep the frequent", ParDo.of(new SumFn()))
        .setCoder(RecordCoder.of(CorpusPart.class))
        .apply("Tell every worker", View.asIterable());
  }

  private static final class CountFn extends DoFn<Page, KV<Integer, CorpusPart>> {
    private static final long serialVersionUID = 1L;

    private final int groups;
    private final String rules;
    private transient SiteWords words;
    private transient CorpusCounter counter;

    CountFn(int groups, String rules) {
      this.groups = groups;
      this.rules = rules;
    }

    @Setup
    public void setup() {
      words = SiteWords.load(rules == null ? null : Path.of(rules));
    }

    @StartBundle
    public void startBundle() {
      counter = new CorpusCounter(words);
    }

    @ProcessElement
    public void process(@Element Page page, OutputReceiver<KV<Integer, CorpusPart>> out) {
      counter.add(page);
      if (counter.size() > HELD) {
        List<CorpusPart> parts = counter.deal(groups);
        for (int i = 0; i < groups; i++) {
          out.output(KV.of(i, parts.get(i)));
        }
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      List<CorpusPart> parts = counter.deal(groups);
      for (int i = 0; i < groups; i++) {
        context.output(KV.of(i, parts.get(i)), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
      }
      counter = null;
    }
  }

  private static final class SumFn extends DoFn<KV<Integer, Iterable<CorpusPart>>, CorpusPart> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<CorpusPart>> parts, OutputReceiver<CorpusPart> out) {
      CorpusCounter sum = new CorpusCounter();
      parts.getValue().forEach(sum::add);
      for (CorpusPart part : sum.deal(PARTS)) {
        CorpusCounter alone = new CorpusCounter();
        alone.add(part);
        out.output(alone.frequent(LEAST, MOST));
      }
    }
  }
}
