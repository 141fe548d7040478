package io.khabar.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Plain bytes gathered for a pack, in a buffer that grows and is used again. Not thread-safe. */
final class PackBuffer {
  private ByteBuffer buffer;

  /** @param capacity bytes to begin with */
  PackBuffer(int capacity) {
    buffer = ByteBuffer.allocate(capacity);
  }

  /** The buffer, with room for so many bytes more; for at once, for it may be another one the next time. */
  ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      buffer = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes)).put(buffer.flip());
    }
    return buffer;
  }

  /** Bytes gathered so far. */
  int size() {
    return buffer.position();
  }

  /** What was gathered; the buffer is empty again. */
  byte[] close() {
    byte[] pack = Arrays.copyOf(buffer.array(), buffer.position());
    buffer.clear();
    return pack;
  }
}
