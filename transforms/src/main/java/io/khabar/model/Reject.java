package io.khabar.model;

/**
 * A record or file that could not be used.
 *
 * @param recordIndex -1 when the whole file is meant
 * @param recordOffset first byte, -1 when unknown
 * @param stage the stage that gave up: {@code read}, {@code decode}, {@code segment} ...
 * @param reason code: {@code empty}, {@code invalid_json}, {@code undecodable}, {@code too_large}, {@code failed} ...
 * @param message one sentence, with a short trace after an unexpected exception
 * @param payload at most {@link #MAX_PAYLOAD} bytes of it
 * @param payloadSha256 of the whole payload, lower-case hex
 */
public record Reject(
    String sourceUri,
    long recordIndex,
    long recordOffset,
    String stage,
    String reason,
    String message,
    byte[] payload,
    String payloadSha256) {
  /** How much of a payload a reject carries, in bytes. */
  public static final int MAX_PAYLOAD = 64 * 1024;
}
