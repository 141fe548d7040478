package io.khabar.pipeline;

/** The user asked for something that cannot be done as asked; the message is the one sentence to print. Exit code 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message, null, false, false);
  }
}
