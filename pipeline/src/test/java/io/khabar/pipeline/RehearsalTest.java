package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.ParsedPage;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  /** What fails in it is passed over in silence, so it must be known to go through. */
  @Test
  void allStagesArePlayed() throws Exception {
    ParsedPage page = Rehearsal.play();
    assertEquals(1, page.stories().size());
    assertEquals("وزير الخارجية يفتتح معرض الكتاب في القاهرة", page.stories().get(0).title());
    assertEquals("2024-03-03", page.stories().get(0).dates().published());
    assertTrue(page.mentions().stream().anyMatch(m -> m.surface().equals("سامح شكري")));
  }
}
