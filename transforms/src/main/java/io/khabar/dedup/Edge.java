package io.khabar.dedup;

/**
 * A verified pair.
 *
 * @param bestA rank of the member of {@code a} that stays
 * @param membersA stories of {@code a}
 */
record Edge(Node a, Node b, Rank bestA, Rank bestB, int membersA, int membersB, double jaccard, boolean near, boolean template) {}
