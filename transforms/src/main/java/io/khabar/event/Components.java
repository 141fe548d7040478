package io.khabar.event;

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

  /** Takes the edges of one component: {@code edges} from {@code start} to before {@code end}. */
  interface Edges {
    void accept(int[] edges, int start, int end);
  }

  /** Hands on the edges that lie within a component, by component, in the order of roots; edges between components are left out. */
  void group(int[] from, int[] to, Edges sink) {
    int[] end = new int[parent.length + 1];
    for (int e = 0; e < from.length; e++) {
      if (root(from[e]) == root(to[e])) {
        end[root(from[e]) + 1]++;
      }
    }
    for (int i = 0; i < parent.length; i++) {
      end[i + 1] += end[i];
    }
    int[] grouped = new int[end[parent.length]];
    int[] at = java.util.Arrays.copyOf(end, parent.length);
    for (int e = 0; e < from.length; e++) {
      if (root(from[e]) == root(to[e])) {
        grouped[at[root(from[e])]++] = e;
      }
    }
    for (int i = 0; i < parent.length; i++) {
      if (end[i] < end[i + 1]) {
        sink.accept(grouped, end[i], end[i + 1]);
      }
    }
  }

  /** The distinct members at the ends of some edges, ascending. */
  static int[] members(int[] edges, int start, int end, int[] from, int[] to) {
    int[] members = new int[2 * (end - start)];
    for (int i = start; i < end; i++) {
      members[2 * (i - start)] = from[edges[i]];
      members[2 * (i - start) + 1] = to[edges[i]];
    }
    java.util.Arrays.sort(members);
    int distinct = 0;
    for (int i = 0; i < members.length; i++) {
      if (i == 0 || members[i] != members[i - 1]) {
        members[distinct++] = members[i];
      }
    }
    return java.util.Arrays.copyOf(members, distinct);
  }
}
