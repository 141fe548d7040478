package io.khabar.coder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A byte array read without locks or copies; packs are read through it. */
final class ByteReader extends InputStream {
  private static final char[] NONE = {};

  private final byte[] bytes;
  private final int end;
  private int at;
  private char[] chars = NONE;

  ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /** Reads from {@code from} to before {@code end}. */
  ByteReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  @Override
  public int read() {
    return at < end ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) {
    if (at >= end) {
      return length == 0 ? 0 : -1;
    }
    int n = Math.min(length, end - at);
    System.arraycopy(bytes, at, target, from, n);
    at += n;
    return n;
  }

  @Override
  public int available() {
    return end - at;
  }

  /** A text of so many bytes, see {@link ShortText}. */
  String text(int length) throws IOException {
    if (length > end - at) {
      throw new EOFException();
    }
    if (length > chars.length) {
      chars = new char[Math.max(length, 2 * chars.length)];
    }
    String text = new String(chars, 0, ShortText.read(bytes, at, at + length, chars));
    at += length;
    return text;
  }

  byte[] bytes(int length) throws EOFException {
    if (length > available()) {
      throw new EOFException();
    }
    byte[] copy = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return copy;
  }
}
