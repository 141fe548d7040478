package io.khabar.read;

import io.khabar.model.Format;
import io.khabar.model.RawRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;

/** Makes pages of what a crawler captured: takes HTTP responses apart and undoes their transfer and content encodings (jwarc). */
final class Captures {
  private static final int HTTP_OK = 2;

  private final Emitter emitter;
  private final Place place;

  Captures(Emitter emitter, Place place) {
    this.emitter = emitter;
    this.place = place;
  }

  /** A WARC record. */
  void warc(long offset, Map<String, String> header, byte[] body) {
    String type = header.getOrDefault("warc-type", "").toLowerCase(Locale.ROOT);
    String url = url(header.get("warc-target-uri"));
    String date = header.get("warc-date");
    switch (type) {
      case "response" -> {
        if (header.getOrDefault("content-type", "application/http").toLowerCase(Locale.ROOT).contains("http")) {
          http(offset, url, date, body);
        } else {
          plain(offset, url, date, header.get("content-type"), body);
        }
      }
      case "resource", "conversion" -> plain(offset, url, date, header.get("content-type"), body);
      case "" -> emitter.rejectRecord(offset, "corrupt_warc", "the record does not say its type", body);
      default -> emitter.skipRecord(offset, "warc_" + (type.chars().allMatch(c -> c >= 'a' && c <= 'z') ? type : "other"));
    }
  }

  /** An ARC record. */
  void arc(long offset, String url, String date, String type, byte[] body) {
    String at = isoDate(date);
    if (starts(body, "HTTP/") || starts(body, "ICY ")) {
      http(offset, url, at, body);
    } else {
      plain(offset, url, at, type, body);
    }
  }

  private void http(long offset, String url, String date, byte[] body) {
    HttpResponse response;
    try {
      response = HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(body)));
    } catch (IOException | RuntimeException e) {
      emitter.rejectRecord(offset, "corrupt_http", "the HTTP response cannot be parsed: " + e.getMessage(), body);
      return;
    }
    if (response.status() / 100 != HTTP_OK) {
      emitter.skipRecord(offset, "http_status");
      return;
    }
    byte[] content;
    try {
      content = content(response, body);
    } catch (TooLarge e) {
      emitter.rejectRecord(offset, "too_large", "the response unpacks to more than " + emitter.maxRecordBytes() + " bytes", body);
      return;
    } catch (IOException | RuntimeException e) {
      emitter.rejectRecord(offset, "corrupt_http", "the HTTP response's body cannot be unpacked: " + e.getMessage(), body);
      return;
    }
    plain(offset, url, date, response.headers().first("Content-Type").orElse(null), content);
  }

  /** Whether bytes are an HTTP response whose body is as long as its header says. */
  static boolean isWhole(byte[] body) {
    if (!starts(body, "HTTP/")) {
      return false;
    }
    try {
      HttpResponse response = HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(body)));
      String length = response.headers().first("Content-Length").orElse("");
      return !length.isEmpty() && length.length() < 10 && length.chars().allMatch(c -> c >= '0' && c <= '9') && afterHeader(body).length >= Integer.parseInt(length);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private byte[] content(HttpResponse response, byte[] body) throws IOException {
    try {
      return bounded(response.bodyDecoded().stream());
    } catch (TooLarge e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // some crawlers undo the encodings and leave the headers; then the bytes after the header are the page itself
      byte[] raw = afterHeader(body);
      boolean packed = raw.length > 2 && (raw[0] & 0xFF) == 0x1F && (raw[1] & 0xFF) == 0x8B;
      if (packed || startsWithChunk(raw)) {
        throw e;
      }
      return raw;
    }
  }

  private byte[] bounded(InputStream in) throws IOException {
    byte[] content = in.readNBytes(emitter.maxRecordBytes() + 1);
    if (content.length > emitter.maxRecordBytes()) {
      throw new TooLarge();
    }
    return content;
  }

  private static byte[] afterHeader(byte[] body) {
    for (int i = 0; i + 1 < body.length; i++) {
      if (body[i] == '\n' && (body[i + 1] == '\n' || (body[i + 1] == '\r' && i + 2 < body.length && body[i + 2] == '\n'))) {
        return Arrays.copyOfRange(body, i + (body[i + 1] == '\n' ? 2 : 3), body.length);
      }
    }
    return new byte[0];
  }

  /** A line of hex digits: the body is in chunks, and one of them is broken. */
  private static boolean startsWithChunk(byte[] raw) {
    int i = 0;
    while (i < raw.length && i < 9 && Character.digit(raw[i], 16) >= 0) {
      i++;
    }
    return i > 0 && i + 1 < raw.length && raw[i] == '\r' && raw[i + 1] == '\n';
  }

  private void plain(long offset, String url, String date, String contentType, byte[] content) {
    MediaType type = MediaType.parseLeniently(contentType == null ? "" : contentType);
    String base = (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
    Format format =
        switch (base) {
          case "text/html", "application/xhtml+xml" -> Format.HTML;
          case "text/plain" -> Format.TEXT;
          default -> contentType == null || contentType.isBlank() ? sniff(content) : null;
        };
    if (format == null) {
      emitter.skipRecord(offset, "media_type");
      return;
    }
    if (url != null && !url.contains("://") || url != null && url.startsWith("metadata:")) {
      // a crawler's own notes: urn:, dns:, metadata:
      emitter.skipRecord(offset, "not_a_page");
      return;
    }
    if (content.length == 0) {
      emitter.rejectRecord(offset, "empty", "the captured page is empty", content);
      return;
    }
    emitter.record(
        new RawRecord(place.uri(), place.path(), emitter.index(), offset, format, type.parameters().get("charset"), url, date, null, content));
  }

  private static Format sniff(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    return head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<head") ? Format.HTML : null;
  }

  /** Verbatim, but without the angle brackets that old wget wrote around it. */
  private static String url(String target) {
    if (target == null || target.isEmpty()) {
      return null;
    }
    return target.startsWith("<") && target.endsWith(">") ? target.substring(1, target.length() - 1) : target;
  }

  /** 20140216050221 as ISO 8601; other lengths as they are. */
  private static String isoDate(String d) {
    if (d.length() != 14) {
      return d;
    }
    return d.substring(0, 4) + "-" + d.substring(4, 6) + "-" + d.substring(6, 8) + "T" + d.substring(8, 10) + ":" + d.substring(10, 12) + ":" + d.substring(12) + "Z";
  }

  private static boolean starts(byte[] body, String word) {
    return body.length >= word.length() && new String(body, 0, word.length(), StandardCharsets.ISO_8859_1).equals(word);
  }
}
