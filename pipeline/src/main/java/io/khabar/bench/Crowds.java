package io.khabar.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Makes dumps whose records all crowd into one place: bulletins of one form with other figures, one article again and again, pages with an empty body. What
 * grows with the square of anything shows here.
 */
final class Crowds {
  private static final String[] MONTHS = {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
  private static final String[] DAYS = {"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"};
  private static final String[] CITIES = {
    "الرياض", "جدة", "مكة", "المدينة", "الدمام", "أبها", "تبوك", "حائل", "نجران", "جازان", "عرعر", "سكاكا", "الباحة", "بريدة", "الطائف", "الأحساء"
  };
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
  private static final int YEARS = 10;

  private static final String ARTICLE =
      """
      أعلنت وزارة المياه أمس عن افتتاح محطة جديدة لتحلية المياه على ساحل البحر الأحمر بطاقة تخدم نحو مليون مستهلك.
      وقال المدير العام للمشروع إن العمل استمر ثلاث سنوات بمشاركة شركات محلية وعالمية، وإن المحطة تعمل بتقنية تخفض استهلاك الطاقة إلى النصف.
      وأوضح أن المرحلة الثانية ستبدأ في العام المقبل بعد استكمال خطوط النقل إلى المدن الداخلية.""";

  private final Random random = new Random(7);

  private Crowds() {}

  static void run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench crowd", args, Set.of("kind", "count", "output"));
    String kind = arguments.require("bench crowd", "kind", "bulletins|copies|empty");
    int count = count(arguments.require("bench crowd", "count", "N"));
    Path output = Path.of(arguments.require("bench crowd", "output", "FILE"));
    if (!Set.of("bulletins", "copies", "empty").contains(kind)) {
      throw new UsageException("--kind takes bulletins, copies or empty, not '" + kind + "'");
    }
    Crowds crowds = new Crowds();
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter rows = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
      for (int i = 0; i < count; i++) {
        ObjectNode page = json.createObjectNode().put("url", "https://example.org/" + kind + "/" + i).put("source", "صحيفة " + CITIES[i * 7 % CITIES.length]);
        switch (kind) {
          case "bulletins" -> crowds.bulletin(page, i);
          case "copies" -> page.put("title", "افتتاح محطة تحلية جديدة على ساحل البحر الأحمر").put("content", ARTICLE).put("date", FIRST.plusDays(i % 30).toString());
          default -> page.put("title", "خبر رقم " + i).put("content", "");
        }
        rows.write(json.writeValueAsString(page));
        rows.write('\n');
      }
    }
    out.printf(Locale.ROOT, "%d records in %s\n", count, output);
  }

  private void bulletin(ObjectNode page, int i) {
    LocalDate day = FIRST.plusDays(i % (YEARS * 365));
    String date = String.format(Locale.ROOT, "%d %s", day.getDayOfMonth(), MONTHS[day.getMonthValue() - 1]);
    String text =
        String.format(
            Locale.ROOT,
            "%s: سجلت أسعار الذهب في السوق المحلية اليوم %s %s %d مستويات جديدة حيث بلغ سعر جرام الذهب عيار 24 نحو %.2f ريالا وبلغ سعر جرام الذهب عيار 21 نحو %.2f ريالا"
                + " فيما سجل عيار 18 سعر %.2f ريالا للجرام الواحد.\n"
                + "وأشار التقرير اليومي الصادر عن هيئة أسواق المعادن إلى أن الأونصة أغلقت عند %.2f دولارا بتغير قدره %.2f دولارا عن إغلاق أمس، وبلغ حجم التداول %d عقدا.\n"
                + "وأضاف التقرير أن سعر الفضة بلغ %.2f دولارا للأونصة وأن البلاتين سجل %.2f دولارا، متوقعا استمرار التذبذب خلال الأسبوع المقبل مع ترقب قرارات البنوك المركزية.",
            CITIES[i % CITIES.length], DAYS[day.getDayOfWeek().getValue() - 1], date, day.getYear(), price(100), price(90), price(80), price(1000), price(10),
            1000 + random.nextInt(99_000), price(15), price(800));
    page.put("title", "أسعار الذهب اليوم " + date).put("content", text).put("date", day.toString());
  }

  private double price(int base) {
    return base * (1 + random.nextDouble());
  }

  private static int count(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // the sentence below says it
    }
    throw new UsageException("--count takes a number above 0, not '" + text + "'");
  }
}
