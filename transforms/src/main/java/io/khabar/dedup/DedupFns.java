package io.khabar.dedup;

import io.khabar.coder.KeyedPack;
import io.khabar.coder.RecordCoder;
import io.khabar.model.Document;
import io.khabar.model.Duplicate;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import io.khabar.model.StoryKind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** The steps of {@link FindDuplicates}. */
final class DedupFns {
  /** {@link Parcel.What#BANDS} and {@link Parcel.What#VERSIONS}. */
  static final TupleTag<KV<Integer, Parcel>> HASHES = new TupleTag<>() {};

  static final TupleTag<KV<Integer, Parcel>> SIGNATURES = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Parcel>> KEYS = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Parcel>> FATES = new TupleTag<>() {};

  private DedupFns() {}

  /** Stories to packs for every shuffle; main ones with a URL to versions, too. */
  static final class SignFn extends DoFn<ParsedPage, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final DedupConfig config;
    private final boolean keys;
    private transient SignaturePacks packs;

    SignFn(DedupConfig config, boolean keys) {
      this.config = config;
      this.keys = keys;
    }

    @StartBundle
    public void startBundle() {
      packs = new SignaturePacks(config.partitions(), keys);
    }

    @ProcessElement
    public void process(@Element ParsedPage page, MultiOutputReceiver receiver) {
      SignaturePacks.Sink out = sink(receiver);
      for (Story story : page.stories()) {
        StorySignature signature = Signatures.of(story, page.document().fetchedAt(), config.keep());
        packs.add(signature, out);
        if (config.updates() != Updates.ALL && story.kind() == StoryKind.MAIN) {
          long url = UrlKey.of(story.url());
          if (url != UrlKey.NONE) {
            Document d = page.document();
            packs.add(Version.of(url, story, signature, d.fetchedAt(), Version.place(d)), out);
          }
        }
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      packs.close(sink(context));
      packs = null;
    }
  }

  static SignaturePacks.Sink sink(DoFn.MultiOutputReceiver out) {
    return (what, partition, pack) -> out.get(tag(what)).output(KV.of(partition, new Parcel(what, pack)));
  }

  static SignaturePacks.Sink sink(DoFn<?, ?>.FinishBundleContext context) {
    return (what, partition, pack) -> context.output(tag(what), KV.of(partition, new Parcel(what, pack)), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
  }

  /** Hands parcels on, each keyed by its partition. */
  static BiConsumer<Integer, Parcel> to(DoFn.OutputReceiver<KV<Integer, Parcel>> out) {
    return (partition, parcel) -> out.output(KV.of(partition, parcel));
  }

  private static TupleTag<KV<Integer, Parcel>> tag(Parcel.What what) {
    return what == Parcel.What.SIGNATURES ? SIGNATURES : what == Parcel.What.KEYS ? KEYS : HASHES;
  }

  /** All edges to the fates of their nodes and the relations of those that stay. */
  static final class ResolveFn extends DoFn<KV<Integer, Iterable<Parcel>>, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    ResolveFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> all, MultiOutputReceiver out) {
      Resolver resolver = new Resolver();
      for (Parcel parcel : all.getValue()) {
        if (parcel.what() == Parcel.What.SIDES) {
          parcel.read(Edge.Side.class, resolver::add);
        } else {
          parcel.read(Edge.class, resolver::add);
        }
      }
      Parcel.Writer<NodeFate> fates = new Parcel.Writer<>(Parcel.What.FATES, NodeFate.class, to(out.get(FATES)));
      resolver.resolve(fate -> fates.add(fate.node().partition(partitions), fate));
      fates.close();
      resolver.relations(out.get(FindDuplicates.RELATIONS)::output);
    }
  }

  /** Members of a node and its fate to rows. */
  static final class DecideFn extends DoFn<KV<Integer, Iterable<Parcel>>, Duplicate> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) {
      Members members = new Members();
      Map<Node, NodeFate> fates = new HashMap<>();
      for (Parcel parcel : partition.getValue()) {
        if (parcel.what() == Parcel.What.FATES) {
          parcel.read(NodeFate.class, fate -> fates.put(fate.node(), fate));
        } else {
          parcel.read(Member.class, members::add);
        }
      }
      for (Node node : members.nodes()) {
        members.decide(node, fates.get(node), out.get(FindDuplicates.DUPLICATES)::output, out.get(FindDuplicates.CLUSTERS)::output);
      }
    }
  }
}
