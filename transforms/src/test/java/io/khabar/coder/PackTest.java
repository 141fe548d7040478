package io.khabar.coder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.khabar.model.Kind;
import io.khabar.model.PublishedSource;
import io.khabar.model.Segment;
import io.khabar.model.Story;
import io.khabar.model.StoryDates;
import io.khabar.model.StoryKind;
import io.khabar.text.Hash64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class PackTest {
  @Test
  void recordsComeBackInOrder() {
    RecordCoder<Segment> coder = RecordCoder.of(Segment.class);
    Pack.Writer<Segment> writer = new Pack.Writer<>(coder);
    List<Segment> in = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      in.add(new Segment("d" + i, i, -i, i * 7, Kind.BODY, i % 2 == 0 ? null : "s", "r", i / 3.0, "خبر 😀 " + i));
    }
    in.forEach(writer::add);
    List<Segment> out = new ArrayList<>();
    Pack.read(writer.close(), coder, out::add);
    assertEquals(in, out);
  }

  @Test
  void nestedRecordsListsAndNullsComeBack() {
    RecordCoder<Story> coder = RecordCoder.of(Story.class);
    Story story =
        new Story("s.0", "s", "a.txt", StoryKind.MAIN, null, 0, null, null, "عنوان", "", "ar", List.of("أحمد"), List.of(),
            List.of(), List.of(), List.of(), null,
            new StoryDates("2024-06-26", null, PublishedSource.DATELINE, null, null, null, null, null, null, null), List.of());
    Pack.Writer<Story> writer = new Pack.Writer<>(coder);
    writer.add(story);
    List<Story> out = new ArrayList<>();
    Pack.read(writer.close(), coder, out::add);
    assertEquals(List.of(story), out);
  }

  private record Text(String text) {}

  @Test
  void everyTextComesBackAndEqualOnesAreEqualBytes() throws IOException {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      all.append(c);
    }
    RecordCoder<Text> coder = RecordCoder.of(Text.class);
    for (String text :
        List.of("", "a", "خبر", "قال «نعم» و“لا”", "٣ أيام", "پاکستان", "\uD83D\uDE00", "\uD83D", "\uDE00 lone", "é", "\u00FF", "新闻", "ب".repeat(127), "新".repeat(42), "新".repeat(126), "新".repeat(5461), all.toString())) {
      Pack.Writer<Text> writer = new Pack.Writer<>(coder);
      writer.add(new Text(text));
      writer.add(new Text(null));
      writer.add(new Text(text + "."));
      List<Text> out = new ArrayList<>();
      Pack.read(writer.close(), coder, out::add);
      assertEquals(List.of(new Text(text), new Text(null), new Text(text + ".")), out);
      assertEquals(new Text(text), CoderUtils.clone(coder, new Text(text)));
      assertArrayEquals(CoderUtils.encodeToByteArray(coder, new Text(text)), CoderUtils.encodeToByteArray(coder, new Text(new String(text.toCharArray()))));
    }
  }

  @Test
  void anArabicLetterTakesOneByte() throws IOException {
    // a byte that says the record is there, one for the length
    assertEquals(2 + 12, CoderUtils.encodeToByteArray(RecordCoder.of(Text.class), new Text("أخبار اليوم.")).length);
  }

  private record Hash(long number, int[] numbers) {}

  @Test
  void whatDoesNotCompressIsStoredAsItIs() {
    RecordCoder<Hash> coder = RecordCoder.of(Hash.class);
    for (Pack.Writer<Hash> writer : List.of(new Pack.Writer<>(coder), Pack.Writer.plain(coder))) {
      for (int count : new int[] {1, 0, 700}) {
        List<Long> in = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          in.add(Hash64.mix(i + 1));
          writer.add(new Hash(Hash64.mix(i + 1), new int[] {i, -i}));
        }
        List<Long> out = new ArrayList<>();
        Pack.read(writer.close(), coder, hash -> out.add(hash.number()));
        assertEquals(in, out);
      }
    }
  }

  private record Uncodable(Object anything) {}

  @Test
  void aTypeWithoutACodecIsRefusedAtOnce() {
    assertThrows(IllegalArgumentException.class, () -> RecordCoder.of(Uncodable.class));
  }
}
