package io.khabar.read;

import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.model.Skip;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All that a reader found. */
final class Gathered implements RecordSink {
  final List<RawRecord> records = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();
  final List<Skip> skips = new ArrayList<>();

  static Gathered of(String name, byte[] bytes, ReadConfig config) {
    Gathered all = new Gathered();
    new RecordReader(config).read(new InputFile("in/" + name, name, bytes.length), new ByteArrayInputStream(bytes), all);
    return all;
  }

  static Gathered of(String name, byte[] bytes) {
    return of(name, bytes, ReadConfig.defaults());
  }

  static Gathered of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  List<String> payloads() {
    return records.stream().map(r -> new String(r.payload(), StandardCharsets.UTF_8)).toList();
  }

  List<String> reasons() {
    return rejects.stream().map(Reject::reason).toList();
  }

  @Override
  public void record(RawRecord record) {
    records.add(record);
  }

  @Override
  public void reject(Reject reject) {
    rejects.add(reject);
  }

  @Override
  public void skip(Skip skip) {
    skips.add(skip);
  }
}
