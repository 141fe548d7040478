package io.khabar.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids are content hashes: the first 128 bits of SHA-256, 32 lower-case hex digits. */
public final class Ids {
  private static final HexFormat HEX = HexFormat.of();

  private Ids() {}

  /** A new SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The whole SHA-256 of some bytes in hex. */
  public static String sha256Hex(byte[] bytes) {
    return HEX.formatHex(sha256().digest(bytes));
  }

  /** The id of some bytes. */
  public static String of(byte[] bytes) {
    return HEX.formatHex(sha256().digest(bytes), 0, 16);
  }

  /** The id of some texts; each is closed by a NUL, so that their borders count. */
  public static String of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HEX.formatHex(digest.digest(), 0, 16);
  }

  /** The id of a record: the path below the input root, its first byte there, and its payload. */
  public static String ofRecord(String path, long offset, byte[] payload) {
    MessageDigest digest = sha256();
    digest.update(path.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(Long.toString(offset).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(payload);
    return HEX.formatHex(digest.digest(), 0, 16);
  }

  /** Which of {@code n} partitions a document belongs to, its stories with it; the same on every machine. */
  public static int partition(String id, int n) {
    // the first eight hex digits are uniform already
    return (int) (Long.parseLong(id, 0, 8, 16) % n);
  }
}
