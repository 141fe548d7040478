package io.khabar.read;

import com.github.luben.zstd.ZstdInputStream;
import io.khabar.lane.Rejection;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Takes one compression off and reads what is inside. */
final class Compressions {
  private Compressions() {}

  static void read(RecordReader reader, ReadConfig config, Kind kind, Place place, ScanStream in, RecordSink sink) throws IOException {
    if (kind == Kind.GZIP) {
      Place inside = inside(place.inside(".gz", ".gzip", ".tgz"), place.name(), ".tgz");
      MemberGunzip.OnBroken onBroken =
          (offset, compressed, message, head) ->
              sink.reject(Rejection.of(place.uri(), -1, offset, Emitter.STAGE, new Rejection("corrupt_gzip", message), head));
      try (MemberGunzip members = new MemberGunzip(in, config.maxRecordBytes(), config.maxExpansionRatio(), place.expansion(), onBroken)) {
        ScanStream scan = new ScanStream(members);
        if (scan.peek() < 0 && members.brokenMembers() > 0) {
          return;
        }
        reader.dispatch(inside, scan, sink);
      }
      return;
    }
    String format = kind == Kind.BZIP2 ? "bzip2" : "zstd";
    Place inside = kind == Kind.BZIP2 ? inside(place.inside(".bz2", ".tbz2", ".tbz"), place.name(), ".tbz2", ".tbz") : inside(place.inside(".zst", ".tzst"), place.name(), ".tzst");
    InputStream raw;
    try {
      raw = kind == Kind.BZIP2 ? new BZip2CompressorInputStream(in, true) : new ZstdInputStream(in);
    } catch (IOException | RuntimeException e) {
      boolean cut = e.getMessage() != null && e.getMessage().toLowerCase(java.util.Locale.ROOT).contains("unexpected end");
      throw new BrokenInput(cut ? "truncated" : "corrupt_" + format, "the " + format + " data cannot be opened: " + e.getMessage());
    }
    reader.dispatch(inside, new ScanStream(new Guard(raw, format, in::position, config.maxExpansionRatio(), place.expansion())), sink);
    raw.close();
  }

  /** {@code a.tgz} holds {@code a.tar}. */
  private static Place inside(Place inside, String name, String... tars) {
    for (String tar : tars) {
      if (name.toLowerCase(java.util.Locale.ROOT).endsWith(tar)) {
        return new Place(inside.uri(), inside.path(), inside.name() + ".tar", inside.depth(), inside.expansion());
      }
    }
    return inside;
  }
}
