package io.khabar.event;

import io.khabar.corpus.TermWeights;
import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import io.khabar.model.Story;
import io.khabar.model.StoryDates;
import io.khabar.model.TextField;
import io.khabar.text.Hash64;
import io.khabar.text.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What grouping needs of a story instead of its text: a kilobyte, most of it printable terms.
 *
 * @param node a hash of the story's id, its name in shuffles
 * @param title the title as published, or null
 * @param outlet or null
 * @param day the day it was published, printed or worked out, since 1970; {@link #NO_DAY} where nobody knows
 * @param happened the day of what it tells, since 1970; {@link #NO_DAY} where its own text does not settle it
 * @param bareDays days its text prints without a year, {@code month * 100 + day}, ascending
 * @param earlierDays days of earlier occurrences it tells of, {@code year * 10000 + month * 100 + day}, the year 0 where none is printed, ascending
 * @param terms the heaviest first
 * @param entities the heaviest first
 */
public record EventFeatures(
    long node,
    String storyId,
    String title,
    String outlet,
    int day,
    int happened,
    int[] bareDays,
    int[] earlierDays,
    List<EventTerm> terms,
    List<EventEntity> entities) {
  /** No day known. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  /** How many terms and entities are kept. */
  static final int TERMS = 40;

  static final int ENTITIES = 20;

  /** The full length of a vector: weights are whole numbers, so that sums do not depend on their order. */
  static final int LENGTH = 127;

  /** How much the title counts, the body's words counting once. */
  static final int IN_TITLE = 4;

  static final int IN_LEAD = 2;

  /** Code points of the text that count as its lead. */
  static final int LEAD_CHARS = 240;

  /** The features of a story. */
  public static EventFeatures of(Story story, List<Mention> mentions, TermWeights weights) {
    return of(story, mentions, WordTerms.small(weights));
  }

  /** The features of a story, by what is known of the words of those before it. */
  static EventFeatures of(Story story, List<Mention> mentions, WordTerms known) {
    StoryDates dates = story.dates();
    int day = day(dates.published());
    if (day == NO_DAY) {
      day = day(dates.publishedEstimate());
    }
    Words words = Words.of(story.text());
    StoryDays days = StoryDays.of(story.text(), words);
    return new EventFeatures(
        Hash64.of(story.storyId()),
        story.storyId(),
        story.title(),
        story.outlet(),
        day,
        day(dates.eventDate()),
        days.bare(),
        days.earlier(),
        StoryTerms.of(story.title() == null ? null : Words.of(story.title()), words, known),
        entities(mentions, known.weights()));
  }

  /** The day a story lies on for comparing: when it was published, else when it says things happened. */
  int anyDay() {
    return day != NO_DAY ? day : happened;
  }

  private static int day(String iso) {
    if (iso == null) {
      return NO_DAY;
    }
    try {
      return (int) LocalDate.parse(iso.length() > 10 ? iso.substring(0, 10) : iso).toEpochDay();
    } catch (DateTimeParseException e) {
      // a month or a year alone is no day
      return NO_DAY;
    }
  }

  private static final class Gathered {
    String name;
    EntityType type;
    int count;
    boolean lead;
    double weight;
  }

  private static List<EventEntity> entities(List<Mention> mentions, TermWeights weights) {
    Map<String, Gathered> byId = new HashMap<>();
    for (Mention mention : mentions) {
      if (mention.entityId() == null) {
        continue;
      }
      Gathered entity = byId.computeIfAbsent(mention.entityId(), id -> new Gathered());
      if (entity.name == null) {
        entity.name = mention.nameAr() != null ? mention.nameAr() : mention.surface();
        entity.type = mention.type();
      }
      boolean title = mention.field() == TextField.TITLE;
      boolean lead = title || mention.start() < LEAD_CHARS;
      entity.count += title ? IN_TITLE : lead ? IN_LEAD : 1;
      entity.lead |= lead;
    }
    double square = 0;
    List<Map.Entry<String, Gathered>> ranked = new ArrayList<>(byId.entrySet());
    for (Map.Entry<String, Gathered> entry : ranked) {
      Gathered entity = entry.getValue();
      entity.weight = Math.sqrt(Math.min(16, entity.count)) * tells(entity.type) * StoryTerms.rarest(entity.name, weights);
    }
    ranked.sort(Comparator.comparingDouble((Map.Entry<String, Gathered> e) -> -e.getValue().weight).thenComparing(Map.Entry::getKey));
    ranked = ranked.subList(0, Math.min(ENTITIES, ranked.size()));
    for (Map.Entry<String, Gathered> entry : ranked) {
      square += entry.getValue().weight * entry.getValue().weight;
    }
    double norm = LENGTH / Math.sqrt(square);
    List<EventEntity> entities = new ArrayList<>(ranked.size());
    for (Map.Entry<String, Gathered> entry : ranked) {
      Gathered entity = entry.getValue();
      entities.add(new EventEntity(entry.getKey(), entity.name, entity.type, weight(entity.weight * norm), entity.lead));
    }
    return entities;
  }

  /** A scaled weight as it is kept. */
  static int weight(double scaled) {
    return Math.max(1, Math.min(LENGTH, (int) Math.round(scaled)));
  }

  private static double tells(EntityType type) {
    return switch (type) {
      case PERSON -> 1.0;
      case ORGANIZATION -> 0.8;
      case MISC -> 0.6;
      case LOCATION -> 0.5;
    };
  }
}
