package io.khabar.dedup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;

/** The steps that bring in what earlier runs kept. */
final class KnownFns {
  private KnownFns() {}

  /** The keys of a partition to their filter. */
  static final class FilterFn extends DoFn<KV<Integer, Iterable<Parcel>>, KeyFilter> {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    FilterFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, OutputReceiver<KeyFilter> out) {
      List<byte[]> packs = new ArrayList<>();
      partition.getValue().forEach(parcel -> packs.add(parcel.pack()));
      out.output(KeyFilter.of(partition.getKey(), partitions, packs));
    }
  }

  /**
   * Places where earlier runs are stored to the same packs, of those of their stories that share a key with this run. Reads where it filters: what waits
   * for the filter are names of places, and what passes it is all that the engine ever sees of them.
   */
  static final class RecallFn<T> extends DoFn<T, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final DedupConfig config;
    private final KnownReader<T> reader;
    private final PCollectionView<Iterable<KeyFilter>> keys;
    private transient KeyFilter[] filters;
    private transient SignaturePacks packs;

    RecallFn(DedupConfig config, KnownReader<T> reader, PCollectionView<Iterable<KeyFilter>> keys) {
      this.config = config;
      this.reader = reader;
      this.keys = keys;
    }

    @StartBundle
    public void startBundle() {
      packs = new SignaturePacks(config.partitions(), false);
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      packs.close(DedupFns.sink(context));
      packs = null;
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver receiver) throws IOException {
      if (filters == null) {
        filters = new KeyFilter[config.partitions()];
        for (KeyFilter filter : context.sideInput(keys)) {
          filters[filter.partition()] = filter;
        }
      }
      SignaturePacks.Sink out = DedupFns.sink(receiver);
      reader.read(context.element(), known -> recall(known, out));
    }

    private void recall(KnownStory known, SignaturePacks.Sink out) {
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
      packs.add(signature, out);
      if (url != UrlKey.NONE) {
        long title = stored.titleKey() == null ? 0 : Long.parseUnsignedLong(stored.titleKey(), 16);
        packs.add(new Version(url, node, signature.rank(), "", title, Version.sketch(signature.shingles())), out);
      }
    }

    private boolean mayHold(long key) {
      KeyFilter filter = filters[KeyFilter.partition(key, filters.length)];
      return filter != null && filter.mayHold(key);
    }
  }
}
