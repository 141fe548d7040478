package io.khabar.event;

import java.util.ArrayList;
import java.util.List;

/** Connected components: union-find whose roots are the smallest members. */
final class Components {
  private final int[] parent;

  Components(int n) {
    parent = new int[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
    }
  }

  void join(int x, int y) {
    int a = root(x);
    int b = root(y);
    if (a != b) {
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  int root(int x) {
    int at = x;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The edges that lie within a component, by component, in the order of roots; edges between components are left out. */
  List<List<Integer>> group(int[] from, int[] to) {
    List<List<Integer>> byRoot = new ArrayList<>();
    int[] slot = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] != i) {
        slot[root(i)] = -1;
      }
    }
    for (int i = 0; i < parent.length; i++) {
      if (slot[i] == -1) {
        slot[i] = byRoot.size();
        byRoot.add(new ArrayList<>());
      } else {
        slot[i] = -2;
      }
    }
    for (int e = 0; e < from.length; e++) {
      int root = root(from[e]);
      if (root == root(to[e]) && slot[root] >= 0) {
        byRoot.get(slot[root]).add(e);
      }
    }
    return byRoot;
  }
}
