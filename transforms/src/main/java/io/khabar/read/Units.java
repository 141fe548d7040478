package io.khabar.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The code units of a text file whose structure is looked at: bytes wherever ASCII is ASCII (UTF-8, windows-1256, ISO-8859-6), two bytes in UTF-16. What is
 * taken goes to a payload byte for byte, so records stay the very bytes of their file.
 */
final class Units {
  private static final int HEAD = 512;
  private static final double MOST = 0.8;

  private final ScanStream in;
  private final Charset wide;

  private Units(ScanStream in, Charset wide) {
    this.in = in;
    this.wide = wide;
  }

  /** Looks at the file's first bytes and takes its byte order mark, if there is one. */
  static Units of(ScanStream in) throws IOException {
    byte[] head = in.peek(HEAD);
    int mark = mark(head);
    Charset wide = wide(head);
    for (int i = 0; i < mark; i++) {
      in.read();
    }
    return new Units(in, wide);
  }

  /** Bytes, in the middle of a file. */
  static Units bytes(ScanStream in) {
    return new Units(in, null);
  }

  /** UTF-16 of either order, or null: by its mark, or by the zero and 06 bytes that ASCII and Arabic have in every other place. */
  static Charset wide(byte[] head) {
    if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    int pairs = head.length / 2;
    int little = 0;
    int big = 0;
    for (int i = 0; i < pairs; i++) {
      big += head[2 * i] == 0 || head[2 * i] == 6 ? 1 : 0;
      little += head[2 * i + 1] == 0 || head[2 * i + 1] == 6 ? 1 : 0;
    }
    if (pairs == 0 || Math.max(big, little) < MOST * pairs || big == little) {
      return null;
    }
    return little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static int mark(byte[] head) {
    if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
      return 3;
    }
    boolean two = head.length >= 2 && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
    return two ? 2 : 0;
  }

  /** The charset the reader is sure of, by name, or null: a decoder has to find out. */
  String charset() {
    return wide == null ? null : wide.name();
  }

  long position() {
    return in.position();
  }

  /** The next unit without taking it, or -1. */
  int peek() throws IOException {
    return wide == null ? in.peek() : unit(in.peekPair());
  }

  /** Takes the next unit into a payload; -1 at the end. */
  int take(Payload out) throws IOException {
    if (wide == null) {
      int c = in.read();
      if (c >= 0) {
        out.add(c);
      }
      return c;
    }
    int pair = in.peekPair();
    if (pair >= 0) {
      out.add(in.read());
      // a file that ends in the middle of a unit
      if (in.peek() >= 0) {
        out.add(in.read());
      }
    }
    return unit(pair);
  }

  /** Takes the next unit and drops it. */
  int drop() throws IOException {
    if (wide == null) {
      return in.read();
    }
    int pair = in.peekPair();
    in.read();
    in.read();
    return unit(pair);
  }

  private int unit(int pair) {
    return pair < 0 || wide == StandardCharsets.UTF_16BE ? pair : (pair & 0xFF) << 8 | pair >> 8;
  }

  /** The units ahead, up to {@code n}. */
  char[] ahead(int n) throws IOException {
    byte[] bytes = in.peek(wide == null ? n : 2 * n);
    return new String(bytes, wide == null ? StandardCharsets.ISO_8859_1 : wide).toCharArray();
  }

  /** Takes a line with its line feed; false when nothing is left. */
  boolean line(Payload out) throws IOException {
    if (wide == null) {
      return in.line(out);
    }
    int c = take(out);
    if (c < 0) {
      return false;
    }
    while (c >= 0 && c != '\n') {
      c = take(out);
    }
    return true;
  }

  /** Takes the ends of lines off a payload that is within its bound. */
  void trimEnd(Payload out) {
    int width = wide == null ? 1 : 2;
    while (out.size() >= width) {
      int last = at(out, (int) out.size() - width);
      if (last != '\n' && last != '\r') {
        return;
      }
      out.cut(width);
    }
  }

  /** Whether a payload within its bound holds nothing but blanks. */
  boolean isBlank(Payload out) {
    int width = wide == null ? 1 : 2;
    for (int i = 0; i + width <= out.size(); i += width) {
      int c = at(out, i);
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return false;
      }
    }
    return true;
  }

  private int at(Payload out, int i) {
    return wide == null ? out.at(i) & 0xFF : unit((out.at(i) & 0xFF) << 8 | (out.at(i + 1) & 0xFF));
  }

  /** A header's text: UTF-16 where the file is, else UTF-8 where it is sound, else the Arabic single-byte charset that gives Arabic letters alone. */
  String text(byte[] bytes) {
    if (wide != null) {
      return new String(bytes, wide);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      String windows = new String(bytes, Charset.forName("windows-1256"));
      String iso = new String(bytes, Charset.forName("ISO-8859-6"));
      return iso.indexOf('\uFFFD') < 0 && accents(windows) > 0 ? iso : windows;
    }
  }

  /** The letters of French that windows-1256 has where ISO-8859-6 has lam, heh, waw and yeh. */
  private static int accents(String text) {
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      n += text.charAt(i) >= '\u00E0' && text.charAt(i) <= '\u00EF' ? 1 : 0;
    }
    return n;
  }
}
