package io.khabar.entity;

import io.khabar.model.Mention;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Fills in the mentions of every story of a page. The gazetteer is built once per worker and shared.
 *
 * <p>It does not look beyond one story: a surname means who the story or the gazetteer says, whatever its neighbours tell.
 */
public final class TagEntities extends PTransform<PCollection<ParsedPage>, PCollection<ParsedPage>> {
  private static final long serialVersionUID = 1L;

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
      List<Mention> mentions = new ArrayList<>();
      for (Story story : page.stories()) {
        mentions.addAll(tagger.tag(story));
      }
      out.output(new ParsedPage(page.document(), page.segments(), page.stories(), page.excluded(), List.copyOf(mentions)));
    }
  }
}
