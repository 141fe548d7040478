package io.khabar.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static Ledger.Builder sound() {
    Ledger.Builder ledger = new Ledger.Builder();
    for (String dataset : List.of("documents", "stories")) {
      for (String format : List.of("jsonl", "parquet")) {
        ledger.add(new Ledger.Entry(new FileEntry(dataset, dataset + "/part-00000-of-00001." + format, format, 3, 10, "", 77), null));
      }
    }
    tally(ledger, "read.records", 3);
    tally(ledger, "decode.pages", 3);
    tally(ledger, "skipped.image", 2);
    tally(ledger, "parse.page_keys", 77);
    tally(ledger, "parse.chars", 500);
    tally(ledger, "write.segment_chars", 500);
    tally(ledger, "parse.stories", 4);
    tally(ledger, "excluded.language", 1);
    tally(ledger, "event.stories", 3);
    return ledger;
  }

  private static void tally(Ledger.Builder ledger, String name, long value) {
    ledger.add(new Ledger.Entry(null, new Tally(name, value)));
  }

  @Test
  void aSoundLedgerClosesAndComesBack() throws IOException {
    Ledger ledger = sound().build();
    assertEquals(List.of(), ledger.problems());
    assertEquals(ledger, Ledger.fromJson(ledger.toJson()));
    assertEquals(5, ledger.recordsRead());
  }

  @Test
  void everyLossIsNoticed() {
    for (String lost : List.of("read.records", "decode.pages", "parse.page_keys", "parse.chars", "parse.stories", "event.stories", "page.rejects", "decode.rejects")) {
      Ledger.Builder ledger = sound();
      tally(ledger, lost, 1);
      assertTrue(!ledger.build().problems().isEmpty(), lost);
    }
  }

  @Test
  void formatsMustHoldTheSameRows() {
    Ledger.Builder ledger = sound();
    ledger.add(new Ledger.Entry(new FileEntry("stories", "stories/part-00000-of-00001.parquet", "parquet", 2, 10, "", 77), null));
    assertEquals(1, ledger.build().problems().size());
  }
}
