package io.khabar.split;

import io.khabar.date.StoryDater;
import io.khabar.decode.LanguageGuesser;
import io.khabar.model.Document;
import io.khabar.model.Exclusion;
import io.khabar.model.Kind;
import io.khabar.model.Page;
import io.khabar.model.ParsedPage;
import io.khabar.model.Segment;
import io.khabar.model.Story;
import io.khabar.model.StoryKind;
import io.khabar.segment.Metadata;
import io.khabar.segment.MetadataReader;
import io.khabar.segment.SegmentRules;
import io.khabar.text.Offsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a page's rows of its lines: the document, its segments, and a story for each group of lines. Not thread-safe. */
public final class StoryAssembler {
  private static final int LONGEST_SIGNATURE = 70;

  private final SplitConfig config;
  private final SegmentRules rules;
  private final MetadataReader metadata;
  private final LanguageGuesser languages = new LanguageGuesser();

  /** An assembler with its rules loaded. */
  public StoryAssembler(SplitConfig config) {
    this.config = config;
    this.rules = config.rules() == null ? SegmentRules.shipped() : SegmentRules.load(Path.of(config.rules()));
    this.metadata = MetadataReader.of(rules);
  }

  /** A page's rows. {@code split} covers its text in order. */
  public ParsedPage assemble(Page page, List<SplitLine> split) {
    List<SplitLine> lines = signed(page, split);
    Map<Integer, List<MetadataReader.StoryLine>> byStory = new TreeMap<>();
    for (SplitLine line : lines) {
      // a site's clock belongs to no story, but the main one says what it showed
      int story = line.kind() == Kind.PAGE_CLOCK && line.story() < 0 ? 0 : line.story();
      if (story >= 0) {
        byStory.computeIfAbsent(story, k -> new ArrayList<>()).add(new MetadataReader.StoryLine(page.text().substring(line.start(), line.end()), line.kind()));
      }
    }
    if (byStory.isEmpty()) {
      // a page without a line of its own story may still be one: its title may stand in the record alone
      byStory.put(0, List.of());
    }
    List<Story> stories = new ArrayList<>();
    List<Exclusion> excluded = new ArrayList<>();
    byStory.forEach((ordinal, mine) -> story(page, ordinal, mine, byStory.containsKey(0), stories, excluded));
    Offsets offsets = Offsets.of(page.text());
    Document document =
        new Document(
            page.documentId(), page.contentKey(), page.sourceUri(), page.recordIndex(), page.recordOffset(), page.mediaType(), page.charset(),
            page.charsetConfidence(), page.url(), page.outlet(), page.fetchedAt(), offsets.length(), byStory.size(), page.text());
    return new ParsedPage(document, segments(page, lines, offsets), stories, excluded, List.of());
  }

  /** The segmenter saw one page and looked for signatures below its title; those below the titles of embedded stories are found here. */
  private List<SplitLine> signed(Page page, List<SplitLine> lines) {
    List<SplitLine> out = new ArrayList<>(lines);
    boolean belowTitle = false;
    for (int i = 0; i < out.size(); i++) {
      SplitLine line = out.get(i);
      if (line.kind() == Kind.TITLE) {
        belowTitle = line.story() > 0;
      } else if (belowTitle && line.kind() == Kind.BODY) {
        String text = page.text().substring(line.start(), line.end()).strip();
        belowTitle = text.length() <= LONGEST_SIGNATURE && rules.signature(text);
        if (belowTitle) {
          out.set(i, new SplitLine(line.start(), line.end(), Kind.BYLINE, line.story(), "split:signature", line.confidence()));
        }
      }
    }
    return out;
  }

  private static String id(Page page, int ordinal) {
    return page.documentId() + "." + ordinal;
  }

  private void story(
      Page page, int ordinal, List<MetadataReader.StoryLine> lines, boolean hasMain, List<Story> stories, List<Exclusion> excluded) {
    boolean main = ordinal == 0;
    String id = id(page, ordinal);
    Metadata found = metadata.read(page, lines, main);
    String text = String.join("\n", found.paragraphs());
    if (text.isEmpty() && found.title() == null) {
      excluded.add(new Exclusion(id, "no_article", "neither a title nor a paragraph was found"));
      return;
    }
    if (main && ListPages.is(page, text, found.datelines())) {
      excluded.add(new Exclusion(id, "list_page", "the page leads to other pages and holds no story of its own"));
      return;
    }
    String language = languages.language(text.isEmpty() ? found.title() : text);
    if (!config.languages().contains(language)) {
      excluded.add(new Exclusion(id, "language", "the story is in " + language));
      return;
    }
    StoryDater.Result dated =
        StoryDater.date(
            new StoryDater.Input(
                found.datelines(), found.pageClocks(), main ? page.clues() : List.of(), main ? page.url() : null, page.fetchedAt(), config.asOf(),
                found.title(), found.paragraphs(), !main));
    Set<String> warnings = new TreeSet<>(page.warnings());
    warnings.addAll(found.warnings());
    warnings.addAll(dated.warnings());
    stories.add(
        new Story(
            id,
            page.documentId(),
            page.sourceUri(),
            main ? StoryKind.MAIN : StoryKind.EMBEDDED,
            main || !hasMain ? null : id(page, 0),
            ordinal,
            found.outlet(),
            main ? page.url() : null,
            found.title(),
            text,
            language,
            found.authors(),
            found.credits(),
            found.captions(),
            found.tags(),
            found.related(),
            found.datelinePlace(),
            dated.dates(),
            List.copyOf(warnings)));
  }

  private static List<Segment> segments(Page page, List<SplitLine> lines, Offsets offsets) {
    List<Segment> segments = new ArrayList<>(lines.size());
    for (SplitLine line : lines) {
      boolean own = line.story() >= 0 && line.kind() != Kind.BLANK;
      segments.add(
          new Segment(
              page.documentId(), segments.size(), offsets.codePoint(line.start()), offsets.codePoint(line.end()), line.kind(),
              own ? id(page, line.story()) : null, line.rule(), line.confidence(), page.text().substring(line.start(), line.end())));
    }
    return segments;
  }
}
