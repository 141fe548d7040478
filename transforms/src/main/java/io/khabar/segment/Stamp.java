package io.khabar.segment;

import io.khabar.text.MatchKey;
import java.util.Set;

/**
 * What a short line is as a date: the one place that asks the date engine.
 *
 * @param role what the stamp is for
 * @param share of the line that is date, 0..1
 * @param timed whether a time of day stands in it
 */
record Stamp(Role role, double share, boolean timed) {
  enum Role {
    NONE,
    PUBLISHED,
    UPDATED,
    CLOCK
  }

  static final Stamp NONE = new Stamp(Role.NONE, 0, false);

  private static final Set<String> WORDS =
      Set.of(
          ("السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر"
                  + " كانون الثاني الاول شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين محرم صفر ربيع جمادي رجب شعبان رمضان شوال"
                  + " ذو ذي القعده الحجه ه م مـ gmt ص مساء صباحا الساعه بتوقيت غرينتش اخر تحديث نشر في تاريخ النشر january february march april may june"
                  + " july august september october november december 26th")
              .split(" "));

  static Stamp of(String line) {
    String[] words = MatchKey.of(line).split(" ");
    int known = 0;
    boolean digits = false;
    boolean month = false;
    for (String word : words) {
      boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
      digits |= number;
      if (number || WORDS.contains(word)) {
        known++;
      }
      month |= !number && WORDS.contains(word);
    }
    if (!digits || (!month && words.length < 3)) {
      return NONE;
    }
    String key = " " + String.join(" ", words) + " ";
    Role role = Role.CLOCK;
    if (key.contains(" اخر تحديث ")) {
      role = Role.UPDATED;
    } else if (key.contains(" النشر ") || key.contains(" نشر ") || key.contains(" gmt ")) {
      role = Role.PUBLISHED;
    }
    double share = (double) known / words.length;
    return share < 0.6 ? NONE : new Stamp(role, share, line.indexOf(':') > 0);
  }
}
