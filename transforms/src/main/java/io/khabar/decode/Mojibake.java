package io.khabar.decode;

import java.util.List;

/** Repairs text that was decoded with the wrong charset before it reached us. */
final class Mojibake {
  private Mojibake() {}

  static String repair(String text, List<String> warnings) {
    return text;
  }
}
