package io.khabar.dedup;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollectionView;

/** The steps that bring in what earlier runs kept. */
final class KnownFns {
  private KnownFns() {}

  /** The keys of a bundle's stories to one filter. */
  static final class FilterFn<T> extends DoFn<T, KeyFilter> {
    private static final long serialVersionUID = 1L;

    private final int groups;
    private transient KeyFilter filter;

    FilterFn(int groups) {
      this.groups = groups;
    }

    @StartBundle
    public void startBundle() {
      filter = KeyFilter.sized(groups);
    }

    @ProcessElement
    public void process(@Element T element) {
      if (element instanceof StorySignature signature) {
        filter.add(signature.node().hash());
        for (long band : MinHash.bands(signature.shingles())) {
          filter.add(band);
        }
      } else {
        filter.add(((Version) element).url());
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      context.output(filter, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
      filter = null;
    }
  }

  /** Stories of earlier runs to signatures and versions, those only that share a key with this run. */
  static final class RecallFn extends DoFn<KnownStory, StorySignature> {
    private static final long serialVersionUID = 1L;

    private final DedupConfig config;
    private final PCollectionView<KeyFilter> keys;

    RecallFn(DedupConfig config, PCollectionView<KeyFilter> keys) {
      this.config = config;
      this.keys = keys;
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) {
      KnownStory known = context.element();
      KeyFilter filter = context.sideInput(keys);
      StoredSignature stored = known.signature();
      long url = config.updates() == Updates.ALL ? UrlKey.NONE : UrlKey.of(stored.url());
      Node node = stored.node();
      boolean met = filter.mayHold(node.hash()) || url != UrlKey.NONE && filter.mayHold(url);
      for (int i = 0; i < stored.bands().size() && !met; i++) {
        met = filter.mayHold(stored.bands().get(i));
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
  }
}
