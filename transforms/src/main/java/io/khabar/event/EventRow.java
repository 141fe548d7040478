package io.khabar.event;

import io.khabar.model.Event;
import io.khabar.model.EventMember;
import io.khabar.text.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The rows of one event, from its stories. Stories that print one text vote once on its day and on what it is about; they count in {@code story_count} and
 * {@code outlet_count}, which tell how far it spread.
 */
final class EventRow {
  private static final int ENTITIES = 20;
  private static final int TERMS = 10;

  /** In hundredths: commoner terms, which stand in a third of all stories, are no key terms. */
  private static final int LEAST_RARITY = 110;

  private static final Comparator<EventMeeting> MOST_CENTRAL =
      Comparator.comparingInt((EventMeeting m) -> -m.fate().central()).thenComparing(m -> m.features().storyId());

  private final List<EventMeeting> stories;
  private final List<EventMeeting> texts;
  private final String eventId;
  private final String storylineId;
  private final String date;
  private final String dateStory;

  /** An event. Its stories may come in any order. */
  EventRow(List<EventMeeting> meetings) {
    stories = new ArrayList<>(meetings);
    stories.sort(MOST_CENTRAL);
    EventFate fate = stories.get(0).fate();
    // the anchor's hash alone: an event keeps its id when later stories join it, unless one of them has a smaller hash
    eventId = Ids.of("event", Long.toHexString(fate.anchor()));
    storylineId = fate.inStoryline() ? Ids.of("storyline", Long.toHexString(fate.storyline())) : null;
    texts = oneOfEachText();
    int day = settledDay();
    date = day == EventFeatures.NO_DAY ? null : LocalDate.ofEpochDay(day).toString();
    dateStory =
        stories.stream().map(EventMeeting::features).filter(f -> day != EventFeatures.NO_DAY && f.happened() == day).map(EventFeatures::storyId).sorted().findFirst().orElse(null);
  }

  Event event() {
    List<EventEntity> entities = entities();
    return new Event(
        eventId,
        date,
        stories.stream().map(m -> m.features().title()).filter(t -> t != null).findFirst().orElse(null),
        stories.stream().map(m -> m.features().storyId()).sorted().collect(Collectors.toUnmodifiableList()),
        stories.size(),
        (int) stories.stream().map(m -> m.features().outlet()).filter(o -> o != null).distinct().count(),
        entities.stream().map(EventEntity::id).toList(),
        storylineId,
        entities.stream().map(EventEntity::name).toList(),
        keyTerms());
  }

  /** One row for each story, in the order of ids. */
  List<EventMember> members() {
    List<EventMember> members = new ArrayList<>();
    for (EventMeeting meeting : stories) {
      EventFeatures story = meeting.features();
      boolean own = story.happened() != EventFeatures.NO_DAY;
      String day = own ? LocalDate.ofEpochDay(story.happened()).toString() : date;
      members.add(new EventMember(story.storyId(), eventId, storylineId, day, day == null ? null : "event_date of story " + (own ? story.storyId() : dateStory)));
    }
    members.sort(Comparator.comparing(EventMember::storyId));
    return members;
  }

  /** The most central story of each text; one with a day of its own stands for those without. */
  private List<EventMeeting> oneOfEachText() {
    Map<Long, EventMeeting> byText = new TreeMap<>();
    for (EventMeeting meeting : stories) {
      byText.merge(
          meeting.fate().text(),
          meeting,
          (x, y) -> x.features().happened() == EventFeatures.NO_DAY && y.features().happened() != EventFeatures.NO_DAY ? y : x);
    }
    List<EventMeeting> texts = new ArrayList<>(byText.values());
    texts.sort(MOST_CENTRAL);
    return texts;
  }

  /** The day that most texts tell, of several the earliest. */
  private int settledDay() {
    TreeMap<Integer, Integer> votes = new TreeMap<>();
    for (EventMeeting meeting : texts) {
      if (meeting.features().happened() != EventFeatures.NO_DAY) {
        votes.merge(meeting.features().happened(), 1, Integer::sum);
      }
    }
    int best = EventFeatures.NO_DAY;
    for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
      if (best == EventFeatures.NO_DAY || vote.getValue() > votes.get(best)) {
        best = vote.getKey();
      }
    }
    return best;
  }

  private List<EventEntity> entities() {
    Map<String, EventEntity> byId = new HashMap<>();
    Map<String, int[]> sums = new HashMap<>();
    for (EventMeeting meeting : texts) {
      for (EventEntity entity : meeting.features().entities()) {
        byId.putIfAbsent(entity.id(), entity);
        int[] sum = sums.computeIfAbsent(entity.id(), id -> new int[2]);
        sum[0]++;
        sum[1] += entity.weight();
      }
    }
    int needed = texts.size() == 1 ? 1 : Math.max(2, (texts.size() + 1) / 2);
    List<EventEntity> shared = new ArrayList<>();
    for (EventEntity entity : byId.values()) {
      if (sums.get(entity.id())[0] >= needed) {
        shared.add(entity);
      }
    }
    shared.sort(Comparator.comparingInt((EventEntity e) -> -sums.get(e.id())[1]).thenComparing(EventEntity::id));
    return shared.subList(0, Math.min(ENTITIES, shared.size()));
  }

  private List<String> keyTerms() {
    Map<Long, EventTerm> byHash = new HashMap<>();
    Map<Long, int[]> sums = new HashMap<>();
    for (EventMeeting meeting : texts) {
      for (EventTerm term : meeting.features().terms()) {
        if (term.rarity() >= LEAST_RARITY) {
          byHash.merge(term.hash(), term, EventRow::shorter);
          int[] sum = sums.computeIfAbsent(term.hash(), h -> new int[2]);
          sum[0]++;
          sum[1] += term.weight();
        }
      }
    }
    ToLongFunction<EventTerm> rank = t -> (long) sums.get(t.hash())[1] * Math.min(sums.get(t.hash())[0], 1 + texts.size() / 2);
    List<EventTerm> ranked = new ArrayList<>(byHash.values());
    ranked.sort(Comparator.comparingLong((EventTerm t) -> -rank.applyAsLong(t)).thenComparingLong(EventTerm::hash));
    List<String> terms = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (EventTerm term : ranked) {
      if (terms.size() < TERMS && seen.add(term.surface())) {
        terms.add(term.surface());
      }
    }
    return terms;
  }

  private static EventTerm shorter(EventTerm x, EventTerm y) {
    int byLength = Integer.compare(x.surface().length(), y.surface().length());
    return byLength < 0 || (byLength == 0 && x.surface().compareTo(y.surface()) <= 0) ? x : y;
  }
}
