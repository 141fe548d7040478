package io.khabar.event;

import io.khabar.corpus.TermWeights;
import io.khabar.model.Event;
import io.khabar.model.EventMember;
import io.khabar.model.Mention;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Groups stories in memory, without an engine: the decisions of {@link GroupEvents}, for programs that hold their stories anyway and as the yardstick for what
 * an engine costs. About two kilobytes a story. Not thread-safe.
 */
public final class EventGrouper {
  private final WordTerms known;
  private final List<EventFeatures> stories = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<EventMember> members = new ArrayList<>();
  private long documents;

  /** Groups with what a run knows of terms. */
  public EventGrouper(TermWeights weights) {
    this.known = new WordTerms(weights);
  }

  /** Adds those stories of a page that are kept, in any order of pages. */
  public void add(ParsedPage page, Predicate<String> kept) {
    documents++;
    Map<String, List<Mention>> mentions = new HashMap<>();
    for (Mention mention : page.mentions()) {
      mentions.computeIfAbsent(mention.storyId(), id -> new ArrayList<>()).add(mention);
    }
    for (Story story : page.stories()) {
      if (kept.test(story.storyId())) {
        stories.add(EventFeatures.of(story, mentions.getOrDefault(story.storyId(), List.of()), known));
      }
    }
  }

  /** Decides over all stories added; once. */
  public void group() {
    int rare = CandidateKeys.rare(documents);
    EdgeFinder finder = new EdgeFinder();
    for (EventFeatures features : stories) {
      int[] keys = CandidateKeys.of(features, rare);
      if (keys.length > 0) {
        finder.add(new KeyedSketch(keys, EventSketch.of(features)));
      }
    }
    EventClusterer clusterer = new EventClusterer();
    finder.find(clusterer::add);
    Map<Long, EventFate> fates = new HashMap<>();
    clusterer.resolve(fate -> fates.put(fate.node(), fate));
    TreeMap<Long, List<EventMeeting>> meetings = new TreeMap<>();
    for (EventFeatures features : stories) {
      EventFate fate = fates.getOrDefault(features.node(), EventFate.alone(features.node()));
      meetings.computeIfAbsent(fate.anchor(), anchor -> new ArrayList<>(1)).add(new EventMeeting(fate, features));
    }
    for (List<EventMeeting> event : meetings.values()) {
      EventRow row = new EventRow(event);
      events.add(row.event());
      members.addAll(row.members());
    }
  }

  /** One for every event. */
  public List<Event> events() {
    return events;
  }

  /** One for every story. */
  public List<EventMember> members() {
    return members;
  }
}
