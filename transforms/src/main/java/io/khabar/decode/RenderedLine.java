package io.khabar.decode;

/** A line of the page: what it shows, and how many of its chars lead to other pages. */
final class RenderedLine {
  /** A text shorter than this, in chars, is no headline. */
  static final int LEAST_HEADLINE = 12;

  private static final int PROSE_CHARS = 55;
  private static final int PROSE_WORDS = 9;

  final String text;
  final String tag;
  final Frame frame;
  final int links;
  final boolean isLink;
  final boolean isProse;

  RenderedLine(String text, String tag, Frame frame, int links) {
    this.text = text;
    this.tag = tag;
    this.frame = frame;
    this.links = links;
    this.isLink = text.length() >= LEAST_HEADLINE && links * 10 >= text.length() * 6;
    this.isProse = text.length() >= PROSE_CHARS && links * 10 < text.length() * 5 && blanks(text) >= PROSE_WORDS - 1;
  }

  private static int blanks(String text) {
    int n = 0;
    for (int i = text.indexOf(' '); i >= 0 && n < PROSE_WORDS; i = text.indexOf(' ', i + 1)) {
      n++;
    }
    return n;
  }
}
