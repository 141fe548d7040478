package io.khabar.read;

import io.khabar.model.Format;
import java.io.IOException;

/** One JSON value a line; blank lines are nothing. Only files whose line feeds are single bytes can be read in ranges; UTF-16 is read from its start. */
final class JsonLines {
  private JsonLines() {}

  /** Hands on the lines that begin before {@code to}. */
  static void read(Emitter emitter, ScanStream file, Payload payload, long to) throws IOException {
    // the mark belongs to the first line, wherever a range is cut
    boolean begin = file.position() == 0;
    Units in = begin ? Units.of(file) : Units.bytes(file);
    for (; begin || in.position() < to; begin = false) {
      long offset = in.position();
      payload.clear();
      try {
        if (!in.line(payload)) {
          return;
        }
      } catch (BrokenInput e) {
        emitter.cutOff(offset, payload, e);
        throw e;
      }
      if (payload.tooLarge()) {
        emitter.tooLarge(offset, payload);
        continue;
      }
      in.trimEnd(payload);
      if (!in.isBlank(payload)) {
        emitter.emit(Format.JSON, offset, payload, null, in.charset());
      }
    }
  }

  /** How many of the lines that begin before {@code to} are not blank. */
  static long count(ScanStream in, long to) throws IOException {
    boolean begin = in.position() == 0;
    if (begin) {
      Units.of(in);
    }
    long count = 0;
    for (; begin || in.position() < to; begin = false) {
      boolean some = false;
      int c = in.read();
      if (c < 0) {
        break;
      }
      while (c >= 0 && c != '\n') {
        some |= c != ' ' && c != '\t' && c != '\r';
        c = in.read();
      }
      if (some) {
        count++;
      }
    }
    return count;
  }
}
