package io.khabar.decode;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.lane.Rejection;
import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.model.Page;
import io.khabar.model.RawRecord;
import io.khabar.text.Ids;
import java.util.ArrayList;
import java.util.List;

/** Decodes one record to a page. Not thread-safe. */
public final class PageDecoder {
  /** The stage that rows of rejects name. */
  public static final String STAGE = "decode";

  private final DecodeConfig config;
  private final CharsetGuesser charsets = new CharsetGuesser();
  private final HtmlRenderer html;

  /** A decoder under a configuration. */
  public PageDecoder(DecodeConfig config) {
    this.config = config;
    this.html = new HtmlRenderer(config);
  }

  /**
   * The page of a record.
   *
   * @throws Rejection with the reason {@code empty}, {@code undecodable}, {@code invalid_json}, {@code no_text} or {@code too_complex}
   */
  public Page decode(RawRecord record) {
    if (record.payload().length == 0) {
      throw new Rejection("empty", "the record is empty");
    }
    return switch (record.format()) {
      case TEXT -> text(record);
      case HTML -> html(record);
      case JSON -> json(record);
      case CSV -> throw new Rejection("unsupported", "tables are not read yet");
    };
  }

  private Page text(RawRecord record) {
    Decoded decoded = charsets.decode(record.payload(), record.declaredCharset());
    List<String> warnings = new ArrayList<>();
    String text = Mojibake.repair(decoded.text(), warnings);
    if (text.isBlank()) {
      throw new Rejection("empty", "the record holds blanks only");
    }
    return page(record, decoded, record.url(), null, record.fetchedAt(), text, List.of(), List.of(), warnings);
  }

  private Page html(RawRecord record) {
    Decoded decoded = charsets.decode(record.payload(), record.declaredCharset());
    List<String> warnings = new ArrayList<>();
    HtmlRenderer.Rendered rendered = html.render(Mojibake.repair(decoded.text(), warnings));
    if (rendered.text().isBlank()) {
      throw new Rejection("no_text", "the page shows no text");
    }
    String url = record.url() != null ? record.url() : rendered.url();
    return page(record, decoded, url, null, record.fetchedAt(), rendered.text(), rendered.blocks(), rendered.clues(), warnings);
  }

  private Page json(RawRecord record) {
    Decoded decoded = charsets.decode(record.payload(), record.declaredCharset());
    return fields(record, decoded, JsonPage.of(decoded.text(), config.jsonFields()));
  }

  private Page fields(RawRecord record, Decoded decoded, JsonPage fields) {
    if (fields.text() == null) {
      throw new Rejection("no_text", "none of the record's fields holds text");
    }
    List<String> warnings = new ArrayList<>();
    String text = Mojibake.repair(fields.text(), warnings);
    List<Block> blocks = List.of();
    List<Clue> clues = new ArrayList<>(fields.clues());
    String url = fields.url() != null ? fields.url() : record.url();
    if (fields.isHtml() || HtmlRenderer.looksLikeHtml(text)) {
      HtmlRenderer.Rendered rendered = html.render(text);
      text = rendered.text();
      blocks = rendered.blocks();
      clues.addAll(rendered.clues());
      url = url != null ? url : rendered.url();
      if (text.isBlank()) {
        throw new Rejection("no_text", "the record's HTML shows no text");
      }
    }
    String fetched = fields.fetchedAt() != null ? fields.fetchedAt() : record.fetchedAt();
    return page(record, decoded, url, fields.outlet(), fetched, text, blocks, clues, warnings);
  }

  private static Page page(
      RawRecord record, Decoded decoded, String url, String outlet, String fetchedAt, String text, List<Block> blocks, List<Clue> clues, List<String> warnings) {
    return new Page(
        Ids.ofRecord(record.path(), record.offset(), record.payload()),
        Ids.of(record.payload()),
        record.sourceUri(),
        record.index(),
        record.offset(),
        record.format().mediaType(),
        decoded.charset(),
        decoded.confidence(),
        Chars.sound(url),
        Chars.sound(outlet),
        Chars.sound(fetchedAt),
        Chars.sound(text),
        blocks,
        clues.stream().map(c -> new Clue(c.field(), Chars.sound(c.value()), c.source())).toList(),
        warnings);
  }
}
