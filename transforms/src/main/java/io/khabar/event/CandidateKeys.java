package io.khabar.event;

import io.khabar.text.Hash64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys under which a story meets those it may share an event with. A rare term is a key by itself; a common one only together with another of the story's
 * first terms, and an entity only together with another, for half a dump may name the same president. What is rare is read from the run's own weights, so both
 * sides agree.
 */
final class CandidateKeys {
  /** How many of the heaviest terms make keys. */
  private static final int TERMS = 10;

  /** How many common ones among them pair up. */
  private static final int COMMON = 5;

  private static final int ENTITIES = 4;

  private CandidateKeys() {}

  /** The rarity from which a term is a key by itself: one in 150 stories, and not more than some 2,000 of a large run. */
  static int rare(long documents) {
    return Math.max(500, (int) (100 * StrictMath.log((documents + 1) / 2000.0)));
  }

  /** The keys of a story, ascending, distinct. */
  static int[] of(EventFeatures features, int rare) {
    List<EventTerm> terms = features.terms().subList(0, Math.min(TERMS, features.terms().size()));
    int[] keys = new int[TERMS + COMMON * COMMON + ENTITIES * ENTITIES];
    int count = 0;
    List<EventTerm> common = new ArrayList<>();
    for (EventTerm term : terms) {
      if (term.rarity() >= rare) {
        keys[count++] = key(1, term.hash(), 0);
      } else if (common.size() < COMMON) {
        common.add(term);
      }
    }
    for (int i = 0; i < common.size(); i++) {
      for (int j = 0; j < i; j++) {
        keys[count++] = key(2, common.get(i).hash(), common.get(j).hash());
      }
    }
    List<EventEntity> entities = features.entities().subList(0, Math.min(ENTITIES, features.entities().size()));
    for (int i = 0; i < entities.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (entities.get(i).actor() || entities.get(j).actor()) {
          keys[count++] = key(3, Hash64.of(entities.get(i).id()), Hash64.of(entities.get(j).id()));
        }
      }
    }
    return Arrays.stream(keys, 0, count).sorted().distinct().toArray();
  }

  static int hash(EventEntity entity) {
    return (int) (Hash64.of(entity.id()) >>> 32);
  }

  private static int key(int kind, long a, long b) {
    long first = Math.min(a, b);
    long second = Math.max(a, b);
    return (int) (Hash64.join(Hash64.join(kind, first), second) >>> 32);
  }
}
