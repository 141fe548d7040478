package io.khabar.segment;

import io.khabar.corpus.LineObservations;
import io.khabar.decode.References;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Page;
import io.khabar.text.MatchKey;
import io.khabar.text.PublishedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Who published a page: the record's word first, then a name in the markup that the list of outlets knows, the byline, the list's name for the host, a listed
 * outlet beside the headline in the page's title, and last whatever the markup says.
 */
final class Outlet {
  private final String name;
  private final List<String> names = new ArrayList<>();

  Outlet(Page page, boolean main, String byline, List<String> titles, SegmentRules rules) {
    Names known = rules.names();
    String listed = known.outletOfHost(LineObservations.host(page.url()));
    String markup = null;
    String markupKnown = null;
    for (Clue clue : page.clues()) {
      if (clue.field() != ClueField.OUTLET) {
        continue;
      }
      String value = PublishedText.line(References.mend(clue.value()));
      // an account's handle names the outlet for machines only
      if (value.isEmpty() || value.startsWith("@") || value.indexOf("://") >= 0) {
        continue;
      }
      names.add(value);
      if (markup == null) {
        markup = value;
      }
      if (markupKnown == null && known.isOutlet(value)) {
        markupKnown = value;
      }
    }
    if (listed != null) {
      names.add(listed);
    }
    if (byline != null) {
      names.add(byline);
    }
    if (page.outlet() != null && !page.outlet().isBlank()) {
      names.add(page.outlet());
    }
    if (!main) {
      name = byline;
    } else if (page.outlet() != null && !page.outlet().isBlank()) {
      name = page.outlet();
    } else if (markupKnown != null) {
      name = markupKnown;
    } else if (byline != null && known.isOutlet(byline)) {
      name = byline;
    } else if (listed != null) {
      name = listed;
    } else {
      String titled = titled(page, titles, rules);
      name = titled != null ? titled : markup != null ? markup : byline;
    }
  }

  /** The listed outlet in the page's title, as the markup or the record has it or as it is printed, or null. */
  private static String titled(Page page, List<String> printed, SegmentRules rules) {
    List<String> titles = new ArrayList<>();
    for (Clue clue : page.clues()) {
      if (clue.field() == ClueField.TITLE) {
        titles.add(PublishedText.line(References.mend(clue.value())));
      }
    }
    titles.addAll(printed);
    TitleCleaner cleaner = new TitleCleaner(rules);
    for (String title : titles) {
      String name = cleaner.outlet(title);
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /** The name, or null. */
  String name() {
    return name;
  }

  /** All names the page's outlet goes by. */
  List<String> names() {
    return names;
  }

  /** Whether some words are one of them. */
  boolean is(String other) {
    String key = MatchKey.of(other);
    for (String n : names) {
      if (MatchKey.of(n).equals(key)) {
        return true;
      }
    }
    return false;
  }
}
