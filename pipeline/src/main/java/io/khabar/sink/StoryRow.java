package io.khabar.sink;

import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import io.khabar.model.Story;
import io.khabar.text.Offsets;
import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A kept story with what the run decided about it: one row of the stories dataset. */
record StoryRow(Story story, StoryFate fate, List<StoryEntity> entities, int wordCount, int charCount) {
  /** An entity of a story and how often it is named there. */
  record StoryEntity(String entityId, EntityType type, String nameAr, String nameEn, int mentions) {}

  static StoryRow of(Story story, StoryFate fate, List<Mention> mentions) {
    return new StoryRow(story, fate, entities(mentions), Words.of(story.text()).count(), Offsets.of(story.text()).length());
  }

  /** The story's own day, else the one a dated story of its event settles. */
  String eventDate() {
    return story.dates().eventDate() != null ? story.dates().eventDate() : fate.event().eventDate();
  }

  String eventDateBasis() {
    return story.dates().eventDate() != null ? story.dates().eventDateBasis() : fate.event().eventDateBasis();
  }

  private static List<StoryEntity> entities(List<Mention> mentions) {
    Map<String, StoryEntity> byId = new TreeMap<>();
    for (Mention m : mentions) {
      if (m.entityId() != null) {
        byId.merge(
            m.entityId(),
            new StoryEntity(m.entityId(), m.type(), m.nameAr(), m.nameEn(), 1),
            (a, b) -> new StoryEntity(a.entityId, a.type, a.nameAr, a.nameEn, a.mentions + 1));
      }
    }
    List<StoryEntity> entities = new ArrayList<>(byId.values());
    entities.sort(Comparator.comparingInt((StoryEntity e) -> -e.mentions).thenComparing(StoryEntity::entityId));
    return entities;
  }
}
