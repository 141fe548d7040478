package io.khabar.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuesserTest {
  private static final LanguageGuesser GUESSER = new LanguageGuesser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | أعلنت وزارة الصحة اليوم أن عدد المصابين في المدينة بلغ مئة وأن المستشفى الجديد سيفتح قريبا",
        "ar | مدرب الفريق: سنلعب للفوز",
        "ar | قال الرئيس التنفيذي لشركة Blue Oasis Technologies إن تطبيق OasisPay متاح على App Store وGoogle Play منذ أمس",
        "ar | وقالت الشركة إن المنتج الجدید متاح فی الأسواق منذ یوم الخمیس وأن السعر لم یتغیر حتى الآن",
        "fa | وزیر بهداشت امروز اعلام کرد که شمار بیماران در شهر به صد نفر رسیده است و بیمارستان جدید به زودی باز می‌شود",
        "fa | رييس جمهور در ديدار با مردم اين شهر گفت كه دولت براي حل مشكلات تلاش مي كند و بايد به آينده اميدوار بود",
        "ur | وزیر صحت نے آج اعلان کیا ہے کہ شہر میں مریضوں کی تعداد سو ہو گئی ہے اور نیا ہسپتال جلد کھلے گا",
        "ckb | وەزیری تەندروستی ئەمڕۆ ڕایگەیاند کە ژمارەی نەخۆشەکان لە شارەکە گەیشتووەتە سەد و نەخۆشخانەی نوێ بەم زووانە دەکرێتەوە",
        "ps | د روغتیا وزیر نن وویل چې په ښار کې د ناروغانو شمېر سلو ته رسېدلی دی او نوی روغتون به ډېر ژر پرانیستل شي",
        "en | The health ministry said on Thursday that the number of patients in the city had reached one hundred",
        "fr | Le ministre a déclaré que les élections auront lieu dans les prochains mois et que la sécurité est une priorité",
        "he | משרד הבריאות הודיע היום",
        "ru | Министерство сообщило сегодня",
        "und | 2024 / 06 / 26",
      })
  void aSentenceIsEnough(String language, String text) {
    assertEquals(language, GUESSER.language(text));
  }
}
