package io.khabar.event;

import io.khabar.corpus.TermWeights;
import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import io.khabar.model.PublishedSource;
import io.khabar.model.Story;
import io.khabar.model.StoryDates;
import io.khabar.model.StoryKind;
import io.khabar.model.TextField;
import java.util.ArrayList;
import java.util.List;

/** Stories of our own making: a bridge that falls, the same bridge in other words, another fall, and a fair. */
final class Stories {
  static final String BRIDGE = "انهيار جسر الزهراء في مدينة المرجان ومصرع سبعة عمال";
  static final String BRIDGE_TEXT =
      "لقي سبعة عمال مصرعهم مساء الثلاثاء في انهيار جسر الزهراء قيد الإنشاء بمدينة المرجان، وفق ما أعلن المحافظ فارس الدهان. وقال الدهان إن فرق الإنقاذ انتشلت الضحايا من تحت الركام وإن المقاول أوقف للتحقيق.";
  static final String BRIDGE_AGAIN = "سبعة قتلى في سقوط جسر الزهراء والمحافظ يوقف المقاول";
  static final String BRIDGE_AGAIN_TEXT =
      "أوقف المحافظ فارس الدهان المقاول المسؤول عن جسر الزهراء بعد انهيار الجسر في المرجان ومقتل سبعة عمال تحت الركام. وتواصل فرق الإنقاذ البحث فيما فتحت النيابة التحقيق مع المقاول.";
  static final String FAIR = "معرض الكتاب في واحة النخيل يستقبل ناشرين من عشرين بلدا";
  static final String FAIR_TEXT =
      "افتتحت وزيرة الثقافة سلمى القاضي معرض الكتاب السنوي في واحة النخيل بمشاركة ناشرين من عشرين بلدا، وتستمر الندوات والتواقيع حتى نهاية الشهر.";

  private Stories() {}

  static StoryDates dates(String published, String happened) {
    return new StoryDates(published, null, PublishedSource.NONE, null, null, null, null, null, happened, null);
  }

  static Story story(String id, String outlet, String title, String text, StoryDates dates) {
    return new Story(
        id, id, id, StoryKind.MAIN, null, 0, outlet, null, title, text, "ar", List.of(), List.of(), List.of(), List.of(), List.of(), null, dates, List.of());
  }

  static EventFeatures features(Story story, String... people) {
    return EventFeatures.of(story, mentions(story, people), TermWeights.background());
  }

  /** A mention of each person, in the title where it stands there, else in the text. */
  static List<Mention> mentions(Story story, String... people) {
    List<Mention> mentions = new ArrayList<>();
    for (String name : people) {
      int at = story.title().indexOf(name);
      TextField field = at < 0 ? TextField.TEXT : TextField.TITLE;
      int start = at < 0 ? Math.max(0, story.text().indexOf(name)) : at;
      mentions.add(new Mention(story.storyId(), field, start, start + name.length(), name, EntityType.PERSON, "p:" + name, name, null, null, 1, "test"));
    }
    return mentions;
  }

  static EventSimilarity compare(EventFeatures a, EventFeatures b) {
    EventSimilarity similarity = EventSimilarity.of(EventSketch.of(a), EventSketch.of(b));
    EventSimilarity other = EventSimilarity.of(EventSketch.of(b), EventSketch.of(a));
    if (!similarity.equals(other)) {
      throw new AssertionError("not symmetric: " + similarity + " and " + other);
    }
    return similarity;
  }
}
