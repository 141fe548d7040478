package io.khabar.bench;

import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.model.Skip;
import io.khabar.read.InputFile;
import io.khabar.read.ReadConfig;
import io.khabar.read.RecordReader;
import io.khabar.read.RecordSink;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The records of a file in memory, for benches: what a run would reject or skip is left out, for they only measure. */
final class AllRecords {
  private AllRecords() {}

  static List<RawRecord> of(InputFile file, InputStream in) {
    List<RawRecord> records = new ArrayList<>();
    new RecordReader(ReadConfig.defaults())
        .read(
            file,
            in,
            new RecordSink() {
              @Override
              public void record(RawRecord record) {
                records.add(record);
              }

              @Override
              public void reject(Reject reject) {}

              @Override
              public void skip(Skip skip) {}
            });
    return records;
  }
}
