package io.khabar.read;

import java.io.Serializable;

/**
 * A file of the input.
 *
 * @param uri the file as it was named to us, verbatim: what was given plus, for a folder, the way down from it
 * @param path the same below the input root, parted by {@code /}; ids of records are made from it, so that they do not depend on where the dump lies
 * @param bytes its length
 * @param trouble why it cannot be read, known when the input was listed; null for a file
 */
public record InputFile(String uri, String path, long bytes, Trouble trouble) implements Serializable {
  /** A file that can be read for all that is known. */
  public InputFile(String uri, String path, long bytes) {
    this(uri, path, bytes, null);
  }

  /** What stands among the files and is none. */
  public enum Trouble {
    /** A link to nothing, or to itself. */
    DANGLING_LINK("dangling_link", null),
    /** A link to a folder above it. */
    LINK_LOOP("link_loop", null),
    /** A pipe, a socket or a device: it may never end. */
    NO_REGULAR_FILE("no_regular_file", null),
    FOLDER_DENIED("unreadable", "the folder cannot be listed: permission denied"),
    FOLDER_BROKEN("unreadable", "the folder cannot be listed"),
    NAME("unreadable", "the file's name is not valid UTF-8, so that it cannot be opened; rename it");

    private final String reason;
    private final String message;

    Trouble(String reason, String message) {
      this.reason = reason;
      this.message = message;
    }

    /** The code for the row. */
    public String reason() {
      return reason;
    }

    /** The sentence of a reject; null where it is only counted. */
    public String message() {
      return message;
    }

    /** Whether nothing is lost with it. */
    public boolean isSkip() {
      return message == null;
    }
  }
}
