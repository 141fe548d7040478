package io.khabar.event;

import java.util.Arrays;

/**
 * Pairs of clusters that may join, the most alike first and ties by their numbers: a heap of four children a place in plain arrays. A crowd of stories has millions of them, and as
 * objects most of the time goes into fetching the two that are compared.
 */
final class JoinQueue {
  private static final int CHILDREN = 4;

  private double[] likeness = new double[64];
  /** The smallest members of both clusters, for the order of ties. */
  private int[] least = new int[64];

  private int[] most = new int[64];
  /** The members whose rows hold the links of either. */
  private int[] x = new int[64];

  private int[] y = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** How alike the first pair was when it was added. */
  double likeness() {
    return likeness[0];
  }

  int least() {
    return least[0];
  }

  int most() {
    return most[0];
  }

  int x() {
    return x[0];
  }

  int y() {
    return y[0];
  }

  void add(double likeness, int least, int most, int x, int y) {
    if (size == this.likeness.length) {
      grow();
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / CHILDREN;
      if (!before(likeness, least, most, x, y, parent)) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    set(at, likeness, least, most, x, y);
  }

  /** Drops the first pair. */
  void removeFirst() {
    size--;
    double l = likeness[size];
    int first = least[size];
    int second = most[size];
    int a = x[size];
    int b = y[size];
    int at = 0;
    while (true) {
      int child = at * CHILDREN + 1;
      if (child >= size) {
        break;
      }
      int best = child;
      for (int c = child + 1; c < Math.min(size, child + CHILDREN); c++) {
        if (before(likeness[c], least[c], most[c], x[c], y[c], best)) {
          best = c;
        }
      }
      if (!before(likeness[best], least[best], most[best], x[best], y[best], l, first, second, a, b)) {
        break;
      }
      move(best, at);
      at = best;
    }
    set(at, l, first, second, a, b);
  }

  void clear() {
    size = 0;
  }

  private boolean before(double l, int first, int second, int a, int b, int at) {
    return l != likeness[at] ? l > likeness[at] : before(l, first, second, a, b, likeness[at], least[at], most[at], x[at], y[at]);
  }

  private static boolean before(double l, int first, int second, int a, int b, double otherL, int otherFirst, int otherSecond, int otherA, int otherB) {
    if (l != otherL) {
      return l > otherL;
    }
    if (first != otherFirst) {
      return first < otherFirst;
    }
    if (second != otherSecond) {
      return second < otherSecond;
    }
    return a != otherA ? a < otherA : b < otherB;
  }

  private void move(int from, int to) {
    set(to, likeness[from], least[from], most[from], x[from], y[from]);
  }

  private void set(int at, double l, int first, int second, int a, int b) {
    likeness[at] = l;
    least[at] = first;
    most[at] = second;
    x[at] = a;
    y[at] = b;
  }

  private void grow() {
    int room = size + (size >> 1);
    likeness = Arrays.copyOf(likeness, room);
    least = Arrays.copyOf(least, room);
    most = Arrays.copyOf(most, room);
    x = Arrays.copyOf(x, room);
    y = Arrays.copyOf(y, room);
  }
}
