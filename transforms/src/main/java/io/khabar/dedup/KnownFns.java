package io.khabar.dedup;

import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;

/** The steps that bring in what earlier runs kept. */
final class KnownFns {
  private KnownFns() {}

  /** A key by which stories of earlier runs may meet those of this one. */
  record MeetingKey(long key) {}

  /** Signatures to keys: the node and the bands. */
  static final class SignatureKeysFn extends DoFn<StorySignature, MeetingKey> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element StorySignature signature, OutputReceiver<MeetingKey> out) {
      out.output(new MeetingKey(signature.node().hash()));
      for (long band : MinHash.bands(signature.shingles())) {
        out.output(new MeetingKey(band));
      }
    }
  }

  /** The keys of a partition to their filter. */
  static final class FilterFn extends DoFn<KV<Integer, Iterable<byte[]>>, KeyFilter> {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    FilterFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<KeyFilter> out) {
      List<byte[]> packs = new ArrayList<>();
      int[] count = new int[1];
      for (byte[] pack : partition.getValue()) {
        packs.add(pack);
        Pack.read(pack, RecordCoder.of(MeetingKey.class), key -> count[0]++);
      }
      KeyFilter filter = KeyFilter.sized(partition.getKey(), partitions, count[0]);
      for (byte[] pack : packs) {
        Pack.read(pack, RecordCoder.of(MeetingKey.class), key -> filter.add(key.key()));
      }
      out.output(filter);
    }
  }

  /**
   * Places where earlier runs are stored to signatures and versions of those of their stories that share a key with this run. Reads where it filters: what waits
   * for the filter are names of places, and what passes it is all that the engine ever sees of them.
   */
  static final class RecallFn<T> extends DoFn<T, StorySignature> {
    private static final long serialVersionUID = 1L;

    private final DedupConfig config;
    private final KnownReader<T> reader;
    private final PCollectionView<Iterable<KeyFilter>> keys;
    private transient KeyFilter[] filters;

    RecallFn(DedupConfig config, KnownReader<T> reader, PCollectionView<Iterable<KeyFilter>> keys) {
      this.config = config;
      this.reader = reader;
      this.keys = keys;
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) throws IOException {
      if (filters == null) {
        filters = new KeyFilter[config.partitions()];
        for (KeyFilter filter : context.sideInput(keys)) {
          filters[filter.partition()] = filter;
        }
      }
      reader.read(context.element(), known -> recall(known, out));
    }

    private void recall(KnownStory known, MultiOutputReceiver out) {
      StoredSignature stored = known.signature();
      long url = config.updates() == Updates.ALL ? UrlKey.NONE : UrlKey.of(stored.url());
      Node node = stored.node();
      boolean met = mayHold(node.hash()) || url != UrlKey.NONE && mayHold(url);
      for (int i = 0; i < stored.bands().size() && !met; i++) {
        met = mayHold(stored.bands().get(i));
      }
      if (!met) {
        return;
      }
      StorySignature signature = stored.signature(known.runId(), config.keep());
      out.get(DedupFns.SIGNATURES).output(signature);
      if (url != UrlKey.NONE) {
        long title = stored.titleKey() == null ? 0 : Long.parseUnsignedLong(stored.titleKey(), 16);
        out.get(DedupFns.VERSIONS).output(new Version(url, node, signature.rank(), "", title, Version.sketch(signature.shingles())));
      }
    }

    private boolean mayHold(long key) {
      KeyFilter filter = filters[KeyFilter.partition(key, filters.length)];
      return filter != null && filter.mayHold(key);
    }
  }
}
