package io.khabar.entity;

import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import io.khabar.model.Story;
import io.khabar.model.TextField;
import io.khabar.text.Offsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the names of a story and says whom they mean. Offsets are code points into the title and the text; the surface has no clitics («لأوكرانيا» gives «أوكرانيا»,
 * and «للكرملين» gives «كرملين»); mentions never overlap; they come sorted by field, title first, and start.
 *
 * <p>Not safe to share between threads: the trained model keeps what it knows of the words met last. Time is linear in the text.
 */
public final class EntityTagger {
  private static final Comparator<Span> BEST_FIRST =
      Comparator.comparing((Span s) -> -s.length())
          .thenComparing(s -> s.values == null ? 1 : 0)
          .thenComparing(s -> s.from)
          .thenComparing(s -> s.cut)
          .thenComparing(s -> s.type);

  private final Gazetteer gazetteer;
  private final FormMatcher forms;
  private final PersonPatterns persons;
  private final NameDoubts doubts;
  private final Linker linker;
  private final CrfTagger trained;
  private final List<NameTagger> others;

  /** A tagger over a gazetteer, with the trained model where the jar has one; cheap, the gazetteer and the model are what cost. */
  public EntityTagger(Gazetteer gazetteer) {
    this(gazetteer, CrfTagger.shipped(), List.of());
  }

  /** A tagger that asks others too: what they find where nothing else stands becomes a mention. */
  public EntityTagger(Gazetteer gazetteer, List<NameTagger> others) {
    this(gazetteer, CrfTagger.shipped(), others);
  }

  /** A tagger with this model, or none. */
  EntityTagger(Gazetteer gazetteer, CrfModel model, List<NameTagger> others) {
    this.others = List.copyOf(others);
    this.trained = model == null ? null : new CrfTagger(model, new TokenFeatures(gazetteer));
    this.gazetteer = gazetteer;
    this.forms = new FormMatcher(gazetteer);
    this.persons = new PersonPatterns(gazetteer);
    this.doubts = new NameDoubts(gazetteer);
    this.linker = new Linker(gazetteer);
  }

  /** The mentions of a story's title and text. */
  public List<Mention> tag(Story story) {
    List<Passage> passages = new ArrayList<>(2);
    if (story.title() != null) {
      passages.add(new Passage(TextField.TITLE, story.title(), gazetteer.lexicon()));
    }
    if (story.text() != null) {
      passages.add(new Passage(TextField.TEXT, story.text(), gazetteer.lexicon()));
    }
    return tag(story.storyId(), passages);
  }

  /** The mentions of a plain passage; the story id of each is null. */
  public List<Mention> tag(String text) {
    return tag(null, List.of(new Passage(TextField.TEXT, text, gazetteer.lexicon())));
  }

  private List<Mention> tag(String storyId, List<Passage> passages) {
    List<Span> found = new ArrayList<>();
    for (Passage passage : passages) {
      found.addAll(find(passage));
    }
    List<Span> linked = withoutOverlaps(linker.link(passages, doubts.settle(found)));
    linked.sort(Comparator.comparing((Span s) -> s.passage.field).thenComparing(s -> s.from));
    List<Mention> mentions = new ArrayList<>(linked.size());
    Passage last = null;
    Offsets offsets = null;
    for (Span span : linked) {
      if (span.passage != last) {
        last = span.passage;
        offsets = Offsets.of(last.text);
      }
      mentions.add(mention(storyId, span, offsets));
    }
    return mentions;
  }

  private List<Span> find(Passage p) {
    List<Span> listed = new ArrayList<>();
    forms.match(p, listed);
    Span[] covering = new Span[p.count + 1];
    for (Span span : listed) {
      for (int i = span.from; i < span.to; i++) {
        covering[i] = span;
      }
    }
    List<Span> all = new ArrayList<>(listed);
    persons.find(p, covering, all);
    List<Span> rules = withoutOverlaps(all);
    if (trained == null && others.isEmpty()) {
      return rules;
    }
    List<Span> tagged = new ArrayList<>();
    if (trained != null) {
      int[] labels = trained.labels(p, listed);
      tagged = TaggedSpans.of(p, labels, forms);
      for (Span span : tagged) {
        span.margin = trained.margin(p, labels, span.from, span.to);
      }
    }
    for (NameTagger other : others) {
      TaggedSpans.add(p, other.names(p.text), tagged, forms);
    }
    return TaggedSpans.merge(p, tagged, rules, forms, trained != null);
  }

  private static List<Span> withoutOverlaps(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(BEST_FIRST);
    List<Span> kept = new ArrayList<>(sorted.size());
    java.util.Map<Passage, boolean[]> taken = new java.util.IdentityHashMap<>();
    for (Span span : sorted) {
      boolean[] t = taken.computeIfAbsent(span.passage, p -> new boolean[p.count]);
      boolean free = true;
      for (int i = span.from; i < span.to && free; i++) {
        free = !t[i];
      }
      if (free) {
        for (int i = span.from; i < span.to; i++) {
          t[i] = true;
        }
        kept.add(span);
      }
    }
    return kept;
  }

  private Mention mention(String storyId, Span span, Offsets offsets) {
    Entity entity = span.entity < 0 ? null : gazetteer.entity(span.entity);
    int start = span.start();
    int end = span.end();
    EntityType type = entity == null ? span.type : entity.type();
    return new Mention(
        storyId,
        span.passage.field,
        offsets.codePoint(start),
        offsets.codePoint(end),
        span.passage.text.substring(start, end),
        type,
        entity == null ? span.id : entity.id(),
        entity == null ? span.nameAr : entity.nameAr(),
        entity == null ? null : entity.nameEn(),
        entity == null ? null : entity.wikidataId(),
        span.confidence,
        span.method);
  }
}
