package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pages in our own words, and rules with names of outlets that do not exist. */
final class Fixtures {
  static final String LEAD =
      "أعلنت بلدية الميناء الجديد في بيان صدر صباح اليوم أنها ستبدأ تركيب مضخات إضافية في الأحياء المنخفضة، بعد أن غمرت مياه الأمطار عددا من الشوارع.";
  static final String SECOND =
      "وقال مدير الأشغال إن العمل سيستمر ثلاثة أسابيع على الأقل، وإن السكان سيتلقون إشعارا قبل قطع المياه عن كل حي، داعيا الجميع إلى التعاون مع الفرق.";
  static final String TITLE = "بلدية الميناء الجديد تركب مضخات إضافية قبل موسم الأمطار";

  private static SegmentRules rules;

  private Fixtures() {}

  static synchronized SegmentRules rules() {
    if (rules == null) {
      try {
        Path folder = Files.createTempDirectory("khabar-rules");
        Files.createDirectories(folder.resolve("outlets"));
        Files.createDirectories(folder.resolve("gazetteer"));
        Files.writeString(folder.resolve("outlets/outlets.tsv"), "صوت الميناء\tصوت الميناء نت|Mina Voice\tmina.example\tXX\tsite\n");
        Files.writeString(folder.resolve("agencies.tsv"), "وكالة المرفأ\tالمرفأ|م.ر.ف\tMarfa\torg:marfa\t\nوكالات\tالوكالات\t\t\tgeneric\nمتابعات\t\t\t\tgeneric\n");
        Files.writeString(folder.resolve("gazetteer/given-names-arabic.txt"), "سامر\t\nليلى\t\n");
        Files.writeString(folder.resolve("gazetteer/places.tsv"), "loc:mina\tLOCATION\tالميناء الجديد\t\t\tMina\t\t\nloc:tall\tLOCATION\tتل الريح\t\t\tTall\t\t\n");
        rules = SegmentRules.load(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return rules;
  }

  static Page page(String text) {
    return new Page("0".repeat(32), "", "pages/a.txt", 0, 0, "text/plain", "UTF-8", 1, null, null, null, text, List.of(), List.of(), List.of());
  }

  static Page record(String title, String text) {
    return new Page(
        "0".repeat(32), "", "dump.jsonl", 0, 0, "application/json", "UTF-8", 1, "https://www.mina.example/1", null, null, text, List.of(),
        List.of(new Clue(ClueField.TITLE, title, "record")), List.of());
  }

  static LabelledPage label(Page page) {
    return PageSegmenter.of(rules()).label(page, LineEvidence.NONE);
  }

  /** The kind of the line that holds some words. */
  static Kind kind(LabelledPage page, String words) {
    for (Line line : page.lines()) {
      if (page.page().text().substring(line.start(), line.end()).contains(words)) {
        return line.kind();
      }
    }
    throw new AssertionError("no line has " + words);
  }

  static String rule(LabelledPage page, String words) {
    for (Line line : page.lines()) {
      if (page.page().text().substring(line.start(), line.end()).contains(words)) {
        return line.rule();
      }
    }
    throw new AssertionError("no line has " + words);
  }

  static Metadata read(LabelledPage page) {
    List<MetadataReader.StoryLine> lines = new ArrayList<>();
    for (Line line : page.lines()) {
      lines.add(new MetadataReader.StoryLine(page.page().text().substring(line.start(), line.end()), line.kind()));
    }
    return MetadataReader.of(rules()).read(page.page(), lines, true);
  }
}
