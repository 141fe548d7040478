package io.khabar.coder;

import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Packs each bundle's records by partition, so that a shuffle moves a few large elements instead of many small ones. Batch and the global window only.
 *
 * <p>It does not guarantee how many packs a partition gets or in which order records lie in them: that depends on the bundles.
 *
 * @param <T> a record
 * @param <P> what a pack goes as: its bytes, or a record around them
 */
public final class PackByPartition<T, P> extends PTransform<PCollection<T>, PCollection<KV<Integer, P>>> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final SerializableFunction<T, Integer> partition;
  private final SerializableFunction<byte[], P> wrap;
  private final Coder<P> coder;

  private PackByPartition(Class<T> type, SerializableFunction<T, Integer> partition, SerializableFunction<byte[], P> wrap, Coder<P> coder) {
    this.type = type;
    this.partition = partition;
    this.wrap = wrap;
    this.coder = coder;
  }

  /**
   * Packs by a partition function.
   *
   * @param partition from 0 up; bounded, for every partition seen holds a buffer of up to {@link Pack#RAW_BYTES}
   */
  public static <T> PackByPartition<T, byte[]> of(Class<T> type, SerializableFunction<T, Integer> partition) {
    return new PackByPartition<>(type, partition, pack -> pack, ByteArrayCoder.of());
  }

  /** The same with every pack in a record that says what it holds. */
  public <R> PackByPartition<T, R> as(Class<R> parcel, SerializableFunction<byte[], R> around) {
    return new PackByPartition<>(type, partition, around, RecordCoder.of(parcel));
  }

  @Override
  public PCollection<KV<Integer, P>> expand(PCollection<T> records) {
    return records
        .apply("Pack", ParDo.of(new PackFn<>(type, partition, wrap)))
        .setCoder(KvCoder.of(VarIntCoder.of(), coder));
  }

  private static final class PackFn<T, P> extends DoFn<T, KV<Integer, P>> {
    private static final long serialVersionUID = 1L;

    private final RecordCoder<T> coder;
    private final SerializableFunction<T, Integer> partition;
    private final SerializableFunction<byte[], P> wrap;
    private transient OpenPacks<T> open;

    PackFn(Class<T> type, SerializableFunction<T, Integer> partition, SerializableFunction<byte[], P> wrap) {
      this.coder = RecordCoder.of(type);
      this.partition = partition;
      this.wrap = wrap;
    }

    @StartBundle
    public void startBundle() {
      open = new OpenPacks<>(coder);
    }

    @ProcessElement
    public void process(@Element T record, OutputReceiver<KV<Integer, P>> out) {
      open.add(partition.apply(record), record, (at, pack) -> out.output(KV.of(at, wrap.apply(pack))));
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      open.close((at, pack) -> context.output(KV.of(at, wrap.apply(pack)), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
      open = null;
    }
  }
}
