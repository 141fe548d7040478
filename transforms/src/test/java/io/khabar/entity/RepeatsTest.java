package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.model.EntityType;
import io.khabar.model.TextField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A word that is mostly a name in a story is one everywhere in it. */
class RepeatsTest {
  private static final Lexicon LEXICON = Gazetteer.standard().lexicon();

  @Test
  void aWordSeenAsANameThreeTimesIsOneElsewhereWithTheSameId() {
    Passage title = new Passage(TextField.TITLE, "مؤلفات زرقابوش", LEXICON);
    Passage text = new Passage(TextField.TEXT, "قال زرقابوش ما رآه، وعاد زرقابوش، ولزرقابوش كتاب، وينقد زرقابوش غيره", LEXICON);
    List<Span> kept = new ArrayList<>(List.of(name(text, 1, 0), name(text, 5, 0), name(text, 6, 2)));
    new Repeats(LEXICON).add(List.of(title, text), kept);
    assertEquals(5, kept.size());
    assertEquals(List.of("مولفات زرقابوش 1 per:x-1 repeated", "قال زرقابوش 9 per:x-1 repeated"), kept.subList(3, 5).stream().map(RepeatsTest::said).toList());
  }

  @Test
  void aWordThatIsAsOftenNoNameStaysAsItIs() {
    Passage text = new Passage(TextField.TEXT, "زرقابوش هنا زرقابوش هناك زرقابوش اليوم، زرقابوش وزرقابوش زرقابوش زرقابوش", LEXICON);
    List<Span> kept = new ArrayList<>(List.of(name(text, 0, 0), name(text, 2, 0), name(text, 4, 0)));
    new Repeats(LEXICON).add(List.of(text), kept);
    assertEquals(3, kept.size());
  }

  @Test
  void ordinaryWordsOfTheListsAndWordsOfTwoTypesAreNotSpread() {
    Passage text = new Passage(TextField.TEXT, "الرئيس ثم الرئيس ثم الرئيس ثم الرئيس", LEXICON);
    List<Span> kept = new ArrayList<>(List.of(name(text, 0, 0), name(text, 2, 0), name(text, 4, 0)));
    new Repeats(LEXICON).add(List.of(text), kept);
    assertEquals(3, kept.size());
    Passage mixed = new Passage(TextField.TEXT, "زرقابوش ثم زرقابوش ثم زرقابوش ثم زرقابوش", LEXICON);
    List<Span> two = new ArrayList<>(List.of(name(mixed, 0, 0), name(mixed, 2, 0), name(mixed, 4, 0)));
    two.get(1).type = EntityType.LOCATION;
    new Repeats(LEXICON).add(List.of(mixed), two);
    assertEquals(3, two.size());
  }

  private static Span name(Passage p, int word, int cut) {
    Span span = new Span(p, word, word + 1, cut, EntityType.PERSON, "tagger", 0.75, null);
    span.id = "per:x-1";
    return span;
  }

  private static String said(Span span) {
    return span.passage.key(0, 2, 0) + " " + span.from + " " + span.id + " " + span.method;
  }
}
