package io.khabar.split;

import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import java.util.ArrayList;
import java.util.List;

/** The simplest labeller: the first line is the title, cue lines are cues (and cut off what they announce), blank lines are blank, all else is body. */
final class PlainLabels {
  private static final String[] CUES = {
    "إقرأ أيضاً", "اقرأ أيضا", "اقرأ أيضًا", "اقرأ المزيد", "قد يهمك أيضا", "شاهد أيضا", "مواضيع ذات صلة", "للمزيد", "أخبار ذات صله"
  };

  private PlainLabels() {}

  static LabelledPage of(String text) {
    List<Line> lines = new ArrayList<>();
    boolean title = true;
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      String line = text.substring(start, end).strip();
      int cue = cue(line);
      if (line.isEmpty()) {
        lines.add(new Line(start, end, Kind.BLANK, "blank", 1));
      } else if (cue > 0) {
        int cut = cue < line.length() ? start + cue : end;
        lines.add(new Line(start, cut, Kind.RELATED_CUE, "cue", 1));
        if (cut < end) {
          lines.add(new Line(cut, end, Kind.RELATED, "cue", 1));
        }
      } else {
        lines.add(new Line(start, end, title ? Kind.TITLE : line.startsWith("المصدر:") ? Kind.CREDIT : Kind.BODY, "plain", 0.5));
        title = false;
      }
      start = end;
    }
    return new LabelledPage(page(text), lines);
  }

  /** Where the headline behind a cue begins, the line's end for a cue alone, 0 for no cue. */
  private static int cue(String line) {
    for (String cue : CUES) {
      if (line.startsWith(cue)) {
        String rest = line.substring(cue.length());
        int colon = rest.startsWith(":") ? 1 : 0;
        return rest.length() == colon ? line.length() : rest.startsWith(": ") ? cue.length() + 2 : 0;
      }
    }
    return 0;
  }

  static Page page(String text) {
    return new Page("0", "0", "test", 0, 0, "text/plain", "UTF-8", 1, null, null, null, text, List.of(), List.of(), List.of());
  }
}
