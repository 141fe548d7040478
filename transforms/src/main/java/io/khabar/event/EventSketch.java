package io.khabar.event;

import java.util.Arrays;
import java.util.List;

/**
 * What comparing two stories needs: {@link EventFeatures} without anything printable.
 *
 * @param terms 32-bit hashes, ascending
 * @param termWeights beside {@code terms}, 1..127; negative for a term of the title
 * @param entities 32-bit hashes of entity ids, ascending
 * @param entityWeights beside {@code entities}, 1..127; negative for a person or an organisation
 */
record EventSketch(long node, int day, int happened, int[] bareDays, int[] earlierDays, int[] terms, byte[] termWeights, int[] entities, byte[] entityWeights) {
  static EventSketch of(EventFeatures features) {
    long[] terms = new long[features.terms().size()];
    for (int i = 0; i < terms.length; i++) {
      EventTerm term = features.terms().get(i);
      terms[i] = cell((int) (term.hash() >>> 32), term.title() ? -term.weight() : term.weight());
    }
    List<EventEntity> named = features.entities();
    long[] entities = new long[named.size()];
    for (int i = 0; i < entities.length; i++) {
      EventEntity entity = named.get(i);
      entities[i] = cell(CandidateKeys.hash(entity), entity.actor() ? -entity.weight() : entity.weight());
    }
    Arrays.sort(terms);
    Arrays.sort(entities);
    return new EventSketch(
        features.node(),
        features.day(),
        features.happened(),
        features.bareDays(),
        features.earlierDays(),
        hashes(terms),
        weights(terms),
        hashes(entities),
        weights(entities));
  }

  int anyDay() {
    return day != EventFeatures.NO_DAY ? day : happened;
  }

  private static long cell(int hash, int weight) {
    return (long) hash << 32 | (weight & 0xFF);
  }

  private static int[] hashes(long[] cells) {
    int[] hashes = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      hashes[i] = (int) (cells[i] >> 32);
    }
    return hashes;
  }

  private static byte[] weights(long[] cells) {
    byte[] weights = new byte[cells.length];
    for (int i = 0; i < cells.length; i++) {
      weights[i] = (byte) cells[i];
    }
    return weights;
  }
}
