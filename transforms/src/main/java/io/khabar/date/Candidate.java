package io.khabar.date;

import java.time.LocalDate;

/**
 * A day that one source gives for a story.
 *
 * @param slashed whether it is a field's value with slashes that programs may print month first («6/3/2020 12:10:33 PM»)
 */
record Candidate(LocalDate day, FoundDate found, Trust trust, boolean slashed) {
  Candidate withDay(LocalDate other) {
    return new Candidate(other, found, trust, slashed);
  }
}
