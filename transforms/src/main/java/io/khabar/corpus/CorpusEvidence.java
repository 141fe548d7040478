package io.khabar.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the whole dump says, as every worker holds it. Immutable.
 *
 * @param terms the run's counts on top of the background's
 * @param lines which short lines recur
 */
public record CorpusEvidence(TermWeights terms, LineEvidence lines) {
  /** Nothing but the background: for a page on its own. */
  public static CorpusEvidence none() {
    return new CorpusEvidence(TermWeights.background(), LineEvidence.NONE);
  }

  /** The evidence of a run from its parts, in any order. */
  public static CorpusEvidence of(Iterable<CorpusPart> parts) {
    Map<Long, Integer> frequency = new HashMap<>();
    List<LineCount> lines = new ArrayList<>();
    long documents = 0;
    for (CorpusPart part : parts) {
      documents += part.documents();
      for (int i = 0; i < part.terms().length; i++) {
        frequency.put(part.terms()[i], part.frequencies()[i]);
      }
      lines.addAll(part.lines());
    }
    return new CorpusEvidence(TermWeights.background().plus(TermWeights.of(documents, frequency)), LineEvidence.of(lines));
  }
}
