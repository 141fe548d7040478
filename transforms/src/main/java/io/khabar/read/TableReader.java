package io.khabar.read;

import io.khabar.model.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Parts a CSV or TSV file into its rows; the first is the header. A line feed inside quotes is part of a cell. */
final class TableReader {
  private final Emitter emitter;
  private final ScanStream in;
  private final Payload payload;

  TableReader(Emitter emitter, ScanStream in, Payload payload) {
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
      while (!payload.tooLarge() && payload.size() > 0 && isLineEnd(payload.at((int) payload.size() - 1))) {
        payload.cut(1);
      }
      if (header == null) {
        if (payload.tooLarge()) {
          emitter.tooLarge(offset, payload);
          return;
        }
        if (payload.size() == 0) {
          continue;
        }
        header = decode(payload.bytes());
        delimiter = Table.delimiter(header);
      } else if (payload.size() > 0) {
        emitter.emit(Format.CSV, offset, payload, header);
      }
    }
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /** Takes one row; a quote only opens a cell where the cell begins. */
  private void row(int delimiter) throws IOException {
    boolean quoted = false;
    boolean begin = true;
    for (int c = in.read(); c >= 0; c = in.read()) {
      payload.add(c);
      if (quoted) {
        if (c == '"') {
          if (in.peek() == '"') {
            payload.add(in.read());
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

  private static String decode(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, Charset.forName("windows-1256"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
