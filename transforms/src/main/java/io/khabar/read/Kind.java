package io.khabar.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a file or entry is. */
enum Kind {
  EMPTY,
  GZIP,
  BZIP2,
  ZSTD,
  ZIP,
  TAR,
  WARC,
  ARC,
  TEXT,
  HTML,
  JSON,
  JSON_LINES,
  CSV,
  OTHER;

  private static final int HEAD = 1024;
  private static final int TAR_MAGIC = 257;

  private static final Map<String, Kind> CONTAINERS =
      Map.ofEntries(
          Map.entry("gz", GZIP), Map.entry("gzip", GZIP), Map.entry("tgz", GZIP), Map.entry("bz2", BZIP2), Map.entry("tbz2", BZIP2), Map.entry("tbz", BZIP2),
          Map.entry("zst", ZSTD), Map.entry("tzst", ZSTD), Map.entry("zip", ZIP), Map.entry("tar", TAR), Map.entry("warc", WARC), Map.entry("wet", WARC),
          Map.entry("arc", ARC));

  /** Whether something lies inside it that has to be unpacked. */
  boolean layer() {
    return this == GZIP || this == BZIP2 || this == ZSTD || this == ZIP || this == TAR;
  }

  /** Whether a file of this name, if plain, is JSON lines and may be read in ranges. */
  static boolean isJsonLines(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
  }

  /** Told by content first, for dumps are full of wrong names; by name where the content could be anything. */
  static Kind of(String name, ScanStream in) throws IOException {
    byte[] head = in.peek(HEAD);
    if (head.length == 0) {
      return EMPTY;
    }
    Kind magic = magic(head);
    if (magic != null) {
      return magic;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("._") || lower.equals(".ds_store") || lower.equals("thumbs.db")) {
      return OTHER;
    }
    String ext = lower.substring(lower.lastIndexOf('.') + 1);
    Kind content = markup(head);
    return switch (ext) {
      case "txt", "text", "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp" -> {
        boolean text = ext.equals("txt") || ext.equals("text");
        if (content == HTML || !text) {
          yield content == HTML || ext.equals("html") || ext.equals("htm") || ext.equals("xhtml") || ext.equals("shtml") ? HTML : OTHER;
        }
        yield TEXT;
      }
      case "jsonl", "ndjson" -> firstVisible(head) == '[' ? JSON : JSON_LINES;
      case "json" -> JSON;
      case "csv", "tsv" -> CSV;
      // a container that does not begin like one is damaged, and its reader finds what is left; servers and crawlers unpack files and leave them their name
      case "gz", "gzip", "bz2", "zst" -> content == HTML ? HTML : isText(head) ? unpacked(lower, in, CONTAINERS.get(ext)) : CONTAINERS.get(ext);
      case "tgz", "tbz2", "tbz", "tzst", "zip", "tar", "warc", "wet", "arc" -> content == HTML ? HTML : CONTAINERS.get(ext);
      // README.md and the like describe a dump; a page is HTML or has a name that says so
      default -> content == HTML && !ext.equals("md") ? HTML : OTHER;
    };
  }

  private static Kind magic(byte[] b) {
    if (starts(b, 0, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (starts(b, 0, 'B', 'Z', 'h') && b.length > 3 && b[3] >= '1' && b[3] <= '9') {
      return BZIP2;
    }
    if (starts(b, 0, 0x28, 0xB5, 0x2F, 0xFD) || (b.length > 3 && (b[0] & 0xF0) == 0x50 && starts(b, 1, 0x2A, 0x4D, 0x18))) {
      return ZSTD;
    }
    if (starts(b, 0, 'P', 'K', 3, 4) || starts(b, 0, 'P', 'K', 5, 6) || starts(b, 0, 'P', 'K', 7, 8)) {
      return ZIP;
    }
    if (starts(b, TAR_MAGIC, 'u', 's', 't', 'a', 'r')) {
      return TAR;
    }
    if (starts(b, 0, 'W', 'A', 'R', 'C', '/')) {
      return WARC;
    }
    if (starts(b, 0, 'f', 'i', 'l', 'e', 'd', 'e', 's', 'c', ':', '/', '/')) {
      return ARC;
    }
    return null;
  }

  /** What a file is that has the name of a compressed one and holds plain text. */
  private static Kind unpacked(String name, ScanStream in, Kind named) throws IOException {
    Kind inside = of(name.substring(0, name.lastIndexOf('.')), in);
    return inside == OTHER ? named : inside;
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    return true;
  }

  private static Kind markup(byte[] head) {
    String s = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
    int i = s.startsWith("\u00EF\u00BB\u00BF") ? 3 : s.startsWith("\u00FF\u00FE") || s.startsWith("\u00FE\u00FF") ? 2 : 0;
    while (true) {
      while (i < s.length() && s.charAt(i) <= ' ') {
        i++;
      }
      if (s.startsWith("<!--", i)) {
        int end = s.indexOf("-->", i);
        if (end < 0) {
          return null;
        }
        i = end + 3;
      } else if (s.startsWith("<?xml", i)) {
        int end = s.indexOf("?>", i);
        if (end < 0) {
          return null;
        }
        i = end + 2;
      } else {
        break;
      }
    }
    boolean html = s.startsWith("<!doctype html", i) || s.startsWith("<html", i) || s.startsWith("<head", i) || s.startsWith("<body", i);
    return html ? HTML : null;
  }

  private static int firstVisible(byte[] head) {
    int i = starts(head, 0, 0xEF, 0xBB, 0xBF) ? 3 : starts(head, 0, 0xFF, 0xFE) || starts(head, 0, 0xFE, 0xFF) ? 2 : 0;
    // the zeros of UTF-16 are blanks here
    while (i < head.length && head[i] >= 0 && head[i] <= ' ') {
      i++;
    }
    return i < head.length ? head[i] : -1;
  }

  private static boolean starts(byte[] bytes, int at, int... magic) {
    if (bytes.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[at + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
