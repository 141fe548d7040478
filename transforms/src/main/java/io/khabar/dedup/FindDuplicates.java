package io.khabar.dedup;

import io.khabar.coder.PackByPartition;
import io.khabar.coder.RecordCoder;
import io.khabar.dedup.Parcel.What;
import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.ParsedPage;
import io.khabar.model.Relation;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Decides which stories stay. See the package for how, for what it guarantees and for what it costs. */
public final class FindDuplicates extends PTransform<PCollection<ParsedPage>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** One for every story that does not stay. */
  public static final TupleTag<Duplicate> DUPLICATES = new TupleTag<>() {};

  /** One for every story that stays and has duplicates. */
  public static final TupleTag<Cluster> CLUSTERS = new TupleTag<>() {};

  /** Reprints and templates among stories that stay. */
  public static final TupleTag<Relation> RELATIONS = new TupleTag<>() {};

  /** What was capped, by name: buckets too crowded for all their pairs. */
  public static final TupleTag<KV<String, Long>> COUNTS = new TupleTag<>() {};

  private final DedupConfig config;
  private final transient Known<?> known;

  private record Known<T>(PCollection<T> sources, KnownReader<T> reader) {}

  private FindDuplicates(DedupConfig config, Known<?> known) {
    this.config = config;
    this.known = known;
  }

  /** Finds duplicates as configured. */
  public static FindDuplicates with(DedupConfig config) {
    return new FindDuplicates(config, null);
  }

  /**
   * The same beside stories that earlier runs kept: they stay, and copies of them are duplicates.
   *
   * @param sources where those stories are stored; read by the workers, each once
   */
  public <T> FindDuplicates withKnown(PCollection<T> sources, KnownReader<T> reader) {
    return new FindDuplicates(config, new Known<>(sources, reader));
  }

  @Override
  public PCollectionTuple expand(PCollection<ParsedPage> pages) {
    int n = config.partitions();
    PCollectionTuple signed = pages.apply("Sign stories", ParDo.of(new DedupFns.SignFn(config)).withOutputTags(DedupFns.SIGNATURES, TupleTagList.of(DedupFns.VERSIONS)));
    signed = known == null ? coded(signed) : withKnown(coded(signed), known);
    PCollection<StorySignature> signatures = signed.get(DedupFns.SIGNATURES);
    PCollectionTuple proposed =
        signatures
            .apply("Band", ParDo.of(new PairFns.BandFn()))
            .setCoder(RecordCoder.of(BandRef.class))
            .apply("Bands to partitions", PackByPartition.of(BandRef.class, ref -> (int) Long.remainderUnsigned(ref.band(), n)))
            .apply("Meet by band", GroupByKey.create())
            .apply("Propose pairs", ParDo.of(new PairFns.ProposeFn()).withOutputTags(PairFns.PAIRS, TupleTagList.of(COUNTS)));
    PCollection<Pair> pairs = proposed.get(PairFns.PAIRS).setCoder(RecordCoder.of(Pair.class));
    PCollection<KV<Integer, Parcel>> superseded = null;
    if (config.updates() != Updates.ALL) {
      PCollection<Superseded> versions =
          signed
              .get(DedupFns.VERSIONS)
              .apply("Versions to partitions", PackByPartition.of(Version.class, v -> (int) Long.remainderUnsigned(v.url(), n)))
              .apply("Meet by URL", GroupByKey.create())
              .apply("Chain versions", ParDo.of(new DedupFns.ChainFn(config.updates())))
              .setCoder(RecordCoder.of(Superseded.class));
      PCollection<Pair> replaced = versions.apply("Pair versions", MapElements.into(TypeDescriptor.of(Pair.class)).via(Superseded::pair)).setCoder(RecordCoder.of(Pair.class));
      pairs = PCollectionList.of(pairs).and(replaced).apply("All pairs", Flatten.pCollections());
      superseded = parcels(versions, "Superseded", What.SUPERSEDED, Superseded.class, s -> s.node().partition(n));
    }

    PCollectionList<KV<Integer, Parcel>> asked =
        PCollectionList.of(parcels(signatures, "Signatures", What.SIGNATURES, StorySignature.class, s -> s.node().partition(n)))
            .and(parcels(pairs, "Pairs by first", What.PAIRS, Pair.class, p -> p.a().partition(n)))
            .and(parcels(pairs, "Pairs by second", What.PAIRS, Pair.class, p -> p.b().partition(n)));
    PCollectionTuple answered =
        (superseded == null ? asked : asked.and(superseded))
            .apply("Signatures and pairs", Flatten.pCollections())
            .apply("Meet by node", GroupByKey.create())
            .apply("Answer pairs", ParDo.of(new PairFns.AnswerFn(n)).withOutputTags(PairFns.LETTERS, TupleTagList.of(PairFns.SIDES)));
    PCollection<Edge> edges =
        answered
            .get(PairFns.LETTERS)
            .setCoder(RecordCoder.of(Letter.class))
            .apply("Letters to partitions", PackByPartition.of(Letter.class, Letter::to))
            .apply("Meet by host", GroupByKey.create())
            .apply("Verify pairs", ParDo.of(new PairFns.VerifyFn()))
            .setCoder(RecordCoder.of(Edge.class));

    PCollection<Edge.Side> sides = answered.get(PairFns.SIDES).setCoder(RecordCoder.of(Edge.Side.class));
    PCollectionTuple resolved =
        PCollectionList.of(parcels(edges, "Edges", What.EDGES, Edge.class, e -> 0))
            .and(parcels(sides, "Sides", What.SIDES, Edge.Side.class, s -> 0))
            .apply("Edges and sides", Flatten.pCollections())
            .apply("All edges", GroupByKey.create())
            .apply("Resolve", ParDo.of(new DedupFns.ResolveFn()).withOutputTags(DedupFns.FATES, TupleTagList.of(RELATIONS)));
    PCollection<NodeFate> fates = resolved.get(DedupFns.FATES).setCoder(RecordCoder.of(NodeFate.class));
    PCollection<Relation> relations = resolved.get(RELATIONS).setCoder(RecordCoder.of(Relation.class));

    PCollection<StorySignature> members =
        signatures.apply("Forget shingles", MapElements.into(TypeDescriptor.of(StorySignature.class)).via(DedupFns::withoutShingles)).setCoder(RecordCoder.of(StorySignature.class));
    PCollectionList<KV<Integer, Parcel>> told =
        PCollectionList.of(parcels(members, "Members", What.SIGNATURES, StorySignature.class, s -> s.node().partition(n)))
            .and(parcels(fates, "Fates", What.FATES, NodeFate.class, f -> f.node().partition(n)));
    PCollectionTuple decided =
        (superseded == null ? told : told.and(superseded))
            .apply("Members and fates", Flatten.pCollections())
            .apply("Meet by node again", GroupByKey.create())
            .apply("Decide", ParDo.of(new DedupFns.DecideFn()).withOutputTags(DUPLICATES, TupleTagList.of(CLUSTERS)));
    return PCollectionTuple.of(DUPLICATES, decided.get(DUPLICATES).setCoder(RecordCoder.of(Duplicate.class)))
        .and(CLUSTERS, decided.get(CLUSTERS).setCoder(RecordCoder.of(Cluster.class)))
        .and(RELATIONS, relations)
        .and(COUNTS, proposed.get(COUNTS));
  }

  private static PCollectionTuple coded(PCollectionTuple signed) {
    signed.get(DedupFns.SIGNATURES).setCoder(RecordCoder.of(StorySignature.class));
    signed.get(DedupFns.VERSIONS).setCoder(RecordCoder.of(Version.class));
    return signed;
  }

  /** Adds those stories of earlier runs that share a key with this one. */
  private <T> PCollectionTuple withKnown(PCollectionTuple signed, Known<T> earlier) {
    int n = config.partitions();
    PCollection<KnownFns.MeetingKey> urls =
        signed
            .get(DedupFns.VERSIONS)
            .apply("Keys of URLs", MapElements.into(TypeDescriptor.of(KnownFns.MeetingKey.class)).via(version -> new KnownFns.MeetingKey(version.url())))
            .setCoder(RecordCoder.of(KnownFns.MeetingKey.class));
    PCollectionView<Iterable<KeyFilter>> keys =
        PCollectionList.of(
                signed.get(DedupFns.SIGNATURES).apply("Keys of stories", ParDo.of(new KnownFns.SignatureKeysFn())).setCoder(RecordCoder.of(KnownFns.MeetingKey.class)))
            .and(urls)
            .apply("Keys", Flatten.pCollections())
            .apply("Keys to partitions", PackByPartition.of(KnownFns.MeetingKey.class, key -> KeyFilter.partition(key.key(), n)))
            .apply("Meet by key", GroupByKey.create())
            .apply("Filters", ParDo.of(new KnownFns.FilterFn(n)))
            .setCoder(RecordCoder.of(KeyFilter.class))
            .apply("All filters", View.asIterable());
    PCollectionTuple recalled =
        coded(
            earlier
                .sources()
                .apply(
                    "Recall known stories",
                    ParDo.of(new KnownFns.RecallFn<>(config, earlier.reader(), keys)).withSideInputs(keys).withOutputTags(DedupFns.SIGNATURES, TupleTagList.of(DedupFns.VERSIONS))));
    return PCollectionTuple.of(
            DedupFns.SIGNATURES,
            PCollectionList.of(signed.get(DedupFns.SIGNATURES)).and(recalled.get(DedupFns.SIGNATURES)).apply("New and known stories", Flatten.pCollections()))
        .and(
            DedupFns.VERSIONS,
            PCollectionList.of(signed.get(DedupFns.VERSIONS)).and(recalled.get(DedupFns.VERSIONS)).apply("New and known versions", Flatten.pCollections()));
  }

  private static <T> PCollection<KV<Integer, Parcel>> parcels(
      PCollection<T> records, String name, What what, Class<T> type, SerializableFunction<T, Integer> partition) {
    return records
        .apply(name + " to partitions", PackByPartition.of(type, partition))
        .apply(
            name + " to parcels",
            MapElements.into(TypeDescriptors.kvs(TypeDescriptors.integers(), TypeDescriptor.of(Parcel.class)))
                .via(kv -> KV.of(kv.getKey(), new Parcel(what, kv.getValue()))))
        .setCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(Parcel.class)));
  }
}
