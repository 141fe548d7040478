package io.khabar.lane;

import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.text.Ids;
import java.util.Arrays;

/**
 * Thrown by a noun that cannot use a record and knows why; the verb around it turns it into a row of rejects. Carries no stack trace: it is an
 * answer, not an accident.
 */
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int TRACE_LINES = 6;

  private final String reason;

  /**
   * A known reason.
   *
   * @param reason code, lower case with underscores
   * @param message one sentence for a person
   */
  public Rejection(String reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** The code. */
  public String reason() {
    return reason;
  }

  /** The row for a record that a stage could not use, whatever was thrown. */
  public static Reject of(RawRecord record, String stage, Throwable thrown) {
    return of(record.sourceUri(), record.index(), record.offset(), stage, thrown, record.payload());
  }

  /** The row for a record, entry or file that a stage could not use; an exception that is no Rejection has the reason {@code failed} and a short trace. */
  public static Reject of(String sourceUri, long index, long offset, String stage, Throwable thrown, byte[] payload) {
    byte[] kept = payload.length <= Reject.MAX_PAYLOAD ? payload : Arrays.copyOf(payload, Reject.MAX_PAYLOAD);
    String reason = thrown instanceof Rejection r ? r.reason() : "failed";
    String message = thrown instanceof Rejection ? thrown.getMessage() : trace(thrown);
    return new Reject(sourceUri, index, offset, stage, reason, message, kept, Ids.sha256Hex(payload));
  }

  private static String trace(Throwable thrown) {
    StringBuilder out = new StringBuilder(thrown.toString());
    StackTraceElement[] trace = thrown.getStackTrace();
    for (int i = 0; i < Math.min(TRACE_LINES, trace.length); i++) {
      out.append("\n  at ").append(trace[i]);
    }
    return out.toString();
  }
}
