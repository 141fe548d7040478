package io.khabar.bench;

import io.khabar.decode.DecodeConfig;
import io.khabar.decode.PageDecoder;
import io.khabar.lane.Rejection;
import io.khabar.model.Page;
import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.model.Skip;
import io.khabar.read.InputFile;
import io.khabar.read.ReadConfig;
import io.khabar.read.RecordReader;
import io.khabar.read.RecordSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages of one file as a run reads and decodes them, without an engine; what a run would reject or skip is left out. */
final class PageFile {
  private PageFile() {}

  static List<Page> read(Path file) throws IOException {
    List<Page> pages = new ArrayList<>();
    PageDecoder decoder = new PageDecoder(DecodeConfig.defaults());
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(RawRecord record) {
            try {
              pages.add(decoder.decode(record));
            } catch (Rejection e) {
              // a run writes it to rejects
            }
          }

          @Override
          public void reject(Reject reject) {}

          @Override
          public void skip(Skip skip) {}
        };
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      new RecordReader(ReadConfig.defaults()).read(new InputFile(file.toString(), file.getFileName().toString(), Files.size(file)), in, sink);
    }
    return pages;
  }
}
