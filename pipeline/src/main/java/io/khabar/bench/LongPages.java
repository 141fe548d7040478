package io.khabar.bench;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.TermWeights;
import io.khabar.model.LabelledPage;
import io.khabar.model.Page;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import io.khabar.split.StorySplitter;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What one page of very many lines costs to label and to split, beside the same page of a quarter of the lines: where the cost is linear the ratio stays near four. CPU time of
 * one thread, the least of some rounds.
 */
final class LongPages {
  private static final int LINES = 50_000;
  private static final int ROUNDS = 3;
  private static final String[] KINDS = {"headlines", "stories", "prose", "short lines"};

  private static final String[] WORDS =
      ("الميناء المدينة الوزارة الصيادون المطر الشتاء المدرسة الطلاب المعلم الجسر النهر السوق التجار الأسعار القمح المزارع الحصاد القرية الطريق المهرجان الفيلم المخرج"
              + " الجمهور اللاعب المباراة الفريق الملعب المدرب النقل القطار المحطة الركاب المستشفى الأطباء المرضى العلاج المشروع الشركة العمال المصنع الإنتاج التصدير البحر"
              + " السفن الشاطئ الصيف الحرارة الرياح المجلس الرئيس الأعضاء القرار الميزانية الضرائب المحكمة القضاة المتهم الشهود الحكم المتحف الآثار الزوار التذاكر الكتاب الكاتب")
          .split(" ");
  private static final String[] LINKS = {"في", "على", "من", "إلى", "بعد", "قبل", "عن", "مع", "ثم", "التي", "الذي", "وقد", "كما", "حيث"};
  private static final String[] CUES = {"اقرأ أيضا", "قد يهمك أيضا", "مواضيع ذات صلة"};

  private final Random random = new Random(11);
  private final PageSegmenter segmenter = PageSegmenter.of(SegmentRules.shipped());
  private final StorySplitter splitter = StorySplitter.of(null);
  private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();

  private LongPages() {}

  static void run(PrintStream out) {
    LongPages bench = new LongPages();
    out.printf(Locale.ROOT, "%-12s %8s %10s %8s %8s %16s%n", "lines of", "lines", "chars", "label ms", "split ms", "of a quarter's");
    for (String kind : KINDS) {
      Page part = bench.page(kind, LINES / 4);
      Page whole = bench.page(kind, LINES);
      long[] less = bench.cost(part);
      long[] more = bench.cost(whole);
      out.printf(
          Locale.ROOT, "%-12s %8d %10d %8d %8d %8.1f %7.1f%n", kind, LINES, whole.text().length(), more[0] / 1_000_000, more[1] / 1_000_000, more[0] / (double) less[0],
          more[1] / (double) less[1]);
    }
  }

  private long[] cost(Page page) {
    long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
    for (int r = 0; r < ROUNDS; r++) {
      long start = cpu.getCurrentThreadCpuTime();
      LabelledPage labelled = segmenter.label(page, LineEvidence.NONE);
      long between = cpu.getCurrentThreadCpuTime();
      splitter.split(labelled, TermWeights.background());
      least[0] = Math.min(least[0], between - start);
      least[1] = Math.min(least[1], cpu.getCurrentThreadCpuTime() - between);
    }
    return least;
  }

  private Page page(String kind, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      switch (kind) {
        case "headlines" -> text.append(i % 8 == 7 ? CUES[random.nextInt(CUES.length)] : words(5 + random.nextInt(7)));
        case "stories" -> text.append(i % 6 == 0 ? words(8) : sentence(30));
        case "prose" -> text.append(sentence(20 + random.nextInt(30)));
        default -> text.append(words(1 + random.nextInt(3)));
      }
      text.append('\n');
    }
    return new Page("0", "0", "bench", 0, 0, "text/plain", "UTF-8", 1, null, null, null, text.toString(), List.of(), List.of(), List.of());
  }

  private String sentence(int count) {
    return words(count) + ".";
  }

  private String words(int count) {
    StringBuilder out = new StringBuilder();
    for (int k = 0; k < count; k++) {
      out.append(k == 0 ? "" : " ").append(k % 3 == 1 ? LINKS[random.nextInt(LINKS.length)] : WORDS[random.nextInt(WORDS.length)]);
    }
    return out.toString();
  }
}
