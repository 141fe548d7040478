package io.khabar.decode;

/** What the lines within an element add up to, see {@link PageShape}. */
final class ElementShape {
  final Frame frame;
  final ElementShape above;

  /** The first of those right below it that hold lines, and the next one beside it, in the order of the page. */
  ElementShape below;

  ElementShape next;
  private ElementShape last;
  int lines;
  int chars;
  int prose;
  int links;
  int headings;
  boolean headLink;
  boolean hasTitle;
  boolean teaser;
  boolean inTeaser;
  double weight;

  ElementShape(Frame frame, ElementShape above) {
    this.frame = frame;
    this.above = above;
  }

  void add(ElementShape shape) {
    if (last == null) {
      below = shape;
    } else {
      last.next = shape;
    }
    last = shape;
  }
}
