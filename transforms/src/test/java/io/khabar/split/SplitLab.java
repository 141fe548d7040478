package io.khabar.split;

import io.khabar.corpus.CorpusCounter;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.model.Kind;
import io.khabar.model.Page;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists the articles of a file that are cut, run by hand: {@code ARTICLES [RULES]}. */
final class SplitLab {
  private SplitLab() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    List<MadePages.Article> articles = MadePages.articles(Path.of(args[0]));
    CorpusCounter counter = new CorpusCounter();
    List<Page> pages = new ArrayList<>();
    for (MadePages.Article a : articles) {
      pages.add(FitWeights.page(a.title(), a.text(), a.outlet(), pages.size()));
      counter.add(pages.get(pages.size() - 1));
    }
    CorpusEvidence evidence = CorpusEvidence.of(CorpusCounter.sum(List.of(counter)));
    PageSegmenter segmenter = PageSegmenter.of(SegmentRules.shipped());
    StorySplitter splitter = StorySplitter.of(args.length > 1 ? args[1] : null);
    int cut = 0;
    for (int i = 0; i < pages.size(); i++) {
      String text = pages.get(i).text();
      boolean first = true;
      for (SplitLine l : splitter.split(segmenter.label(pages.get(i), evidence.lines()), evidence.terms())) {
        if (l.story() > 0 && l.kind() == Kind.TITLE && l.rule().startsWith("split:")) {
          if (first) {
            cut++;
            out.println("== " + articles.get(i).outlet() + " " + articles.get(i).title());
          }
          first = false;
          String around = text.substring(Math.max(0, l.start() - 300), Math.min(text.length(), l.end() + 300)).replace("\n", " | ");
          out.println("   " + String.format(Locale.ROOT, "%.3f ", l.confidence()) + l.rule() + " " + text.substring(l.start(), l.end()).strip() + "\n      " + around);
        }
      }
    }
    out.printf(Locale.ROOT, "%d of %d cut, %.4f%n", cut, pages.size(), cut / (double) pages.size());
    out.flush();
  }
}
