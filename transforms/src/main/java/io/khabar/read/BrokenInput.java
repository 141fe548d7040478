package io.khabar.read;

import java.io.IOException;

/** The bytes under a reader cannot be had beyond this point; what was read before is sound. */
final class BrokenInput extends IOException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  BrokenInput(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The code for the row of rejects. */
  String reason() {
    return reason;
  }
}
