package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.khabar.model.TextField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptSumsTest {
  private static final Gazetteer GAZETTEER = Gazetteer.standard();
  private static final String[] TEXTS = {
    "هطل المطر على الحقول فخرج المزارعون إلى أعمالهم مع شروق الشمس",
    "التقى رئيس الوزراء اللبناني تمام سلام في بيروت وزير الخارجية الفرنسي لوران فابيوس",
    "وقال المتحدث باسم الشركة: «سنفتتح ثلاثة فروع في الدمام، والخبر، والجبيل»",
  };

  private static Passage passage(String text) {
    return new Passage(TextField.TEXT, text, GAZETTEER.lexicon());
  }

  private static List<Span> listed(Passage p) {
    List<Span> spans = new ArrayList<>();
    new FormMatcher(GAZETTEER).match(p, spans);
    return spans;
  }

  /** The plainest place of all has nothing but zeros, and 0 means an empty slot in the table. */
  @Test
  void noPlaceHasTheKeyOfAnEmptySlot() {
    TokenFeatures features = new TokenFeatures(GAZETTEER);
    Passage p = passage(TEXTS[0]);
    TokenFeatures.Marks marks = features.new Marks(p, List.of());
    for (int i = 0; i < p.count; i++) {
      assertNotEquals(0, PlaceFeatures.formsKey(p, i, 0, p.count, marks));
      assertNotEquals(0, PlaceFeatures.leftKey(p, i, 0, marks));
      assertNotEquals(0, PlaceFeatures.rightKey(p, i, p.count, marks));
    }
  }

  @Test
  void labelsDoNotDependOnWhatWasReadBefore() {
    CrfTagger warm = new CrfTagger(CrfTagger.shipped(), new TokenFeatures(GAZETTEER));
    for (int round = 0; round < 2; round++) {
      for (String text : TEXTS) {
        Passage p = passage(text);
        CrfTagger fresh = new CrfTagger(CrfTagger.shipped(), new TokenFeatures(GAZETTEER));
        assertArrayEquals(fresh.labels(p, listed(p)), warm.labels(p, listed(p)), text);
      }
    }
  }
}
