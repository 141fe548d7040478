package io.khabar.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream that can be looked ahead into and knows where it stands. Not thread-safe, which is what makes its single-byte reads cheap.
 */
final class ScanStream extends InputStream {
  private static final int CHUNK = 64 << 10;

  private final InputStream in;
  private byte[] buffer = new byte[CHUNK];
  private int at;
  private int end;
  private long base;
  private boolean done;
  private BrokenInput broken;

  ScanStream(InputStream in) {
    this.in = in;
  }

  /** A stream whose first byte has a position of its own. */
  ScanStream(InputStream in, long position) {
    this.in = in;
    this.base = position;
  }

  /** How many bytes were taken so far. */
  long position() {
    return base + at;
  }

  private boolean fill(int wanted) throws IOException {
    while (!done && end - at < wanted) {
      if (at > 0) {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        base += at;
        end -= at;
        at = 0;
      }
      if (buffer.length < wanted) {
        buffer = Arrays.copyOf(buffer, wanted);
      }
      try {
        int got = in.read(buffer, end, buffer.length - end);
        done = got < 0;
        end += Math.max(0, got);
      } catch (BrokenInput e) {
        // what came before is sound: whoever takes the last of it is told
        broken = e;
        done = true;
      }
    }
    if (broken != null && at == end) {
      throw broken;
    }
    return end - at >= wanted;
  }

  /** Puts bytes that were taken back in front, from {@code from} on. */
  void giveBack(byte[] taken, int from) {
    int n = taken.length - from;
    byte[] joined = new byte[Math.max(CHUNK, n + end - at)];
    System.arraycopy(taken, from, joined, 0, n);
    System.arraycopy(buffer, at, joined, n, end - at);
    base = base + at - n;
    end = n + end - at;
    at = 0;
    buffer = joined;
  }

  /** Up to {@code wanted} of the bytes that come next, without taking them; fewer only where the stream ends. */
  byte[] peek(int wanted) throws IOException {
    fill(wanted);
    return Arrays.copyOfRange(buffer, at, Math.min(end, at + wanted));
  }

  /** The next byte without taking it, or -1. */
  int peek() throws IOException {
    return at < end || fill(1) ? buffer[at] & 0xFF : -1;
  }

  /** The next two bytes as one number, the first one high, without taking them; -1 at the end, the last byte of an odd stream with 00 behind it. */
  int peekPair() throws IOException {
    if (end - at >= 2 || fill(2)) {
      return (buffer[at] & 0xFF) << 8 | (buffer[at + 1] & 0xFF);
    }
    return at < end ? (buffer[at] & 0xFF) << 8 : -1;
  }

  @Override
  public int read() throws IOException {
    return at < end || fill(1) ? buffer[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == end && !fill(1)) {
      return -1;
    }
    int n = Math.min(length, end - at);
    System.arraycopy(buffer, at, into, from, n);
    at += n;
    return n;
  }

  /**
   * Takes a line with its line feed.
   *
   * @return false when there is no byte left
   */
  boolean line(Payload out) throws IOException {
    if (at == end && !fill(1)) {
      return false;
    }
    while (true) {
      int i = at;
      while (i < end && buffer[i] != '\n') {
        i++;
      }
      boolean found = i < end;
      int stop = found ? i + 1 : i;
      out.add(buffer, at, stop - at);
      at = stop;
      if (found || !fill(1)) {
        return true;
      }
    }
  }

  @Override
  public int available() {
    return end - at;
  }
}
