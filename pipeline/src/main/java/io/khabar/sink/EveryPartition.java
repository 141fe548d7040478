package io.khabar.sink;

import io.khabar.coder.RecordCoder;
import io.khabar.sink.Parcel.What;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** An empty parcel for each partition, so that each writes its files even when nothing falls to it. {@code Create} would bring in splittable sources for a few numbers. */
final class EveryPartition extends PTransform<PBegin, PCollection<KV<Integer, Parcel>>> {
  private static final long serialVersionUID = 1L;

  private final int partitions;

  private EveryPartition(int partitions) {
    this.partitions = partitions;
  }

  static EveryPartition of(int partitions) {
    return new EveryPartition(partitions);
  }

  @Override
  public PCollection<KV<Integer, Parcel>> expand(PBegin begin) {
    return begin
        .apply("Begin", Impulse.create())
        .apply("Name each", ParDo.of(new NameFn(partitions)))
        .setCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(Parcel.class)));
  }

  private static final class NameFn extends DoFn<byte[], KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    NameFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(OutputReceiver<KV<Integer, Parcel>> out) {
      for (int i = 0; i < partitions; i++) {
        out.output(KV.of(i, new Parcel(What.NOTHING, null)));
      }
    }
  }
}
