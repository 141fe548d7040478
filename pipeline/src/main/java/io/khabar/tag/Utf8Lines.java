package io.khabar.tag;

import io.khabar.pipeline.UsageException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The lines of a text in UTF-8, without a byte order mark before the first. Bytes that are no UTF-8 are an error: a replacement char would give back another text, without a word. */
final class Utf8Lines {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final String name;
  private int number;
  private boolean afterReturn;

  Utf8Lines(InputStream in, String name) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.name = name;
  }

  /**
   * The next line, or null at the end.
   *
   * @throws UsageException when it is not in UTF-8
   */
  String next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int b = in.read();
    if (afterReturn && b == '\n') {
      b = in.read();
    }
    afterReturn = false;
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n' && b != '\r'; b = in.read()) {
      bytes.write(b);
    }
    afterReturn = b == '\r';
    number++;
    try {
      String line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
      return number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
    } catch (CharacterCodingException e) {
      throw new UsageException("tag takes text in UTF-8, which line " + number + " of " + name + " is not");
    }
  }
}
