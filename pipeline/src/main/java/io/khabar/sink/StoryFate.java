package io.khabar.sink;

import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.EventMember;

/** Everything the other stories of a run decided about one story; each part null where nothing was decided. */
record StoryFate(Duplicate duplicate, Cluster cluster, EventMember event) {
  static final StoryFate ALONE = new StoryFate(null, null, null);

  StoryFate with(Duplicate d) {
    return new StoryFate(d, cluster, event);
  }

  StoryFate with(Cluster c) {
    return new StoryFate(duplicate, c, event);
  }

  StoryFate with(EventMember e) {
    return new StoryFate(duplicate, cluster, e);
  }

  int duplicateCount() {
    return cluster == null ? 0 : cluster.duplicateCount();
  }

  String clusterId() {
    return cluster == null ? null : cluster.clusterId();
  }
}
