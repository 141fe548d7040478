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
import java.util.TreeMap;
import org.netpreserve.jwarc.HttpResponse;

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

  /** An HTTP response as it was captured. */
  private record Message(int status, String contentType, String transferEncoding, String contentEncoding, long contentLength, byte[] body) {
    /** Null when the bytes begin with no status line and header. */
    static Message of(byte[] bytes) {
      byte[] body = afterHeader(bytes);
      String[] lines = new String(bytes, 0, bytes.length - body.length, StandardCharsets.UTF_8).split("\r?\n");
      String[] status = lines[0].strip().split("\\s+");
      if (status.length < 2 || status[1].length() != 3 || !status[1].chars().allMatch(c -> c >= '0' && c <= '9')) {
        return null;
      }
      Map<String, String> headers = new TreeMap<>();
      for (int i = 1; i < lines.length; i++) {
        int colon = lines[i].indexOf(':');
        if (colon > 0) {
          headers.putIfAbsent(lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT), lines[i].substring(colon + 1).strip());
        }
      }
      String length = headers.getOrDefault("content-length", "");
      boolean number = !length.isEmpty() && length.length() < 18 && length.chars().allMatch(c -> c >= '0' && c <= '9');
      return new Message(
          Integer.parseInt(status[1]), headers.get("content-type"), headers.getOrDefault("transfer-encoding", ""),
          headers.getOrDefault("content-encoding", ""), number ? Long.parseLong(length) : -1, body);
    }

    boolean isEncoded() {
      return !transferEncoding.isEmpty() || !contentEncoding.isEmpty();
    }

    /** The same with no header but those that tell how to unpack the body, for captures hold headers that no parser takes. */
    byte[] plain() {
      StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
      if (transferEncoding.toLowerCase(Locale.ROOT).contains("chunked")) {
        head.append("Transfer-Encoding: chunked\r\n");
      } else {
        head.append("Content-Length: ").append(body.length).append("\r\n");
      }
      if (!contentEncoding.isEmpty()) {
        head.append("Content-Encoding: ").append(contentEncoding).append("\r\n");
      }
      byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
      byte[] all = Arrays.copyOf(first, first.length + body.length);
      System.arraycopy(body, 0, all, first.length, body.length);
      return all;
    }
  }

  private void http(long offset, String url, String date, byte[] body) {
    Message message = Message.of(body);
    if (message == null) {
      emitter.rejectRecord(offset, "corrupt_http", "the record holds no HTTP response", body);
      return;
    }
    if (message.status() / 100 != HTTP_OK) {
      emitter.skipRecord(offset, "http_status");
      return;
    }
    byte[] content;
    try {
      content = content(message);
    } catch (TooLarge e) {
      emitter.rejectRecord(offset, "too_large", "the response unpacks to more than " + emitter.maxRecordBytes() + " bytes", body);
      return;
    } catch (IOException | RuntimeException e) {
      emitter.rejectRecord(offset, "corrupt_http", "the HTTP response's body cannot be unpacked: " + e.getMessage(), body);
      return;
    }
    plain(offset, url, date, message.contentType(), content);
  }

  /** Whether bytes are an HTTP response whose body is as long as its header says. */
  static boolean isWhole(byte[] body) {
    Message message = starts(body, "HTTP/") ? Message.of(body) : null;
    return message != null && message.contentLength() >= 0 && message.body().length >= message.contentLength();
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private byte[] content(Message message) throws IOException {
    byte[] raw = message.body();
    if (!message.isEncoded()) {
      return raw;
    }
    try {
      return bounded(HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(message.plain()))).bodyDecoded().stream());
    } catch (TooLarge e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // some crawlers undo the encodings and leave the headers; then the bytes after the header are the page itself
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
    String declared = contentType == null ? "" : contentType;
    String base = declared.split("[;,\\s]", 2)[0].toLowerCase(Locale.ROOT);
    Format format =
        switch (base) {
          case "text/html", "application/xhtml+xml" -> Format.HTML;
          case "text/plain" -> Format.TEXT;
          default -> base.isEmpty() ? sniff(content) : null;
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
        new RawRecord(place.uri(), place.path(), emitter.index(), offset, format, charset(declared), url, date, null, content));
  }

  /** The charset of a media type, or null. */
  private static String charset(String mediaType) {
    int at = mediaType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return null;
    }
    String name = mediaType.substring(at + 8).split("[;,\\s]", 2)[0].replace("\"", "").replace("'", "").strip();
    return name.isEmpty() ? null : name;
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
