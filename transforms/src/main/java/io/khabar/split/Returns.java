package io.khabar.split;

/** Finds where the text comes back to its main story after an insert. */
final class Returns {
  /** Content words that a tail needs before it can be told from the insert's own end. */
  private static final int LEAST_TAIL = 8;

  /** Where a tail begins, and how many nats speak for it; {@code line} is the segment's end when there is none. */
  record Tail(int line, double nats) {}

  private Returns() {}

  /**
   * Looks for a tail of the main story in the lines {@code [from, to)} of an embedded one: every prose line is tried as the tail's first, words move from
   * main story to insert one by one, so the cost is one pass.
   *
   * @param main the main story so far; as it was on return
   * @param guest an empty bag to work with
   * @param least nats that a tail needs
   */
  static Tail find(PageView page, PageTerms terms, Bag main, Bag guest, int from, int to, double least) {
    int first = page.nextProse[Math.min(from + 1, page.count)] + 1;
    if (first >= to || main.size == 0) {
      return new Tail(to, 0);
    }
    int tail = 0;
    for (int c = from; c < first; c++) {
      guest.add(c);
    }
    for (int c = first; c < to; c++) {
      main.add(c);
      tail += terms.count(c);
    }
    double nats = -Bag.mass(main.size) - Bag.mass(guest.size);
    double best = Double.NEGATIVE_INFINITY;
    int bestLine = to;
    for (int c = first; c < to; c++) {
      if (page.prose[c] && tail >= LEAST_TAIL && nats > best) {
        best = nats;
        bestLine = c;
      }
      nats += Bag.mass(main.size) + Bag.mass(guest.size);
      for (int i = terms.from[c]; i < terms.from[c + 1]; i++) {
        int term = terms.terms[i];
        main.remove1(term);
        nats += guest.gain(term, guest.count[term]) - main.gain(term, main.count[term]);
        guest.add1(term);
        tail--;
      }
      nats -= Bag.mass(main.size) + Bag.mass(guest.size);
    }
    return best - nats >= least ? new Tail(bestLine, best - nats) : new Tail(to, best - nats);
  }
}
