package io.khabar.lane;

import io.khabar.model.Page;
import io.khabar.model.Reject;
import java.nio.charset.StandardCharsets;

/** A page on which a stage after decoding failed: the row carries the page's text, for the bytes lie where the row says. */
public final class PageFailure {
  private PageFailure() {}

  /** The row for a page. */
  public static Reject of(Page page, String stage, Throwable thrown) {
    return Rejection.of(page.sourceUri(), page.recordIndex(), page.recordOffset(), stage, thrown, page.text().getBytes(StandardCharsets.UTF_8));
  }
}
