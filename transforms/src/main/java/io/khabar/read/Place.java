package io.khabar.read;

/**
 * Where we are reading: a file, or an entry of an archive in it.
 *
 * @param uri what rows say
 * @param path what ids are made from
 * @param name what the format is told by: the last part, without the compressions already taken off
 * @param depth layers taken off so far
 * @param expansion what has come out of the file's layers so far
 */
record Place(String uri, String path, String name, int depth, Expansion expansion) {
  static Place of(InputFile file, ReadConfig config) {
    return new Place(file.uri(), file.path(), last(file.path()), 0, new Expansion(file.bytes(), config.maxExpansionRatio()));
  }

  /**
   * An entry, its name verbatim.
   *
   * @param nth of the entries of this name, from 1: an archive that was appended to holds a name more than once, and each is a record of its own
   */
  Place entry(String entry, int nth) {
    String which = nth == 1 ? entry : entry + "#" + nth;
    return new Place(uri + "!/" + which, path + "!/" + which, last(entry), depth + 1, expansion);
  }

  /** What a compression held. */
  Place inside(String... suffixes) {
    String inner = name;
    for (String suffix : suffixes) {
      if (inner.length() > suffix.length() && inner.regionMatches(true, inner.length() - suffix.length(), suffix, 0, suffix.length())) {
        inner = inner.substring(0, inner.length() - suffix.length());
        break;
      }
    }
    return new Place(uri, path, inner, depth + 1, expansion);
  }

  private static String last(String path) {
    String p = path.replace('\\', '/');
    return p.substring(p.lastIndexOf('/') + 1);
  }
}
