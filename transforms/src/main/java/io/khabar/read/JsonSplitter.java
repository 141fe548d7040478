package io.khabar.read;

import io.khabar.model.Format;
import java.io.IOException;

/**
 * Parts a JSON file into its values without building them: the elements of an array of any length, or values one after the other. Only the structure is
 * looked at (in UTF-16 and in any charset whose ASCII is ASCII); whether a value is sound JSON is the decoder's to say, so one broken element costs itself.
 *
 * <p>A quote that was never closed would swallow all that follows; so a line that begins with {@code {"} inside a string begins a new element.
 */
final class JsonSplitter {
  private final Emitter emitter;
  private final Units in;
  private final Payload payload;
  private boolean inArray;

  JsonSplitter(Emitter emitter, Units in, Payload payload) {
    this.emitter = emitter;
    this.in = in;
    this.payload = payload;
  }

  void split() throws IOException {
    while (true) {
      int c = in.peek();
      if (c < 0) {
        break;
      }
      if (isBlank(c) || c == ',') {
        in.drop();
      } else if (c == '[' && !inArray) {
        inArray = true;
        in.drop();
      } else if (c == ']' && inArray) {
        inArray = false;
        in.drop();
      } else {
        long offset = in.position();
        payload.clear();
        try {
          if (c == '{' || c == '[') {
            nested();
          } else {
            flat();
          }
        } catch (BrokenInput e) {
          emitter.cutOff(offset, payload, e);
          throw e;
        }
        emitter.emit(Format.JSON, offset, payload, null, in.charset());
      }
    }
    if (inArray) {
      emitter.reject(in.position(), "truncated", "the file ends before its JSON array is closed", new byte[0]);
    }
  }

  private void nested() throws IOException {
    int depth = 0;
    boolean string = false;
    boolean escaped = false;
    while (true) {
      int c = in.take(payload);
      if (c < 0) {
        return;
      }
      if (string) {
        if (escaped) {
          escaped = false;
        } else if (c == '\\') {
          escaped = true;
        } else if (c == '"') {
          string = false;
        } else if (c == '\n' && beginsElement()) {
          return;
        }
      } else if (c == '"') {
        string = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        if (--depth == 0) {
          return;
        }
      }
    }
  }

  /** Whether the line ahead begins a new object. */
  private boolean beginsElement() throws IOException {
    char[] ahead = in.ahead(64);
    int i = 0;
    while (i < ahead.length && (isBlank(ahead[i]) || ahead[i] == ',')) {
      i++;
    }
    if (i == ahead.length || ahead[i] != '{') {
      return false;
    }
    i++;
    while (i < ahead.length && isBlank(ahead[i])) {
      i++;
    }
    return i < ahead.length && ahead[i] == '"';
  }

  /** A number, a word, a string or rubbish: to the end of its line or element. */
  private void flat() throws IOException {
    boolean string = in.peek() == '"';
    boolean escaped = false;
    boolean first = true;
    for (int c = in.take(payload); c >= 0; c = in.take(payload)) {
      if (string && !escaped && c == '"' && !first) {
        string = false;
      }
      first = false;
      escaped = string && !escaped && c == '\\';
      int next = in.peek();
      if (next == '\n' || (!string && (next == '{' || (inArray && (next == ',' || next == ']'))))) {
        return;
      }
    }
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
