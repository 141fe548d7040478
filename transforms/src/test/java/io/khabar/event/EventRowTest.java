package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.model.Event;
import io.khabar.model.EventMember;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRowTest {
  /** A story of an event whose anchor is 1. */
  private static EventMeeting meeting(String id, int text, int central, String happened, String outlet, String... people) {
    EventFeatures features = Stories.features(Stories.story(id, outlet, "عنوان " + id, Stories.BRIDGE_TEXT, Stories.dates(null, happened)), people);
    return new EventMeeting(new EventFate(features.node(), 1, 9, text, central, 1, false), features);
  }

  @Test
  void mostTextsSettleTheDay() {
    EventRow row = new EventRow(List.of(meeting("a", 1, 0, "2021-03-05", "س"), meeting("b", 2, 0, "2021-03-02", "ص"), meeting("c", 3, 0, "2021-03-05", "س"), meeting("d", 4, 0, null, null)));
    assertEquals("2021-03-05", row.event().eventDate());
    assertEquals(2, row.event().outletCount());
    EventMember undated = row.members().get(3);
    assertEquals("2021-03-05", undated.eventDate());
    assertEquals("event_date of story a", undated.eventDateBasis());
    assertEquals("2021-03-02", row.members().get(1).eventDate());
  }

  @Test
  void ofTwoDaysTheEarlier() {
    assertEquals("2021-03-02", new EventRow(List.of(meeting("a", 1, 0, "2021-03-05", null), meeting("b", 2, 0, "2021-03-02", null))).event().eventDate());
  }

  @Test
  void reprintsVoteOnce() {
    List<EventMeeting> stories = new ArrayList<>(List.of(meeting("x", 7, 0, "2021-03-02", null), meeting("y", 8, 0, "2021-03-02", null)));
    for (int i = 0; i < 5; i++) {
      stories.add(meeting("r" + i, 3, 0, "2021-03-09", null));
    }
    Event event = new EventRow(stories).event();
    assertEquals("2021-03-02", event.eventDate());
    assertEquals(7, event.storyCount());
  }

  @Test
  void noDayIsInvented() {
    EventRow row = new EventRow(List.of(meeting("a", 1, 0, null, null)));
    assertNull(row.event().eventDate());
    assertNull(row.members().get(0).eventDate());
    assertNull(row.members().get(0).eventDateBasis());
    assertNull(row.event().storylineId());
  }

  @Test
  void theMostCentralStoryGivesTheTitle() {
    assertEquals("عنوان b", new EventRow(List.of(meeting("a", 1, 300, null, null), meeting("b", 2, 500, null, null))).event().title());
  }

  @Test
  void entitiesOfHalfTheTextsAreShared() {
    Event event =
        new EventRow(List.of(meeting("a", 1, 0, null, null, "فارس الدهان", "سلمى"), meeting("b", 2, 0, null, null, "فارس الدهان"), meeting("c", 3, 0, null, null, "كمال")))
            .event();
    assertEquals(List.of("فارس الدهان"), event.sharedEntities());
    assertEquals(List.of("p:فارس الدهان"), event.entityIds());
  }

  @Test
  void rowsDoNotDependOnTheOrderOfStories() {
    EventMeeting a = meeting("a", 1, 4, "2021-03-05", "س", "فارس الدهان");
    EventMeeting b = meeting("b", 2, 4, null, "ص", "كمال");
    assertEquals(new EventRow(List.of(a, b)).event(), new EventRow(List.of(b, a)).event());
    assertEquals(new EventRow(List.of(a, b)).members(), new EventRow(List.of(b, a)).members());
  }
}
