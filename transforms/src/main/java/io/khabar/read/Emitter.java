package io.khabar.read;

import io.khabar.lane.Rejection;
import io.khabar.model.Format;
import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.model.Skip;
import java.util.Arrays;

/** Hands on what is found in one file or entry, and numbers it. */
final class Emitter {
  /** The stage that rows of rejects name. */
  static final String STAGE = "read";

  private final Place place;
  private final RecordSink sink;
  private final int maxRecordBytes;
  private long index;
  private long emitted;
  private BrokenInput cutOffBy;

  Emitter(Place place, RecordSink sink, int maxRecordBytes) {
    this(place, sink, maxRecordBytes, 0);
  }

  Emitter(Place place, RecordSink sink, int maxRecordBytes, long firstIndex) {
    this.place = place;
    this.sink = sink;
    this.maxRecordBytes = maxRecordBytes;
    this.index = firstIndex;
  }

  /** The bound for records. */
  int maxRecordBytes() {
    return maxRecordBytes;
  }

  /** How many rows were handed on. */
  long emitted() {
    return emitted;
  }

  /** A record, or a reject when it is too long; the charset where the reader is sure of it, else null. */
  void emit(Format format, long offset, Payload payload, String header, String charset) {
    if (payload.tooLarge()) {
      tooLarge(offset, payload);
    } else {
      record(new RawRecord(place.uri(), place.path(), index, offset, format, charset, null, null, header, payload.bytes()));
    }
  }

  /** A record made by its container's reader, which asks {@link #index()} for its number. */
  void record(RawRecord record) {
    sink.record(record);
    index++;
    emitted++;
  }

  /** The number of the next record. */
  long index() {
    return index;
  }

  void tooLarge(long offset, Payload payload) {
    reject(
        new Reject(
            place.uri(), index, offset, STAGE, "too_large",
            "the record has " + payload.size() + " bytes, the bound is " + maxRecordBytes, payload.head(), payload.sha256()));
    index++;
  }

  /** A record that its container breaks off. */
  void cutOff(long offset, Payload payload, BrokenInput why) {
    reject(new Reject(place.uri(), index, offset, STAGE, why.reason(), why.getMessage(), payload.head(), payload.sha256()));
    index++;
    cutOffBy = why;
  }

  /** Whether a break has cut off a record, which is its row. */
  boolean cutOffBy(BrokenInput why) {
    return cutOffBy == why;
  }

  /** A record, numbered, that cannot be used. */
  void rejectRecord(long offset, String reason, String message, byte[] payload) {
    reject(Rejection.of(place.uri(), index, offset, STAGE, new Rejection(reason, message), payload));
    index++;
  }

  /** The whole file or entry, or a part of it that is no numbered record. */
  void reject(long offset, String reason, String message, byte[] head) {
    reject(Rejection.of(place.uri(), -1, offset, STAGE, new Rejection(reason, message), head));
  }

  private void reject(Reject reject) {
    sink.reject(reject);
    emitted++;
  }

  void skip(long offset, String reason) {
    sink.skip(new Skip(place.uri(), offset, reason));
    emitted++;
  }

  /** A record that is skipped takes a number, so that numbers count what lies in the file. */
  void skipRecord(long offset, String reason) {
    skip(offset, reason);
    index++;
  }

  static byte[] head(byte[] bytes) {
    return bytes.length <= Reject.MAX_PAYLOAD ? bytes : Arrays.copyOf(bytes, Reject.MAX_PAYLOAD);
  }
}
