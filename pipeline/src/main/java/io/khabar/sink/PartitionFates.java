package io.khabar.sink;

import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.EventMember;
import java.util.HashMap;
import java.util.Map;

/** The decisions about the stories of one partition, by story id. */
final class PartitionFates {
  private final Map<String, StoryFate> byStory = new HashMap<>();

  void add(Duplicate duplicate) {
    byStory.merge(duplicate.storyId(), StoryFate.ALONE.with(duplicate), (fate, x) -> fate.with(duplicate));
  }

  void add(Cluster cluster) {
    byStory.merge(cluster.keptStoryId(), StoryFate.ALONE.with(cluster), (fate, x) -> fate.with(cluster));
  }

  void add(EventMember event) {
    byStory.merge(event.storyId(), StoryFate.ALONE.with(event), (fate, x) -> fate.with(event));
  }

  StoryFate of(String storyId) {
    return byStory.getOrDefault(storyId, StoryFate.ALONE);
  }
}
