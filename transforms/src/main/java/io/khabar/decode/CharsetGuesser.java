package io.khabar.decode;

import io.khabar.lane.Rejection;
import io.khabar.text.Arabic;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds the charset of a record and decodes it. */
final class CharsetGuesser {
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

  Decoded decode(byte[] b, String declared) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return new Decoded(new String(b, 3, b.length - 3, StandardCharsets.UTF_8), "UTF-8", 1);
    }
    String utf8 = strict(b, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return new Decoded(utf8, "UTF-8", 1);
    }
    String text = new String(b, WINDOWS_1256);
    double share = Arabic.letterShare(text);
    if (share < 0.5) {
      throw new Rejection("undecodable", "no charset makes sense of these bytes");
    }
    return new Decoded(text, "windows-1256", share);
  }

  static String strict(byte[] b, Charset charset) {
    try {
      return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(b)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
