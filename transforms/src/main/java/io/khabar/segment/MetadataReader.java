package io.khabar.segment;

import io.khabar.date.DateFinder;
import io.khabar.date.FoundDate;
import io.khabar.decode.References;
import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.Page;
import io.khabar.model.RelatedLink;
import io.khabar.text.Arabic;
import io.khabar.text.MatchKey;
import io.khabar.text.PublishedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a story's metadata from its labelled lines and what the page's markup says. Thread-safe. */
public final class MetadataReader {
  private final SegmentRules rules;

  private MetadataReader(SegmentRules rules) {
    this.rules = rules;
  }

  /**
   * A line of one story.
   *
   * @param text verbatim, line break and blanks included: what follows a line tells whether the next one belongs to the same paragraph
   * @param kind what it is
   */
  public record StoryLine(String text, Kind kind) {}

  /** A reader over some rules. */
  public static MetadataReader of(SegmentRules rules) {
    return new MetadataReader(rules);
  }

  /**
   * The metadata of one story.
   *
   * @param lines the story's lines in order, those of no story left out
   * @param main whether it is the page's own story; clues of the page speak for that one alone
   */
  public Metadata read(Page page, List<StoryLine> lines, boolean main) {
    List<String> captions = new ArrayList<>();
    List<String> datelines = new ArrayList<>();
    List<String> clocks = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    Set<String> credits = new LinkedHashSet<>();
    Set<String> authors = new LinkedHashSet<>();
    Set<String> tags = new LinkedHashSet<>();
    List<RelatedLink> related = new ArrayList<>();
    Bylines.Reading byline = new Bylines.Reading(rules);
    for (StoryLine line : lines) {
      String text = PublishedText.line(References.mend(line.text()));
      if (text.isEmpty()) {
        continue;
      }
      switch (line.kind()) {
        case TITLE -> titles.add(stripBullet(text));
        case CAPTION -> captions.add(text);
        case DATELINE -> stamp(text, datelines);
        case PAGE_CLOCK -> clocks.add(text);
        case BYLINE, CREDIT -> signed(text, line.kind(), byline, datelines);
        case TAGS -> tags.addAll(TagList.split(text, rules.names()));
        case RELATED -> related.add(new RelatedLink(stripBullet(text), link(page, line.text())));
        default -> {}
      }
    }
    credits.addAll(byline.credits());
    authors.addAll(byline.authors());
    Outlet outlet = new Outlet(page, main, byline.outlet(), titles, rules);
    String title = title(page, titles, main, outlet);
    if (main) {
      for (Clue clue : page.clues()) {
        String value = PublishedText.line(References.mend(clue.value()));
        if (clue.field() == ClueField.AUTHOR) {
          author(value, outlet, authors, credits);
        } else if (clue.field() == ClueField.KEYWORD && tags.isEmpty()) {
          List<String> keywords = TagList.split(value, rules.names());
          // some sites print the title's own words as keywords
          if (title == null || !MatchKey.of(String.join(" ", keywords)).equals(MatchKey.of(title))) {
            tags.addAll(keywords);
          }
        }
      }
    }
    authors.removeIf(name -> outlet.is(name));
    List<String> paragraphs = Paragraphs.of(lines);
    String place = paragraphs.isEmpty() ? null : DatelinePlace.of(paragraphs.get(0), rules.names());
    place = place == null ? byline.place() : place;
    return new Metadata(
        title,
        outlet.name(),
        List.copyOf(authors),
        List.copyOf(credits),
        captions,
        List.copyOf(tags),
        related,
        place,
        datelines,
        clocks,
        paragraphs,
        List.of());
  }

  /** A label on a line of its own belongs to the stamp below it. */
  private static void stamp(String text, List<String> datelines) {
    int last = datelines.size() - 1;
    if (last >= 0 && !hasDigit(datelines.get(last)) && hasDigit(text)) {
      datelines.set(last, datelines.get(last) + " " + text);
    } else {
      datelines.add(text);
    }
  }

  /** A byline may hold the date too; it is the story's date then, and no one's name. */
  private static void signed(String text, Kind kind, Bylines.Reading byline, List<String> datelines) {
    List<FoundDate> dates = hasDigit(text) ? DateFinder.find(text) : List.of();
    if (dates.stream().anyMatch(FoundDate::isDay)) {
      datelines.add(text);
      byline.read(DatedLines.withoutDates(text, dates), kind);
    } else {
      byline.read(text, kind);
    }
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Arabic.digit(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The record's own title; else what the page prints, without the outlet's name; else what the markup says. */
  private String title(Page page, List<String> titles, boolean main, Outlet outlet) {
    TitleCleaner cleaner = new TitleCleaner(rules);
    String printed = titles.isEmpty() ? null : cleaner.clean(best(titles), outlet.names());
    if (!main) {
      return printed;
    }
    String markup = null;
    for (Clue clue : page.clues()) {
      if (clue.field() != ClueField.TITLE) {
        continue;
      }
      String value = cleaner.clean(PublishedText.line(References.mend(clue.value())), outlet.names());
      if (value.isEmpty()) {
        continue;
      }
      if (clue.source().equals("record")) {
        return value;
      }
      if (markup == null) {
        markup = value;
      }
    }
    return printed == null ? markup : printed;
  }

  /** A record's author may be «place: name», «name - place», an agency or the outlet itself. */
  private void author(String value, Outlet outlet, Set<String> authors, Set<String> credits) {
    for (String piece : Bylines.pieces(value)) {
      if (piece.indexOf("://") >= 0 || piece.indexOf('@') >= 0) {
        continue;
      }
      Names.Part part = rules.names().part(piece);
      if (part == Names.Part.AGENCY || part == Names.Part.GENERIC || part == Names.Part.OUTLET || outlet.is(piece)) {
        credits.add(piece);
      } else if (part != Names.Part.PLACE) {
        authors.add(piece);
      }
    }
  }

  /** Of several title lines the one the others repeat with something around it. */
  private static String best(List<String> titles) {
    String best = titles.get(titles.size() - 1);
    String key = MatchKey.of(best);
    for (String title : titles) {
      String other = MatchKey.of(title);
      if (key.contains(other) && other.length() < key.length()) {
        best = title;
        key = other;
      }
    }
    return best;
  }

  private static String stripBullet(String text) {
    int i = 0;
    while (i < text.length() && "\u2022\u25CF\u25AA\u00B7*-\u2013> ".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i == text.length() ? text : text.substring(i);
  }

  private static String link(Page page, String line) {
    if (page.blocks().isEmpty()) {
      return null;
    }
    String wanted = line.strip();
    for (Block block : page.blocks()) {
      if (block.href() != null && block.end() <= page.text().length() && page.text().substring(block.start(), block.end()).strip().equals(wanted)) {
        return block.href();
      }
    }
    return null;
  }
}
