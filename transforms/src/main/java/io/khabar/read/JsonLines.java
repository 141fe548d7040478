package io.khabar.read;

import io.khabar.model.Format;
import java.io.IOException;

/** One JSON value a line; blank lines are nothing. */
final class JsonLines {
  private JsonLines() {}

  /** Hands on the lines that begin before {@code to}. */
  static void read(Emitter emitter, ScanStream in, Payload payload, long to) throws IOException {
    // the mark belongs to the first line, wherever a range is cut
    boolean begin = in.position() == 0;
    if (begin) {
      skipMark(in);
    }
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
      trim(payload);
      int start = blanks(payload);
      if (start < payload.size()) {
        emitter.emit(Format.JSON, offset, payload, null);
      }
    }
  }

  /** How many of the lines that begin before {@code to} are not blank. */
  static long count(ScanStream in, long to) throws IOException {
    boolean begin = in.position() == 0;
    if (begin) {
      skipMark(in);
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

  private static void skipMark(ScanStream in) throws IOException {
    byte[] head = in.peek(3);
    if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
      in.readNBytes(3);
    }
  }

  private static void trim(Payload payload) {
    if (payload.size() > 0 && payload.at((int) payload.size() - 1) == '\n') {
      payload.cut(1);
    }
    if (payload.size() > 0 && payload.at((int) payload.size() - 1) == '\r') {
      payload.cut(1);
    }
  }

  private static int blanks(Payload payload) {
    int i = 0;
    while (i < payload.size() && (payload.at(i) == ' ' || payload.at(i) == '\t' || payload.at(i) == '\r')) {
      i++;
    }
    return i;
  }
}
