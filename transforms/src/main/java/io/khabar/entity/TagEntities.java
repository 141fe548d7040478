package io.khabar.entity;

import io.khabar.model.Mention;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills in the mentions of every story of a page. The gazetteer is built once per worker and shared.
 *
 * <p>It does not look beyond one story: a surname means who the story or the gazetteer says, whatever its neighbours tell.
 */
public final class TagEntities extends PTransform<PCollection<ParsedPage>, PCollection<ParsedPage>> {
  private static final Logger LOG = LoggerFactory.getLogger(TagEntities.class);
  private static final long serialVersionUID = 1L;

  /** The warning of a story that could not be tagged. */
  static final String FAILED = "tagging_failed";

  private final ArrayList<String> userGazetteers;

  private TagEntities(List<String> userGazetteers) {
    this.userGazetteers = new ArrayList<>(userGazetteers);
  }

  /** Tags with what the jar holds. */
  public static TagEntities standard() {
    return new TagEntities(List.of());
  }

  /**
   * Tags with the user's own gazetteers too.
   *
   * @param contents the text of each file, for workers need not see the user's disk
   */
  public TagEntities withGazetteers(List<String> contents) {
    return new TagEntities(contents);
  }

  @Override
  public PCollection<ParsedPage> expand(PCollection<ParsedPage> pages) {
    return pages.apply("Tag", ParDo.of(new TagFn(userGazetteers))).setCoder(pages.getCoder());
  }

  private static final class TagFn extends DoFn<ParsedPage, ParsedPage> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> userGazetteers;
    private transient EntityTagger tagger;

    TagFn(ArrayList<String> userGazetteers) {
      this.userGazetteers = userGazetteers;
    }

    @Setup
    public void setup() {
      tagger = new EntityTagger(Gazetteer.ofContents(userGazetteers));
    }

    @ProcessElement
    public void process(@Element ParsedPage page, OutputReceiver<ParsedPage> out) {
      out.output(tagged(page, tagger::tag));
    }
  }

  /** The page with its mentions, or with none and a warning on each story where the tagger cannot cope with it: no page fails a run. */
  static ParsedPage tagged(ParsedPage page, Function<Story, List<Mention>> tagger) {
    try {
      List<Mention> mentions = new ArrayList<>();
      for (Story story : page.stories()) {
        mentions.addAll(tagger.apply(story));
      }
      return new ParsedPage(page.document(), page.segments(), page.stories(), page.excluded(), List.copyOf(mentions));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("document {} stays without mentions", page.document().documentId(), e);
      List<Story> stories = page.stories().stream().map(TagEntities::warned).toList();
      return new ParsedPage(page.document(), page.segments(), stories, page.excluded(), List.of());
    }
  }

  private static Story warned(Story s) {
    List<String> warnings = Stream.concat(s.warnings().stream(), Stream.of(FAILED)).distinct().sorted().toList();
    return new Story(
        s.storyId(),
        s.documentId(),
        s.sourceUri(),
        s.kind(),
        s.parentStoryId(),
        s.ordinal(),
        s.outlet(),
        s.url(),
        s.title(),
        s.text(),
        s.language(),
        s.authors(),
        s.credits(),
        s.captions(),
        s.tags(),
        s.related(),
        s.datelinePlace(),
        s.dates(),
        warnings);
  }
}
