package io.khabar.read;

import io.khabar.model.Reject;
import io.khabar.text.Ids;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of one record while they are gathered. Past its bound it keeps the head only, and goes on with count and hash. */
final class Payload {
  private final int max;
  private byte[] bytes = new byte[8 << 10];
  private long size;
  private int kept;
  private MessageDigest digest;

  Payload(int max) {
    this.max = max;
  }

  void clear() {
    size = 0;
    digest = null;
    if (bytes.length > 1 << 20) {
      bytes = new byte[8 << 10];
    }
  }

  void add(int b) {
    if (size < bytes.length && size < max) {
      bytes[(int) size++] = (byte) b;
    } else {
      add(new byte[] {(byte) b}, 0, 1);
    }
  }

  void add(byte[] source, int from, int length) {
    if (size + length <= max) {
      if (size + length > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(max, Math.max(bytes.length * 2L, size + length)));
      }
      System.arraycopy(source, from, bytes, (int) size, length);
      size += length;
      return;
    }
    if (digest == null) {
      digest = Ids.sha256();
      digest.update(bytes, 0, (int) size);
      kept = (int) size;
    }
    if (kept < Reject.MAX_PAYLOAD) {
      int more = Math.min(length, Reject.MAX_PAYLOAD - kept);
      if (kept + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Reject.MAX_PAYLOAD);
      }
      System.arraycopy(source, from, bytes, kept, more);
      kept += more;
    }
    digest.update(source, from, length);
    size += length;
  }

  /** How many bytes came, kept or not. */
  long size() {
    return size;
  }

  /** Whether more came than the bound allows. */
  boolean tooLarge() {
    return digest != null;
  }

  /** All bytes; only while the bound holds. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, (int) size);
  }

  /** A byte among those kept. */
  byte at(int i) {
    return bytes[i];
  }

  /** Gives back the last bytes; only while the bound holds. */
  void cut(int length) {
    size -= length;
  }

  /** What a reject carries of it. */
  byte[] head() {
    return Arrays.copyOf(bytes, (int) Math.min(digest == null ? size : kept, Reject.MAX_PAYLOAD));
  }

  /** SHA-256 of all that came, in hex; once. */
  String sha256() {
    return digest == null ? Ids.sha256Hex(bytes()) : HexFormat.of().formatHex(digest.digest());
  }
}
