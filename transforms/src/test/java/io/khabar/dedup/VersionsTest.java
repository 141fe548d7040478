package io.khabar.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs as names, versions as chains. */
class VersionsTest {
  @ParameterizedTest
  @CsvSource({
    "http://www.akhbar.test/a/7,https://akhbar.test/a/7/",
    "https://akhbar.test/a/7?utm_source=x&utm_medium=y,https://akhbar.test/a/7",
    "https://akhbar.test/a?id=7&fbclid=zz,https://Akhbar.test/a/?id=7",
    "https://akhbar.test/a?id=7&p=2,https://akhbar.test/a?p=2&id=7",
    "https://akhbar.test/%D8%AE%D8%A8%D8%B1,https://akhbar.test/خبر",
    "https://akhbar.test:443/a/7#comments,akhbar.test/a/7"
  })
  void oneArticleHasOneKey(String a, String b) {
    assertEquals(UrlKey.normal(a), UrlKey.normal(b));
    assertEquals(UrlKey.of(a), UrlKey.of(b));
  }

  @ParameterizedTest
  @CsvSource({"https://akhbar.test/a?id=7,https://akhbar.test/a?id=8", "https://akhbar.test/A,https://akhbar.test/a", "https://x.test/#!/a,https://x.test/#!/b"})
  void differentArticlesHaveDifferentKeys(String a, String b) {
    assertNotEquals(UrlKey.normal(a), UrlKey.normal(b));
  }

  @ParameterizedTest
  @CsvSource({"https://akhbar.test/", "http://www.akhbar.test", "https://akhbar.test/?utm_source=x", "''"})
  void aFrontPageNamesNoArticle(String url) {
    assertNull(UrlKey.normal(url));
    assertEquals(UrlKey.NONE, UrlKey.of(url));
  }

  private static Version version(int i, String run, int title, int... sketch) {
    return new Version(1, new Node(i, 0), new Rank(run, 0, null, null, 9, i + ".0"), "2024-01-0" + i, title, sketch);
  }

  private static List<String> resolve(Updates updates, Version... versions) {
    List<String> out = new ArrayList<>();
    Chains.resolve(new ArrayList<>(List.of(versions)), updates, s -> out.add(s.storyId() + ">" + s.winner().hi()));
    out.sort(null);
    return out;
  }

  @Test
  void theLatestOrTheFirstStays() {
    assertEquals(List.of("1.0>3", "2.0>3"), resolve(Updates.LATEST, version(2, null, 5), version(3, null, 5), version(1, null, 5)));
    assertEquals(List.of("2.0>1", "3.0>1"), resolve(Updates.FIRST, version(2, null, 5), version(3, null, 5), version(1, null, 5)));
  }

  @Test
  void whatAnEarlierRunKeptStaysWhateverCameLater() {
    assertEquals(List.of("2.0>1", "3.0>1"), resolve(Updates.LATEST, version(2, null, 5), version(3, null, 5), version(1, "r", 5)));
  }

  @Test
  void textsWithNothingInCommonAreDifferentStoriesUnderOneUrl() {
    assertEquals(List.of(), resolve(Updates.LATEST, version(1, null, 5, 10, 11), version(2, null, 6, 12, 13)));
    assertEquals(List.of("1.0>2"), resolve(Updates.LATEST, version(1, null, 5, 10, 11), version(2, null, 6, 11, 13)));
  }

  @Test
  void aPlaceOnASiteIsNoArticleAndCostsLinearTime() {
    Version[] many = new Version[20_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = new Version(1, new Node(i, 0), new Rank(null, 0, null, null, 9, i + ".0"), "", i + 1, new int[] {i});
    }
    assertEquals(List.of(), resolve(Updates.LATEST, many));
  }

  @Test
  void theFilterHoldsWhatWasAddedAndLittleElse() {
    KeyFilter filter = KeyFilter.sized(3, 64, 60_000);
    for (long i = 0; i < 60_000; i++) {
      filter.add(i);
    }
    int wrong = 0;
    for (long i = 0; i < 60_000; i++) {
      assertTrue(filter.mayHold(i));
      wrong += filter.mayHold(i + 1_000_000) ? 1 : 0;
    }
    assertTrue(wrong < 600, "held wrongly: " + wrong);
    assertEquals(3, filter.partition());
  }

  @Test
  void theFilterHasItsBounds() {
    assertEquals(1, KeyFilter.sized(0, 64, 0).words().length);
    assertTrue(64L * 64 * KeyFilter.sized(0, 64, Integer.MAX_VALUE).words().length <= 1L << 30);
  }

  @Test
  void aSupersededNodeGivesWayToItsVersionElseToACopyElseStays() {
    Edge.Side winner = new Edge.Side(new Node(1, 0), new Rank(null, 0, "2024-01-02", null, 9, "1.0"), 1, false);
    Edge.Side old = new Edge.Side(new Node(2, 0), new Rank(null, 0, "2024-01-01", null, 9, "2.0"), 1, true);
    Edge.Side copy = new Edge.Side(new Node(3, 0), new Rank(null, 0, "2023-01-01", null, 9, "3.0"), 1, false);
    Resolver resolver = new Resolver();
    resolver.add(winner);
    resolver.add(old);
    resolver.add(new Edge(winner.node(), old.node(), 0.4, false, false, true));
    assertEquals(List.of("1.0", "1.0"), kept(resolver));

    Resolver taken = new Resolver();
    taken.add(winner);
    taken.add(old);
    taken.add(copy);
    taken.add(new Edge(winner.node(), old.node(), 0.4, false, false, true));
    taken.add(new Edge(copy.node(), winner.node(), 0.9, true, false, false));
    assertEquals(List.of("3.0", "3.0", "2.0"), kept(taken), "nothing leaves on a likeness that was not verified");
  }

  private static List<String> kept(Resolver resolver) {
    List<String> kept = new ArrayList<>();
    resolver.resolve(fate -> kept.add(fate.kept().storyId()));
    return kept;
  }
}
