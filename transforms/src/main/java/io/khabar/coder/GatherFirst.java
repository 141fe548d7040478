package io.khabar.coder;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Little things that come to a partition in many bundles, gathered before they meet the much that waits for them there. The Direct runner copies all that a key
 * has gathered for every bundle that adds to it: with a bundle from every partition to every other, copying what waits would grow with the square of the
 * partitions. On other engines it is one more shuffle of what is small.
 *
 * @param <P> what arrives at a partition
 */
public final class GatherFirst<P> extends PTransform<PCollection<KV<Integer, P>>, PCollection<KV<Integer, P>>> {
  private static final long serialVersionUID = 1L;

  private GatherFirst() {}

  /** Gathers by partition. */
  public static <P> GatherFirst<P> byPartition() {
    return new GatherFirst<>();
  }

  @Override
  public PCollection<KV<Integer, P>> expand(PCollection<KV<Integer, P>> little) {
    return little.apply("Gather", GroupByKey.create()).apply("Hand on", ParDo.of(new HandOnFn<>())).setCoder(little.getCoder());
  }

  private static final class HandOnFn<P> extends DoFn<KV<Integer, Iterable<P>>, KV<Integer, P>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<P>> gathered, OutputReceiver<KV<Integer, P>> out) {
      gathered.getValue().forEach(one -> out.output(KV.of(gathered.getKey(), one)));
    }
  }
}
