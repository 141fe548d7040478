package io.khabar.decode;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.khabar.lane.Rejection;
import io.khabar.model.Format;
import io.khabar.model.Page;
import io.khabar.model.RawRecord;
import java.nio.charset.StandardCharsets;

/** Makes records and decodes them. */
final class Records {
  private Records() {}

  static RawRecord of(Format format, byte[] payload, String declared, String header) {
    return new RawRecord("in/a", "a", 0, 0, format, declared, null, null, header, payload);
  }

  static Page page(Format format, byte[] payload) {
    return new PageDecoder(DecodeConfig.defaults()).decode(of(format, payload, null, null));
  }

  static Page page(Format format, String text) {
    return page(format, text.getBytes(StandardCharsets.UTF_8));
  }

  static String reason(Format format, byte[] payload) {
    return assertThrows(Rejection.class, () -> page(format, payload)).reason();
  }

  static String reason(Format format, String text) {
    return reason(format, text.getBytes(StandardCharsets.UTF_8));
  }
}
