package io.khabar.dedup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Parts the versions of one URL into chains and names those that give way. Linear: a URL under which more than {@link #HEADS} different stories appear is a
 * place on a site, not an article, and what is beyond stays.
 */
final class Chains {
  static final int HEADS = 16;

  private Chains() {}

  /** Names the stories that give way. {@code versions} have one URL; the list is sorted in place. */
  static void resolve(List<Version> versions, Updates updates, Consumer<Superseded> sink) {
    versions.sort(Version.OLDEST_FIRST);
    int known = 0;
    while (known < versions.size() && versions.get(known).rank().known()) {
      known++;
    }
    if (updates == Updates.LATEST) {
      // what an earlier run kept stays kept, whatever came later
      Collections.reverse(versions.subList(known, versions.size()));
    }
    List<Version> heads = new ArrayList<>();
    for (Version version : versions) {
      Version head = heads.stream().filter(h -> h.node().equals(version.node()) || h.sameStory(version)).findFirst().orElse(null);
      if (version.rank().known() || head == null) {
        if (heads.size() < HEADS) {
          heads.add(version);
        }
      } else if (!head.node().equals(version.node())) {
        sink.accept(new Superseded(version.rank().storyId(), version.node(), head.node()));
      }
    }
  }
}
