package io.khabar.split;

import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.text.Arabic;
import java.util.Arrays;
import java.util.List;

/**
 * A page's lines that say something (no menus, clocks or blanks), with the shapes that a border is recognised by. One pass over the chars, no words yet: most
 * pages have no candidate and end here.
 */
final class PageView {
  private static final int LEAST_PROSE = 100;
  private static final int LEAST_SENTENCE = 60;
  private static final int SHORTEST_HEADLINE = 12;
  private static final int LONGEST_HEADLINE = 170;
  /** How many lines without prose may stand between a headline and its story: a subtitle, dateline, byline, caption. */
  private static final int MOST_BETWEEN = 5;

  /** A live blog has at least this many entries, and one for every four paragraphs. */
  private static final int LEAST_STAMPS = 5;

  final String text;
  /** The title that a record or markup gives beside the text; empty for none. */
  final String recordTitle;
  final List<Line> lines;
  /** How many lines say something. */
  int count;

  int[] line;
  int[] start;
  int[] end;
  int[] words;
  boolean[] prose;
  boolean[] shaped;
  boolean[] cue;
  boolean[] inline;
  int[] group;
  /** Whether the text of the line is a first-rank heading in HTML. */
  boolean[] h1;

  /** Lines that open with a time of day, and whether they make the page a live blog. */
  int stamps;

  final boolean live;
  /** For each line the next line of prose at or after it, or {@link #count}. */
  int[] nextProse;

  PageView(LabelledPage page) {
    this.text = page.page().text();
    this.lines = page.lines();
    String title = "";
    for (Clue clue : page.page().clues()) {
      if (clue.field() == ClueField.TITLE && title.isEmpty()) {
        title = clue.value();
      }
    }
    recordTitle = title;
    int n = lines.size();
    line = new int[n];
    start = new int[n];
    end = new int[n];
    words = new int[n];
    prose = new boolean[n];
    shaped = new boolean[n];
    cue = new boolean[n];
    inline = new boolean[n];
    int proses = 0;
    for (int i = 0; i < n; i++) {
      Line l = lines.get(i);
      stamps += l.kind() != Kind.BLANK && stamp(l.start(), l.end()) ? 1 : 0;
      if (l.kind() != Kind.BLANK && l.kind() != Kind.PAGE_CLOCK && (l.kind() != Kind.NAV || byPlace(l.rule()))) {
        add(i, l);
      }
    }
    groups(page.page().blocks());
    nextProse = new int[count + 1];
    nextProse[count] = count;
    for (int i = count - 1; i >= 0; i--) {
      proses += prose[i] ? 1 : 0;
      nextProse[i] = prose[i] ? i : nextProse[i + 1];
    }
    live = stamps >= LEAST_STAMPS && stamps * 4 >= proses;
  }

  /** Whether a line opens with a time of day: «14:35». */
  private boolean stamp(int from, int to) {
    int i = from;
    while (i < to && (text.charAt(i) <= ' ' || Arabic.isInvisible(text.charAt(i)) || "-•*[(".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    int hour = 0;
    while (i < to && Arabic.digit(text.charAt(i)) >= 0 && hour < 3) {
      i++;
      hour++;
    }
    return hour > 0
        && hour < 3
        && i + 2 < to
        && text.charAt(i) == ':'
        && Arabic.digit(text.charAt(i + 1)) >= 0
        && Arabic.digit(text.charAt(i + 2)) >= 0
        && (i + 3 == to || Arabic.digit(text.charAt(i + 3)) < 0);
  }

  /** Whether a line is a menu, link or caption for no better reason than where it stands or how it ends: its place changes when a second story begins above it. */
  private static boolean byPlace(String rule) {
    return rule.startsWith("place/") || rule.endsWith("cut_off_headline") || rule.startsWith("caption/");
  }

  private void add(int index, Line l) {
    int from = l.start();
    int to = l.end();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    if (from == to) {
      return;
    }
    int c = count++;
    line[c] = index;
    start[c] = from;
    end[c] = to;
    int length = to - from;
    Kind kind = l.kind();
    cue[c] = kind == Kind.RELATED_CUE;
    // the border between a cue and a headline that the segmenter cut out of one line is no line break
    inline[c] = c > 0 && cue[c - 1] && line[c - 1] == index - 1 && from - lines.get(index - 1).end() < 2 && !broken(start[c - 1], from);
    int blanks = 0;
    int arabic = 0;
    int latin = 0;
    int limit = Math.min(to, from + 2 * LONGEST_HEADLINE);
    for (int i = from; i < limit; i++) {
      char ch = text.charAt(i);
      if (ch == ' ') {
        blanks++;
      } else if (Arabic.isLetter(ch)) {
        arabic++;
      } else if (ch >= 'A' && ch <= 'z') {
        latin++;
      }
    }
    words[c] = limit < to ? length / 6 : blanks + 1;
    boolean says = kind == Kind.BODY || kind == Kind.RELATED || kind == Kind.TITLE;
    boolean maySay = says || byPlace(l.rule());
    prose[c] = says && (length >= LEAST_PROSE && (length > LONGEST_HEADLINE || kind == Kind.BODY || stops(c)) || length >= LEAST_SENTENCE && stops(c));
    shaped[c] =
        maySay
            && length >= SHORTEST_HEADLINE
            && length <= LONGEST_HEADLINE
            && words[c] >= 2
            && (arabic + latin) * 2 > length
            && arabic * 4 > length
            && (".،,؛;:".indexOf(last(c)) < 0 || text.startsWith("..", to - 2));
  }

  private boolean broken(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private void groups(List<Block> blocks) {
    group = new int[count];
    h1 = new boolean[count];
    Arrays.fill(group, -1);
    int b = 0;
    for (int c = 0; c < count && b < blocks.size(); c++) {
      while (b < blocks.size() && blocks.get(b).end() <= start[c]) {
        b++;
      }
      if (b < blocks.size() && blocks.get(b).start() < end[c]) {
        group[c] = blocks.get(b).group();
        h1[c] = blocks.get(b).tag().equals("h1");
      }
    }
  }

  /** The last char of a line that is no closing quote or bracket. */
  char last(int c) {
    int i = end[c] - 1;
    while (i > start[c] && ("\"'»”’)]} \u200F\u200E".indexOf(text.charAt(i)) >= 0)) {
      i--;
    }
    return text.charAt(i);
  }

  /** Whether a line ends as a sentence does. */
  boolean stops(int c) {
    return ".؟?!…".indexOf(last(c)) >= 0;
  }

  Kind kind(int c) {
    return lines.get(line[c]).kind();
  }

  /** Whether a line could be the headline of a story: its shape, and prose not far below. */
  boolean candidate(int c) {
    return shaped[c] && nextProse[c + 1] < count && nextProse[c + 1] - c <= MOST_BETWEEN;
  }
}
