package io.khabar.sink;

import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An entity over kept stories: counts of one partition, or of the whole run once added up. */
record EntityRow(
    String entityId,
    EntityType type,
    String nameAr,
    String nameEn,
    String wikidataId,
    List<SurfaceCount> surfaces,
    long mentionCount,
    long storyCount) {
  private static final Comparator<SurfaceCount> MOST_FIRST =
      Comparator.comparingLong((SurfaceCount s) -> -s.count).thenComparing(SurfaceCount::surface);

  /** A spelling and how often it was printed. */
  record SurfaceCount(String surface, long count) {}

  /** The sum of counts of one entity. Names come from the row whose names sort first, so that the order of rows does not show. */
  static EntityRow sum(Collection<EntityRow> rows) {
    Map<String, Long> surfaces = new TreeMap<>();
    long mentions = 0;
    long stories = 0;
    EntityRow names = null;
    for (EntityRow row : rows) {
      row.surfaces.forEach(s -> surfaces.merge(s.surface, s.count, Long::sum));
      mentions += row.mentionCount;
      stories += row.storyCount;
      if (names == null || row.nameKey().compareTo(names.nameKey()) < 0) {
        names = row;
      }
    }
    List<SurfaceCount> sorted = new ArrayList<>();
    surfaces.forEach((surface, count) -> sorted.add(new SurfaceCount(surface, count)));
    sorted.sort(MOST_FIRST);
    return new EntityRow(names.entityId, names.type, names.nameAr, names.nameEn, names.wikidataId, sorted, mentions, stories);
  }

  private String nameKey() {
    return nameAr + "\n" + nameEn + "\n" + wikidataId + "\n" + type;
  }

  /** Counts of the linked mentions of one story, one row an entity. */
  static List<EntityRow> ofStory(List<Mention> mentions) {
    Map<String, List<EntityRow>> byId = new TreeMap<>();
    for (Mention m : mentions) {
      if (m.entityId() != null) {
        List<EntityRow> rows = byId.computeIfAbsent(m.entityId(), k -> new ArrayList<>());
        rows.add(
            new EntityRow(
                m.entityId(), m.type(), m.nameAr(), m.nameEn(), m.wikidataId(), List.of(new SurfaceCount(m.surface(), 1)), 1, rows.isEmpty() ? 1 : 0));
      }
    }
    return byId.values().stream().map(EntityRow::sum).toList();
  }
}
