package io.khabar.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.khabar.lane.Rejection;
import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.model.Page;
import io.khabar.model.RawRecord;
import io.khabar.read.Table;
import io.khabar.text.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decodes one record to a page. Not thread-safe. */
public final class PageDecoder {
  /** The stage that rows of rejects name. */
  public static final String STAGE = "decode";

  private static final double LOW_CONFIDENCE = 0.5;
  private static final int ID_LENGTH = 32;

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
   * @throws Rejection with the reason {@code empty}, {@code undecodable}, {@code invalid_json}, {@code invalid_row}, {@code no_text} or {@code too_complex}
   */
  public Page decode(RawRecord record) {
    if (record.payload().length == 0) {
      throw new Rejection("empty", "the record is empty");
    }
    return switch (record.format()) {
      case TEXT -> text(record);
      case HTML -> html(record);
      case JSON -> json(record);
      case CSV -> row(record);
    };
  }

  private Page text(RawRecord record) {
    Decoded decoded = charsets.decode(record.payload(), record.declaredCharset(), false);
    Repair repair = new Repair();
    String text = repair.of(decoded.text());
    if (text.isBlank()) {
      throw new Rejection("empty", "the record holds blanks only");
    }
    return page(record, decoded, record.url(), null, record.fetchedAt(), text, List.of(), List.of(), repair);
  }

  private Page html(RawRecord record) {
    Decoded decoded = charsets.decode(record.payload(), record.declaredCharset(), true);
    Repair repair = new Repair();
    HtmlRenderer.Rendered rendered = html.render(decoded.text(), repair::of);
    if (rendered.text().isBlank()) {
      throw new Rejection("no_text", "the page shows no text");
    }
    String url = record.url() != null ? record.url() : rendered.url();
    return page(record, decoded, url, null, record.fetchedAt(), rendered.text(), rendered.blocks(), rendered.clues(), repair);
  }

  private Page json(RawRecord record) {
    Decoded decoded = charsets.decode(record.payload(), record.declaredCharset(), false);
    return fields(record, decoded, JsonPage.of(decoded.text(), config.jsonFields()));
  }

  private Page row(RawRecord record) {
    Decoded decoded = charsets.decode(record.payload(), record.declaredCharset(), false);
    char delimiter = Table.delimiter(record.header());
    List<String> names = Table.cells(record.header(), delimiter);
    List<String> cells = Table.cells(decoded.text(), delimiter);
    if (Table.isOpen(decoded.text(), delimiter)) {
      throw new Rejection("invalid_row", "a quote that opens a cell of this row is not closed before the file ends, so that the row took in all that follows");
    }
    if (cells.size() > names.size()) {
      throw new Rejection("invalid_row", "the row has " + cells.size() + " cells, its header " + names.size());
    }
    Map<String, JsonNode> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      named.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), TextNode.valueOf(cells.get(i)));
    }
    return fields(record, decoded, JsonPage.of(named, config.jsonFields()));
  }

  private Page fields(RawRecord record, Decoded decoded, JsonPage fields) {
    if (fields.text() == null) {
      List<String> asked = config.jsonFields().own().keySet().stream().toList();
      throw new Rejection("no_text", "none of the record's fields holds text" + (asked.isEmpty() ? "" : "; --jsonFields names " + String.join(", ", asked)));
    }
    Repair repair = new Repair();
    String text = repair.of(fields.text());
    List<Block> blocks = List.of();
    List<Clue> clues = new ArrayList<>();
    for (Clue clue : fields.clues()) {
      clues.add(new Clue(clue.field(), repair.of(clue.value()), clue.source()));
    }
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
    return page(record, decoded, url, fields.outlet() == null ? null : repair.of(fields.outlet()), fetched, text, blocks, clues, repair);
  }

  /** Mends strings of one record and remembers whether it had to. */
  private static final class Repair {
    private boolean done;

    String of(String text) {
      String mended = Mojibake.repair(text);
      done |= mended != text;
      return mended;
    }
  }

  private static Page page(
      RawRecord record, Decoded decoded, String url, String outlet, String fetchedAt, String text, List<Block> blocks, List<Clue> clues, Repair repair) {
    List<String> warnings = new ArrayList<>();
    if (decoded.confidence() < LOW_CONFIDENCE) {
      warnings.add("low_decode_confidence");
    }
    if (repair.done) {
      warnings.add("mojibake_repaired");
    }
    // one hash of the payload serves both ids
    String payload = Ids.sha256Hex(record.payload());
    return new Page(
        Ids.of(record.path(), Long.toString(record.offset()), payload),
        payload.substring(0, ID_LENGTH),
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
