package io.khabar.coder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedPackTest {
  record Item(String name, int[] numbers) {}

  @Test
  void onlyWhatIsWantedIsDecoded() {
    KeyedPack.Writer<Item> writer = new KeyedPack.Writer<>(RecordCoder.of(Item.class));
    for (int i = 0; i < 1000; i++) {
      writer.add(i * 0x9E3779B97F4A7C15L, new Item("خبر " + i, new int[] {i, -i}));
    }
    byte[] pack = writer.close();
    List<String> names = new ArrayList<>();
    KeyedPack.read(pack, RecordCoder.of(Item.class), key -> key == 7 * 0x9E3779B97F4A7C15L || key == 0, item -> names.add(item.name() + item.numbers()[1]));
    assertEquals(List.of("خبر 00", "خبر 7-7"), names);
    List<Long> keys = new ArrayList<>();
    KeyedPack.keys(pack, keys::add);
    assertEquals(1000, keys.size());
    assertEquals(3 * 0x9E3779B97F4A7C15L, keys.get(3));
  }

  @Test
  void aClosedWriterStartsAnew() {
    KeyedPack.Writer<Item> writer = new KeyedPack.Writer<>(RecordCoder.of(Item.class));
    writer.add(1, new Item("أ", new int[0]));
    writer.close();
    writer.add(2, new Item("ب", new int[0]));
    List<String> names = new ArrayList<>();
    KeyedPack.read(writer.close(), RecordCoder.of(Item.class), key -> true, item -> names.add(item.name()));
    assertEquals(List.of("ب"), names);
  }
}
