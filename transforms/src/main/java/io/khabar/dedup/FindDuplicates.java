package io.khabar.dedup;

import io.khabar.coder.PackByPartition;
import io.khabar.coder.RecordCoder;
import io.khabar.dedup.Parcel.What;
import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.ParsedPage;
import io.khabar.model.Relation;
import org.apache.beam.sdk.coders.ByteArrayCoder;
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

  private static final KvCoder<Integer, Parcel> PARCELS = KvCoder.of(VarIntCoder.of(), RecordCoder.of(Parcel.class));

  private static final TupleTagList OTHERS =
      TupleTagList.of(DedupFns.NODES).and(DedupFns.MEMBERS).and(DedupFns.VERSIONS).and(DedupFns.KEYS);

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
    PCollectionTuple signed = coded(pages.apply("Sign stories", ParDo.of(new DedupFns.SignFn(config, known != null)).withOutputTags(DedupFns.BANDS, OTHERS)));
    signed = known == null ? signed : withKnown(signed, known);
    PCollectionTuple proposed =
        signed
            .get(DedupFns.BANDS)
            .apply("Meet by band", GroupByKey.create())
            .apply("Propose pairs", ParDo.of(new PairFns.ProposeFn()).withOutputTags(PairFns.PAIRS, TupleTagList.of(COUNTS)));
    PCollection<Pair> pairs = proposed.get(PairFns.PAIRS).setCoder(RecordCoder.of(Pair.class));
    PCollection<KV<Integer, Parcel>> superseded = null;
    if (config.updates() != Updates.ALL) {
      PCollection<Superseded> versions =
          signed
              .get(DedupFns.VERSIONS)
              .apply("Meet by URL", GroupByKey.create())
              .apply("Chain versions", ParDo.of(new DedupFns.ChainFn(config.updates())))
              .setCoder(RecordCoder.of(Superseded.class));
      PCollection<Pair> replaced = versions.apply("Pair versions", MapElements.into(TypeDescriptor.of(Pair.class)).via(Superseded::pair)).setCoder(RecordCoder.of(Pair.class));
      pairs = PCollectionList.of(pairs).and(replaced).apply("All pairs", Flatten.pCollections());
      superseded = parcels(versions, "Superseded", What.SUPERSEDED, Superseded.class, s -> s.node().partition(n));
    }

    PCollectionList<KV<Integer, Parcel>> asked =
        PCollectionList.of(signed.get(DedupFns.NODES))
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

    PCollectionList<KV<Integer, Parcel>> told =
        PCollectionList.of(signed.get(DedupFns.MEMBERS))
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
    signed.get(DedupFns.BANDS).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    signed.get(DedupFns.VERSIONS).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    signed.get(DedupFns.KEYS).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    signed.get(DedupFns.NODES).setCoder(PARCELS);
    signed.get(DedupFns.MEMBERS).setCoder(PARCELS);
    return signed;
  }

  /** Adds those stories of earlier runs that share a key with this one. */
  private <T> PCollectionTuple withKnown(PCollectionTuple signed, Known<T> earlier) {
    int n = config.partitions();
    PCollectionView<Iterable<KeyFilter>> keys =
        signed
            .get(DedupFns.KEYS)
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
                    ParDo.of(new KnownFns.RecallFn<>(config, earlier.reader(), keys)).withSideInputs(keys).withOutputTags(DedupFns.BANDS, OTHERS)));
    return PCollectionTuple.of(DedupFns.BANDS, both(signed, recalled, DedupFns.BANDS, "bands"))
        .and(DedupFns.VERSIONS, both(signed, recalled, DedupFns.VERSIONS, "versions"))
        .and(DedupFns.NODES, both(signed, recalled, DedupFns.NODES, "signatures"))
        .and(DedupFns.MEMBERS, both(signed, recalled, DedupFns.MEMBERS, "members"));
  }

  private static <T> PCollection<T> both(PCollectionTuple signed, PCollectionTuple recalled, TupleTag<T> tag, String name) {
    return PCollectionList.of(signed.get(tag)).and(recalled.get(tag)).apply("New and known " + name, Flatten.pCollections());
  }

  private static <T> PCollection<KV<Integer, Parcel>> parcels(
      PCollection<T> records, String name, What what, Class<T> type, SerializableFunction<T, Integer> partition) {
    return records
        .apply(name + " to partitions", PackByPartition.of(type, partition))
        .apply(
            name + " to parcels",
            MapElements.into(TypeDescriptors.kvs(TypeDescriptors.integers(), TypeDescriptor.of(Parcel.class)))
                .via(kv -> KV.of(kv.getKey(), new Parcel(what, kv.getValue()))))
        .setCoder(PARCELS);
  }
}
