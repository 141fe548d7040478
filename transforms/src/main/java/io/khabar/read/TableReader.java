package io.khabar.read;

import io.khabar.model.Format;
import java.io.IOException;

/** Parts a CSV or TSV file into its rows; the first is the header. A line feed inside quotes is part of a cell. */
final class TableReader {
  private final Emitter emitter;
  private final Units in;
  private final Payload payload;

  TableReader(Emitter emitter, Units in, Payload payload) {
    this.emitter = emitter;
    this.in = in;
    this.payload = payload;
  }

  void read() throws IOException {
    int delimiter = -1;
    String header = null;
    while (in.peek() >= 0) {
      long offset = in.position();
      payload.clear();
      try {
        row(delimiter);
      } catch (BrokenInput e) {
        emitter.cutOff(offset, payload, e);
        throw e;
      }
      if (!payload.tooLarge()) {
        in.trimEnd(payload);
      }
      if (header == null) {
        if (payload.tooLarge()) {
          emitter.tooLarge(offset, payload);
          return;
        }
        if (payload.size() == 0) {
          continue;
        }
        header = in.text(payload.bytes());
        delimiter = Table.delimiter(header);
      } else if (payload.size() > 0) {
        emitter.emit(Format.CSV, offset, payload, header, in.charset());
      }
    }
  }

  /** Takes one row; a quote only opens a cell where the cell begins. */
  private void row(int delimiter) throws IOException {
    boolean quoted = false;
    boolean begin = true;
    for (int c = in.take(payload); c >= 0; c = in.take(payload)) {
      if (quoted) {
        if (c == '"') {
          if (in.peek() == '"') {
            in.take(payload);
          } else {
            quoted = false;
          }
        }
      } else if (c == '"' && begin) {
        quoted = true;
      } else if (c == '\n') {
        return;
      }
      begin = !quoted && (delimiter < 0 ? c == ',' || c == '\t' || c == ';' : c == delimiter);
    }
  }
}
