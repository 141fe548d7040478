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
   * @param main the main story so far; unchanged on return
   * @param least nats that a tail needs
   */
  static Tail find(PageView page, PageTerms terms, Bag main, int from, int to, double least) {
    int first = page.nextProse[Math.min(from + 1, page.count)] + 1;
    if (first >= to || main.size == 0) {
      return new Tail(to, 0);
    }
    Bag host = new Bag(terms);
    host.addAll(main);
    Bag guest = new Bag(terms);
    int tail = 0;
    for (int c = from; c < first; c++) {
      guest.add(c);
    }
    for (int c = first; c < to; c++) {
      host.add(c);
      tail += terms.count(c);
    }
    int[] have = host.count;
    int hostSize = host.size;
    double j = -Bag.mass(host.size) - Bag.mass(guest.size);
    double best = Double.NEGATIVE_INFINITY;
    int bestLine = to;
    for (int c = first; c < to; c++) {
      if (page.prose[c] && tail >= LEAST_TAIL && j > best) {
        best = j;
        bestLine = c;
      }
      j += Bag.mass(hostSize) + Bag.mass(guest.size);
      for (int i = terms.from[c]; i < terms.from[c + 1]; i++) {
        int term = terms.terms[i];
        j -= host.gain(term, --have[term]);
        j += guest.gain(term, guest.count[term]);
        guest.add1(term);
        hostSize--;
        tail--;
      }
      j -= Bag.mass(hostSize) + Bag.mass(guest.size);
    }
    // the line before may be a short one that opens the tail; it stays with the insert, where a wrong end costs less
    return best - j >= least ? new Tail(bestLine, best - j) : new Tail(to, best - j);
  }
}
