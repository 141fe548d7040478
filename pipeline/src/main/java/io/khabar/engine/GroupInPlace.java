package io.khabar.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.runners.AppliedPTransform;
import org.apache.beam.sdk.runners.PTransformOverride;
import org.apache.beam.sdk.runners.PTransformOverrideFactory.PTransformReplacement;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.construction.PTransformReplacements;
import org.apache.beam.sdk.util.construction.SingleInputOutputOverrideFactory;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Groups without copying what is grouped, on the Direct runner only. That runner clones all that a key has gathered, through its coder, for every bundle that adds to the key: with
 * a bundle from each of 64 batches that is 32 times the whole shuffle. Its elements live in one process and nobody changes them, so a clone may be the same object.
 */
final class GroupInPlace<K, V> extends PTransform<PCollection<KV<K, V>>, PCollection<KV<K, Iterable<V>>>> {
  private static final long serialVersionUID = 1L;

  private GroupInPlace() {}

  /** Changes every grouping of a graph that will run on the Direct runner, without its checks. */
  @SuppressWarnings("rawtypes")
  static void everywhere(Pipeline pipeline) {
    pipeline.replaceAll(List.of(PTransformOverride.of(step -> step.getTransform() instanceof GroupByKey && copies(step), new Factory())));
  }

  private static boolean copies(AppliedPTransform<?, ?, ?> grouping) {
    return grouping.getInputs().values().stream().noneMatch(in -> in.getCoder() instanceof KvCoder<?, ?> kv && kv.getValueCoder() instanceof SameObject);
  }

  @Override
  public PCollection<KV<K, Iterable<V>>> expand(PCollection<KV<K, V>> in) {
    KvCoder<K, V> coder = (KvCoder<K, V>) in.getCoder();
    // what comes out keeps the coder that the graph gave it, which a grouping of other coders may not have
    return in.apply("As they are", ParDo.of(new AsTheyAreFn<>()))
        .setCoder(KvCoder.of(coder.getKeyCoder(), new SameObject<>()))
        .apply("Group", GroupByKey.create())
        .apply("As they came", ParDo.of(new AsTheyAreFn<>()))
        .setCoder(KvCoder.of(coder.getKeyCoder(), IterableCoder.of(coder.getValueCoder())));
  }

  private static final class Factory<K, V>
      extends SingleInputOutputOverrideFactory<PCollection<KV<K, V>>, PCollection<KV<K, Iterable<V>>>, GroupByKey<K, V>> {
    @Override
    public PTransformReplacement<PCollection<KV<K, V>>, PCollection<KV<K, Iterable<V>>>> getReplacementTransform(
        AppliedPTransform<PCollection<KV<K, V>>, PCollection<KV<K, Iterable<V>>>, GroupByKey<K, V>> grouping) {
      return PTransformReplacement.of(PTransformReplacements.getSingletonMainInput(grouping), new GroupInPlace<>());
    }
  }

  private static final class AsTheyAreFn<T> extends DoFn<T, T> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element T element, OutputReceiver<T> out) {
      out.output(element);
    }
  }

  /** A coder whose clones are the objects themselves: what it writes is a ticket that the same thread must hand in before it asks for the next. */
  static final class SameObject<V> extends CustomCoder<V> {
    private static final long serialVersionUID = 1L;

    private static final ThreadLocal<Held> HELD = ThreadLocal.withInitial(Held::new);

    private static final class Held {
      long ticket = Thread.currentThread().getId() << 40;
      Object value;
    }

    @Override
    public void encode(V value, OutputStream out) throws IOException {
      Held held = HELD.get();
      held.value = value;
      new DataOutputStream(out).writeLong(++held.ticket);
    }

    @Override
    @SuppressWarnings("unchecked")
    public V decode(InputStream in) throws IOException {
      Held held = HELD.get();
      if (new DataInputStream(in).readLong() != held.ticket) {
        throw new IOException("an element is read elsewhere or later than it was written: groups in place are for the Direct runner alone");
      }
      Object value = held.value;
      held.value = null;
      held.ticket++;
      return (V) value;
    }

    @Override
    protected long getEncodedElementByteSize(V value) {
      return Long.BYTES;
    }

    @Override
    public void verifyDeterministic() throws NonDeterministicException {
      throw new NonDeterministicException(this, "tickets differ");
    }
  }
}
