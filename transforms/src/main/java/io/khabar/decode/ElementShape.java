package io.khabar.decode;

/** What the lines within an element add up to, see {@link PageShape}. */
final class ElementShape {
  final Frame frame;
  final ElementShape above;
  int lines;
  int chars;
  int prose;
  int links;
  int headings;
  boolean headLink;
  boolean hasTitle;
  boolean teaser;
  double weight;

  ElementShape(Frame frame, ElementShape above) {
    this.frame = frame;
    this.above = above;
  }
}
