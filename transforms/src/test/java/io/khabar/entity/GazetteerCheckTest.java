package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerCheckTest {
  private static List<String> problems(String lines) {
    return GazetteerCheck.problems(new GazetteerBuilder().words(Lexicon.NOT_NAME, List.of("كيف")).lines(lines).build());
  }

  @Test
  void aSoundGazetteerHasNoProblems() {
    assertEquals(List.of(), problems("loc:a\tLOCATION\tكيف\t\t\tKyiv\t\tguard=كيف\nloc:b\tLOCATION\tزرناق\t\t\tZ\t\t\n"));
  }

  @Test
  void anIdOfTwoThingsIsFound() {
    assertTrue(problems("per:a\tPERSON\tزيد الأول\t\t\tA\t\t\nper:a\tPERSON\tعمرو الثاني\t\t\tB\t\t\n").get(0).contains("per:a"));
  }

  @Test
  void aSharedFormNeedsAHint() {
    assertEquals(1, problems("per:a\tPERSON\tزيد الأول\t\tزيدون\tA\t\t\nper:b\tPERSON\tعمرو الثاني\t\tزيدون\tB\t\t\n").size());
    assertEquals(0, problems("per:a\tPERSON\tزيد الأول\t\tزيدون\tA\t\tprior=9\nper:b\tPERSON\tعمرو الثاني\t\tزيدون\tB\t\t\n").size());
  }

  @Test
  void aCommonWordNeedsAGuard() {
    assertEquals(1, problems("loc:a\tLOCATION\tكيف\t\t\tKyiv\t\t\n").size());
  }

  @Test
  void noIdOfTheShippedGazetteerStandsForTwoThings() {
    assertEquals(List.of(), Gazetteer.standard().doubleIds());
  }
}
