package io.khabar.dedup;

import io.khabar.text.Hash64;
import io.khabar.text.RuleFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** URLs as names of articles: scheme, www, default ports, fragments, trailing slashes, percent escapes and tracking parameters make no difference. */
final class UrlKey {
  /** The hash of what names no article: no URL, or a site's front page. */
  static final long NONE = 0;

  private static final Set<String> TRACKING = new HashSet<>();
  private static final List<String> TRACKING_BEGINNINGS = new ArrayList<>();

  static {
    for (String[] row : RuleFile.resource("/khabar/dedup/tracking.tsv", 1)) {
      if (row[0].endsWith("*")) {
        TRACKING_BEGINNINGS.add(row[0].substring(0, row[0].length() - 1));
      } else {
        TRACKING.add(row[0]);
      }
    }
  }

  private UrlKey() {}

  /** The hash of an article's URL, or {@link #NONE}. */
  static long of(String url) {
    String key = normal(url);
    return key == null ? NONE : Hash64.of(key);
  }

  /** The normal form, or null for what names no article. */
  static String normal(String url) {
    if (url == null || url.isBlank()) {
      return null;
    }
    String rest = url.strip();
    int scheme = rest.indexOf("://");
    rest = scheme >= 0 ? rest.substring(scheme + 3) : rest.startsWith("//") ? rest.substring(2) : rest;
    int fragment = rest.indexOf('#');
    // a fragment with a path is how some old sites name articles
    if (fragment >= 0 && !rest.startsWith("#!", fragment) && !rest.startsWith("#/", fragment)) {
      rest = rest.substring(0, fragment);
    }
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : query(rest.substring(question + 1));
    String place = question < 0 ? rest : rest.substring(0, question);
    int slash = place.indexOf('/');
    String host = (slash < 0 ? place : place.substring(0, slash)).toLowerCase(Locale.ROOT);
    host = host.startsWith("www.") ? host.substring(4) : host;
    host = host.endsWith(":80") ? host.substring(0, host.length() - 3) : host.endsWith(":443") ? host.substring(0, host.length() - 4) : host;
    String path = slash < 0 ? "" : unescape(place.substring(slash));
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    path = path.substring(0, end);
    return host.isEmpty() || path.isEmpty() && query.isEmpty() ? null : host + path + query;
  }

  private static String query(String query) {
    List<String> kept = new ArrayList<>();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (!part.isEmpty() && !TRACKING.contains(name) && TRACKING_BEGINNINGS.stream().noneMatch(name::startsWith)) {
        kept.add(unescape(part));
      }
    }
    kept.sort(null);
    return kept.isEmpty() ? "" : "?" + String.join("&", kept);
  }

  private static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low < 0) {
        out.write(bytes[i]);
      } else {
        out.write(high * 16 + low);
        i += 2;
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
