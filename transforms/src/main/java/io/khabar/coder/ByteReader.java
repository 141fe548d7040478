package io.khabar.coder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A byte array read without locks or copies; packs are read through it. */
final class ByteReader extends InputStream {
  private final byte[] bytes;
  private final int end;
  private int at;

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

  String text(int length) throws IOException {
    if (length > end - at) {
      throw new EOFException();
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
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
