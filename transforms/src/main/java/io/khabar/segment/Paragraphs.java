package io.khabar.segment;

import io.khabar.corpus.LineSpans;
import io.khabar.decode.References;
import io.khabar.model.Kind;
import io.khabar.text.PublishedText;
import java.util.ArrayList;
import java.util.List;

/** The body lines of a story as published paragraphs. */
final class Paragraphs {
  private Paragraphs() {}

  static List<String> of(List<MetadataReader.StoryLine> lines) {
    List<String> out = new ArrayList<>();
    boolean open = false;
    for (MetadataReader.StoryLine line : lines) {
      if (line.kind() != Kind.BODY) {
        open &= line.kind() != Kind.BLANK;
        continue;
      }
      String text = PublishedText.line(References.mend(line.text()));
      if (!text.isEmpty()) {
        if (open) {
          out.set(out.size() - 1, out.get(out.size() - 1) + " " + text);
        } else {
          out.add(text);
        }
      }
      // a line cut where the page shows no border goes on in the next
      int n = line.text().length();
      open = n > 0 && !LineSpans.isBreak(line.text().charAt(n - 1)) && !(n > 2 && blank(line.text(), n - 1) && blank(line.text(), n - 2));
    }
    return out;
  }

  private static boolean blank(String s, int i) {
    return LineSpans.isBlank(s.charAt(i));
  }
}
