package io.khabar.date;

import java.time.LocalDate;
import java.util.List;

/** Works out the day of what a story tells. */
final class EventDater {
  /** What the text tells of its days; each with how it was settled, or null. */
  record Told(String eventDate, String eventBasis, String estimate, String estimateBasis) {
    static final Told NOTHING = new Told(null, null, null, null);
  }

  private EventDater() {}

  static Told tell(List<String> paragraphs, LocalDate published, LocalDate clock, LocalDate bound) {
    return Told.NOTHING;
  }
}
