package io.khabar.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads WARC, WET and ARC files record by record. The records are framed here, so that each is bounded, knows its offset and a broken one costs itself: after one
 * the next line that begins a record is looked for. What is inside a record jwarc takes apart ({@link Captures}).
 *
 * <p>Pages are responses, resources and conversions (WET) that are HTML or plain text; all other records are skips with their reason. Every record takes a
 * number, so {@code index} counts what lies in the file.
 */
final class WebArchive {
  private static final int MAX_HEADER = 64 << 10;
  private static final String CORRUPT_WARC = "corrupt_warc";
  private static final String CORRUPT_ARC = "corrupt_arc";

  private final Emitter emitter;
  private final ScanStream in;
  private final Payload payload;
  private final Payload line = new Payload(MAX_HEADER);
  private final Captures captures;
  private boolean arcTwo;

  WebArchive(Emitter emitter, Place place, ScanStream in, Payload payload) {
    this.emitter = emitter;
    this.in = in;
    this.payload = payload;
    this.captures = new Captures(emitter, place);
  }

  void warc() throws IOException {
    while (skipBlanks()) {
      long offset = in.position();
      if (!starts("WARC/")) {
        junk(offset, CORRUPT_WARC, "no WARC record begins here");
        continue;
      }
      Map<String, String> header = header();
      long length = header == null ? -1 : number(header.get("content-length"));
      if (length < 0) {
        junk(offset, CORRUPT_WARC, header == null ? "the record's header does not end" : "the record's header has no length");
        continue;
      }
      if (!body(offset, length, CORRUPT_WARC, "WARC/1.")) {
        continue;
      }
      captures.warc(offset, header, payload.bytes());
    }
  }

  void arc() throws IOException {
    boolean first = true;
    while (skipBlanks()) {
      long offset = in.position();
      line.clear();
      in.line(line);
      String text = line.tooLarge() ? "" : new String(line.bytes(), StandardCharsets.UTF_8).strip();
      String[] fields = arcFields(text);
      if (fields == null) {
        payload.clear();
        payload.add(line.head(), 0, line.head().length);
        gather();
        emitter.rejectRecord(offset, CORRUPT_ARC, "no ARC record begins here", payload.head());
        continue;
      }
      long length = number(fields[4]);
      if (length < 0) {
        payload.clear();
        payload.add(line.head(), 0, line.head().length);
        gather();
        emitter.rejectRecord(offset, CORRUPT_ARC, "the record's header has no length", payload.head());
        first = false;
        continue;
      }
      if (!body(offset, length, CORRUPT_ARC, null)) {
        continue;
      }
      if (first && fields[0].startsWith("filedesc:")) {
        arcTwo = payload.size() > 0 && payload.at(0) == '2';
        emitter.skipRecord(offset, "arc_filedesc");
      } else if (fields[0].chars().anyMatch(c -> c < ' ')) {
        emitter.rejectRecord(offset, CORRUPT_ARC, "the header of the record is damaged", payload.head());
      } else {
        captures.arc(offset, fields[0], fields[2], fields[3], payload.bytes());
      }
      first = false;
    }
  }

  /** URL, IP, date, type and length; the URL may hold blanks, so the fields are counted from the end. Null when the line is no header. */
  private String[] arcFields(String text) {
    String[] words = text.split(" ");
    int tail = arcTwo ? 9 : 4;
    if (words.length < tail + 1 || !text.contains(":")) {
      return null;
    }
    int at = words.length - tail;
    StringBuilder url = new StringBuilder(words[0]);
    for (int i = 1; i < at; i++) {
      url.append(' ').append(words[i]);
    }
    String date = words[at + 1];
    if (date.length() < 8 || !date.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    return new String[] {url.toString(), words[at], date, words[at + 2], words[words.length - 1]};
  }

  /** Takes line ends; false at the end of the file. */
  private boolean skipBlanks() throws IOException {
    int c = in.peek();
    while (c == '\n' || c == '\r') {
      in.read();
      c = in.peek();
    }
    return c >= 0;
  }

  private boolean starts(String word) throws IOException {
    return new String(in.peek(word.length()), StandardCharsets.ISO_8859_1).equals(word);
  }

  /** A record's header, names in lower case; null when it does not end within its bound. The bytes are kept in the payload for a reject. */
  private Map<String, String> header() throws IOException {
    Map<String, String> header = new TreeMap<>();
    payload.clear();
    String name = null;
    for (long size = 0; size < MAX_HEADER; size += line.size()) {
      line.clear();
      if (!in.line(line) || line.tooLarge()) {
        return null;
      }
      byte[] bytes = line.bytes();
      payload.add(bytes, 0, bytes.length);
      String text = new String(bytes, StandardCharsets.UTF_8);
      String stripped = text.strip();
      if (stripped.isEmpty()) {
        return header;
      }
      int colon = stripped.indexOf(':');
      if (name != null && (text.startsWith(" ") || text.startsWith("\t"))) {
        header.merge(name, stripped, (a, b) -> a + " " + b);
      } else if (colon > 0) {
        name = stripped.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        header.putIfAbsent(name, stripped.substring(colon + 1).strip());
      }
    }
    return null;
  }

  /** Takes a record's body into the payload; false when the record was rejected instead. */
  private boolean body(long offset, long length, String reason, String begin) throws IOException {
    payload.clear();
    byte[] chunk = new byte[16 << 10];
    long left = length;
    try {
      while (left > 0) {
        int n = in.read(chunk, 0, (int) Math.min(left, chunk.length));
        if (n < 0) {
          if (!payload.tooLarge() && Captures.isWhole(payload.bytes())) {
            // the archive's length counts line ends that some copy has dropped; the page inside is complete by its own length
            return true;
          }
          if (!resume(begin)) {
            emitter.rejectRecord(offset, "truncated", "the file ends " + left + " bytes before the record does", payload.head());
          } else {
            emitter.rejectRecord(offset, reason, "another record begins before this one's length of " + length + " bytes is full", payload.head());
          }
          return false;
        }
        payload.add(chunk, 0, n);
        left -= n;
      }
      int next = in.peek();
      if (begin != null && next >= 0 && next != '\r' && next != '\n' && !starts("WARC/")) {
        // the length is wrong: too long, and the next record was taken for this one's body, or too short
        if (resume(begin)) {
          emitter.rejectRecord(offset, reason, "another record begins before this one's length of " + length + " bytes is full", payload.head());
        } else {
          gather();
          emitter.rejectRecord(offset, reason, "the record is longer than its length of " + length + " bytes", payload.head());
        }
        return false;
      }
    } catch (BrokenInput e) {
      emitter.cutOff(offset, payload, e);
      throw e;
    }
    if (payload.tooLarge()) {
      emitter.tooLarge(offset, payload);
      return false;
    }
    return true;
  }

  /** Gives back what was taken from the beginning of another record on. */
  private boolean resume(String begin) {
    if (begin == null || payload.tooLarge()) {
      return false;
    }
    byte[] taken = payload.bytes();
    byte[] mark = ("\n" + begin).getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i + mark.length <= taken.length; i++) {
      int k = 0;
      while (k < mark.length && taken[i + k] == mark[k]) {
        k++;
      }
      if (k == mark.length) {
        in.giveBack(taken, i + 1);
        payload.cut(taken.length - i - 1);
        return true;
      }
    }
    return false;
  }

  /** Takes all up to the next record and rejects it. */
  private void junk(long offset, String reason, String message) throws IOException {
    if (in.position() == offset) {
      payload.clear();
    }
    try {
      gather();
    } catch (BrokenInput e) {
      emitter.cutOff(offset, payload, e);
      throw e;
    }
    emitter.rejectRecord(offset, reason, message, payload.head());
  }

  /** Adds lines to the payload until one begins a record. */
  private void gather() throws IOException {
    boolean any = false;
    while (in.peek() >= 0) {
      if ((any || payload.size() > 0) && (starts("WARC/1.") || beginsArc())) {
        return;
      }
      in.line(payload);
      any = true;
    }
  }

  private boolean beginsArc() throws IOException {
    String ahead = new String(in.peek(2048), StandardCharsets.ISO_8859_1);
    int end = ahead.indexOf('\n');
    return end > 0 && ahead.startsWith("http") && arcFields(ahead.substring(0, end).strip()) != null;
  }

  private static long number(String text) {
    if (text == null || text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return Long.parseLong(text);
  }
}
