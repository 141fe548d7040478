package io.khabar.dedup;

import io.khabar.coder.KeyedPack;
import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import io.khabar.model.Document;
import io.khabar.model.Duplicate;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import io.khabar.model.StoryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;

/** The steps of {@link FindDuplicates}. */
final class DedupFns {
  /** {@link SignaturePacks} by kind. */
  static final TupleTag<KV<Integer, byte[]>> BANDS = new TupleTag<>() {};

  static final TupleTag<KV<Integer, Parcel>> NODES = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Parcel>> MEMBERS = new TupleTag<>() {};
  static final TupleTag<KV<Integer, byte[]>> VERSIONS = new TupleTag<>() {};
  static final TupleTag<KV<Integer, byte[]>> KEYS = new TupleTag<>() {};
  static final TupleTag<NodeFate> FATES = new TupleTag<>() {};

  private DedupFns() {}

  /** Stories to packs for every shuffle; main ones with a URL to versions, too. */
  static final class SignFn extends DoFn<ParsedPage, KV<Integer, byte[]>> {
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
    return (kind, partition, pack) -> {
      switch (kind) {
        case NODES -> out.get(NODES).output(KV.of(partition, new Parcel(Parcel.What.SIGNATURES, pack)));
        case MEMBERS -> out.get(MEMBERS).output(KV.of(partition, new Parcel(Parcel.What.MEMBERS, pack)));
        default -> out.get(bytes(kind)).output(KV.of(partition, pack));
      }
    };
  }

  static SignaturePacks.Sink sink(DoFn<?, ?>.FinishBundleContext context) {
    Instant end = BoundedWindow.TIMESTAMP_MIN_VALUE;
    return (kind, partition, pack) -> {
      switch (kind) {
        case NODES -> context.output(NODES, KV.of(partition, new Parcel(Parcel.What.SIGNATURES, pack)), end, GlobalWindow.INSTANCE);
        case MEMBERS -> context.output(MEMBERS, KV.of(partition, new Parcel(Parcel.What.MEMBERS, pack)), end, GlobalWindow.INSTANCE);
        default -> context.output(bytes(kind), KV.of(partition, pack), end, GlobalWindow.INSTANCE);
      }
    };
  }

  private static TupleTag<KV<Integer, byte[]>> bytes(SignaturePacks.Kind kind) {
    return kind == SignaturePacks.Kind.BANDS ? BANDS : kind == SignaturePacks.Kind.VERSIONS ? VERSIONS : KEYS;
  }

  /** Versions of a partition of URLs to stories that give way. */
  static final class ChainFn extends DoFn<KV<Integer, Iterable<byte[]>>, Superseded> {
    private static final long serialVersionUID = 1L;

    private final Updates updates;

    ChainFn(Updates updates) {
      this.updates = updates;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<Superseded> out) {
      List<byte[]> packs = new ArrayList<>();
      partition.getValue().forEach(packs::add);
      Set<Long> again = repeated(packs);
      Map<Long, List<Version>> urls = new HashMap<>();
      for (byte[] pack : packs) {
        KeyedPack.read(pack, RecordCoder.of(Version.class), again::contains, v -> urls.computeIfAbsent(v.url(), k -> new ArrayList<>(2)).add(v));
      }
      for (List<Version> versions : urls.values()) {
        Chains.resolve(versions, updates, out::output);
      }
    }
  }

  /** The keys that stand more than once in some packs: few, so the rest is never decoded. */
  private static Set<Long> repeated(List<byte[]> packs) {
    LongStream.Builder all = LongStream.builder();
    packs.forEach(pack -> KeyedPack.keys(pack, all));
    long[] keys = all.build().sorted().toArray();
    Set<Long> repeated = new HashSet<>();
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] == keys[i - 1]) {
        repeated.add(keys[i]);
      }
    }
    return repeated;
  }

  /** All edges to the fates of their nodes and the relations of those that stay. */
  static final class ResolveFn extends DoFn<KV<Integer, Iterable<Parcel>>, NodeFate> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> all, MultiOutputReceiver out) {
      Resolver resolver = new Resolver();
      for (Parcel parcel : all.getValue()) {
        if (parcel.what() == Parcel.What.SIDES) {
          Pack.read(parcel.pack(), RecordCoder.of(Edge.Side.class), resolver::add);
        } else {
          Pack.read(parcel.pack(), RecordCoder.of(Edge.class), resolver::add);
        }
      }
      resolver.resolve(out.get(FATES)::output);
      resolver.relations(out.get(FindDuplicates.RELATIONS)::output);
    }
  }

  /** Members of a node and its fate to rows. */
  static final class DecideFn extends DoFn<KV<Integer, Iterable<Parcel>>, Duplicate> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) {
      List<byte[]> packs = new ArrayList<>();
      Map<Node, NodeFate> fates = new HashMap<>();
      Set<String> superseded = new HashSet<>();
      for (Parcel parcel : partition.getValue()) {
        switch (parcel.what()) {
          case MEMBERS -> packs.add(parcel.pack());
          case FATES -> Pack.read(parcel.pack(), RecordCoder.of(NodeFate.class), f -> fates.put(f.node(), f));
          case SUPERSEDED -> Pack.read(parcel.pack(), RecordCoder.of(Superseded.class), s -> superseded.add(s.storyId()));
          default -> throw new IllegalStateException("no place for " + parcel.what());
        }
      }
      // a node of one story that has no fate stays, and nobody needs to hear of it
      Set<Long> told = repeated(packs);
      fates.keySet().forEach(node -> told.add(node.hi()));
      Members members = new Members();
      for (byte[] pack : packs) {
        KeyedPack.read(pack, RecordCoder.of(Member.class), told::contains, member -> members.add(member.node(), member.rank()));
      }
      for (Node node : members.nodes()) {
        Members.decide(
            members.of(node), members.side(node, superseded).best(), fates.get(node), out.get(FindDuplicates.DUPLICATES)::output, out.get(FindDuplicates.CLUSTERS)::output);
      }
    }
  }
}
