package io.khabar.bench;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.khabar.corpus.CorpusCounter;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.corpus.LineEvidence;
import io.khabar.date.StoryDater;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import io.khabar.segment.Metadata;
import io.khabar.segment.MetadataReader;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What labelling, reading metadata and dating cost on one core, beside one pass of ICU's word breaks over the same texts. CPU time of one thread; of some rounds over all
 * pages the median counts, after two for warming up.
 */
final class SegmentBench {
  private static final int WARM = 2;
  private static final int ROUNDS = 5;

  private final List<Page> pages;
  private final LineEvidence evidence;
  private final PageSegmenter segmenter = PageSegmenter.of(SegmentRules.shipped());
  private final MetadataReader reader = MetadataReader.of(SegmentRules.shipped());
  private final BreakIterator breaks = BreakIterator.getWordInstance(new ULocale("ar"));
  private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();

  /** What rounds found, so that no work is idle. */
  private long found;

  private SegmentBench(List<Page> pages) {
    this.pages = pages;
    CorpusCounter counter = new CorpusCounter();
    pages.forEach(counter::add);
    this.evidence = CorpusEvidence.of(List.of(counter.frequent(3, 1_000_000))).lines();
  }

  static void run(Path input, PrintStream out) throws IOException {
    List<Page> pages = PageFile.read(input);
    if (pages.isEmpty()) {
      out.println("no page was read");
      return;
    }
    new SegmentBench(pages).print(out);
  }

  private void print(PrintStream out) {
    long chars = pages.stream().mapToLong(p -> p.text().length()).sum();
    double[] icu = new double[ROUNDS];
    double[] label = new double[ROUNDS];
    double[] read = new double[ROUNDS];
    double[] date = new double[ROUNDS];
    for (int r = -WARM; r < ROUNDS; r++) {
      long[] spent = round();
      if (r >= 0) {
        icu[r] = spent[0];
        label[r] = spent[1];
        read[r] = spent[2];
        date[r] = spent[3];
      }
    }
    double base = median(icu);
    double all = median(label) + median(read) + median(date);
    out.printf(Locale.ROOT, "%d pages, %d chars, %d recurring lines%n", pages.size(), chars, evidence.lines().length);
    out.printf(Locale.ROOT, "%-32s %12s %14s%n", "CPU of one thread", "ms a page", "of ICU's pass");
    row(out, "word breaks of ICU, one pass", base, base);
    row(out, "labelling lines", median(label), base);
    row(out, "reading metadata", median(read), base);
    row(out, "dating", median(date), base);
    row(out, "segmenting and dating", all, base);
  }

  private void row(PrintStream out, String what, double nanos, double base) {
    out.printf(Locale.ROOT, "%-32s %12.3f %14.2f%n", what, nanos / 1e6 / pages.size(), nanos / base);
  }

  private long[] round() {
    long[] at = new long[5];
    at[0] = cpu.getCurrentThreadCpuTime();
    for (Page page : pages) {
      breaks.setText(page.text());
      while (breaks.next() != BreakIterator.DONE) {
        found++;
      }
    }
    at[1] = cpu.getCurrentThreadCpuTime();
    List<LabelledPage> labelled = new ArrayList<>(pages.size());
    for (Page page : pages) {
      labelled.add(segmenter.label(page, evidence));
    }
    at[2] = cpu.getCurrentThreadCpuTime();
    List<Metadata> metadata = new ArrayList<>(pages.size());
    for (LabelledPage page : labelled) {
      metadata.add(read(page));
    }
    at[3] = cpu.getCurrentThreadCpuTime();
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      Metadata m = metadata.get(i);
      found +=
          StoryDater.date(new StoryDater.Input(m.datelines(), m.pageClocks(), page.clues(), page.url(), page.fetchedAt(), null, m.title(), m.paragraphs(), false))
              .warnings()
              .size();
    }
    at[4] = cpu.getCurrentThreadCpuTime();
    return new long[] {at[1] - at[0], at[2] - at[1], at[3] - at[2], at[4] - at[3]};
  }

  private Metadata read(LabelledPage page) {
    List<MetadataReader.StoryLine> lines = new ArrayList<>(page.lines().size());
    for (Line line : page.lines()) {
      lines.add(new MetadataReader.StoryLine(page.page().text().substring(line.start(), line.end()), line.kind()));
    }
    return reader.read(page.page(), lines, true);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
