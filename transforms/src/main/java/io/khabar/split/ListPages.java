package io.khabar.split;

import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Page;
import java.util.List;

/** Tells pages that only lead to others (front pages, sections, archives, «not found») from pages that hold a story, by their HTML. */
final class ListPages {
  private static final int LEAST_LINKS = 5;
  private static final int LEAST_HEADLINE = 12;
  private static final int SHORT = 200;

  private ListPages() {}

  /**
   * Whether a page is a list.
   *
   * @param text what was found of a main story, maybe empty
   * @param datelines the dates printed beside it
   */
  static boolean is(Page page, String text, List<String> datelines) {
    if (page.blocks().isEmpty() || text.length() >= SHORT) {
      return false;
    }
    int links = 0;
    int teasers = 0;
    for (Block block : page.blocks()) {
      int length = block.end() - block.start();
      links += length >= LEAST_HEADLINE && block.linkChars() * 10 >= length * 6 ? 1 : 0;
      teasers += "teaser".equals(block.container()) && length >= LEAST_HEADLINE ? 1 : 0;
    }
    if (Math.max(links, teasers) < LEAST_LINKS) {
      return false;
    }
    // a photo, a film or one short line is a story where the page says when it was published
    return !isDated(page, datelines);
  }

  private static boolean isDated(Page page, List<String> datelines) {
    if (!datelines.isEmpty()) {
      return true;
    }
    for (Clue clue : page.clues()) {
      if (clue.field() == ClueField.PUBLISHED && !clue.source().equals("time")) {
        return true;
      }
    }
    return false;
  }
}
