package io.khabar.read;

import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.model.Skip;

/** Where a {@link RecordReader} puts what it finds; each thing in the input reaches exactly one of the three. */
public interface RecordSink {
  /** A record that a decoder can be given. */
  void record(RawRecord record);

  /** A record, entry or file that cannot be used. */
  void reject(Reject reject);

  /** Something that is no page at all. */
  void skip(Skip skip);
}
