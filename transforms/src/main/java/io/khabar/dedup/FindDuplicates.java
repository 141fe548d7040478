package io.khabar.dedup;

import io.khabar.coder.GatherFirst;
import io.khabar.coder.RecordCoder;
import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.ParsedPage;
import io.khabar.model.Relation;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

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

  private static final TupleTagList OTHERS = TupleTagList.of(DedupFns.SIGNATURES).and(DedupFns.KEYS);

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
    int places = config.byComponent() ? n : 1;
    PCollectionTuple signed =
        coded(
            pages.apply("Sign stories", ParDo.of(new DedupFns.SignFn(config, known != null)).withOutputTags(DedupFns.HASHES, OTHERS)),
            DedupFns.HASHES, DedupFns.SIGNATURES, DedupFns.KEYS);
    signed = known == null ? signed : withKnown(signed, known);
    PCollectionTuple proposed =
        coded(
            signed
                .get(DedupFns.HASHES)
                .apply("Meet by band and URL", GroupByKey.create())
                .apply("Propose pairs", ParDo.of(new PairFns.ProposeFn(n, config.updates())).withOutputTags(PairFns.PAIRS, TupleTagList.of(COUNTS))),
            PairFns.PAIRS);
    PCollectionTuple answered =
        coded(
            both(signed.get(DedupFns.SIGNATURES), proposed.get(PairFns.PAIRS).apply("Gather pairs", GatherFirst.byPartition()), "Signatures and pairs")
                .apply("Meet by node", GroupByKey.create())
                .apply("Answer pairs", ParDo.of(new PairFns.AnswerFn(n, places)).withOutputTags(PairFns.LETTERS, TupleTagList.of(PairFns.SIDES).and(PairFns.MEMBERS))),
            PairFns.LETTERS, PairFns.SIDES, PairFns.MEMBERS);
    PCollectionTuple verified =
        coded(
            answered
                .get(PairFns.LETTERS)
                .apply("Meet by host", GroupByKey.create())
                .apply("Verify pairs", ParDo.of(new PairFns.VerifyFn(places)).withOutputTags(PairFns.EDGES, TupleTagList.of(PairFns.LINKS))),
            PairFns.EDGES, PairFns.LINKS);
    PCollection<KV<Integer, Parcel>> edges = both(answered.get(PairFns.SIDES), verified.get(PairFns.EDGES), "Edges and sides");
    PCollectionTuple resolved =
        coded(
            (config.byComponent() ? byComponent(edges, verified.get(PairFns.LINKS)) : edges)
                .apply("All edges", GroupByKey.create())
                .apply("Resolve", ParDo.of(new DedupFns.ResolveFn(n)).withOutputTags(DedupFns.FATES, TupleTagList.of(RELATIONS))),
            DedupFns.FATES);
    PCollectionTuple decided =
        both(answered.get(PairFns.MEMBERS), resolved.get(DedupFns.FATES), "Members and fates")
            .apply("Meet by node again", GroupByKey.create())
            .apply("Decide", ParDo.of(new DedupFns.DecideFn()).withOutputTags(DUPLICATES, TupleTagList.of(CLUSTERS)));
    return PCollectionTuple.of(DUPLICATES, decided.get(DUPLICATES).setCoder(RecordCoder.of(Duplicate.class)))
        .and(CLUSTERS, decided.get(CLUSTERS).setCoder(RecordCoder.of(Cluster.class)))
        .and(RELATIONS, resolved.get(RELATIONS).setCoder(RecordCoder.of(Relation.class)))
        .and(COUNTS, proposed.get(COUNTS));
  }

  /** Brings the edges of each component to one partition; what travels to one place are two numbers for a node of each partition that has an edge to it. */
  private PCollection<KV<Integer, Parcel>> byComponent(PCollection<KV<Integer, Parcel>> edges, PCollection<KV<Integer, Parcel>> links) {
    PCollection<KV<Integer, Parcel>> labels =
        links.apply("All links", GroupByKey.create()).apply("Label components", ParDo.of(new ComponentFns.LabelFn(config.partitions()))).setCoder(PARCELS);
    return both(edges, labels, "Edges and components")
        .apply("Meet components", GroupByKey.create())
        .apply("Part by component", ParDo.of(new ComponentFns.RouteFn(config.partitions())))
        .setCoder(PARCELS);
  }

  @SafeVarargs
  private static PCollectionTuple coded(PCollectionTuple outputs, TupleTag<KV<Integer, Parcel>>... tags) {
    for (TupleTag<KV<Integer, Parcel>> tag : tags) {
      outputs.get(tag).setCoder(PARCELS);
    }
    return outputs;
  }

  /** Adds those stories of earlier runs that share a key with this one. */
  private <T> PCollectionTuple withKnown(PCollectionTuple signed, Known<T> earlier) {
    PCollectionView<Iterable<KeyFilter>> keys =
        signed
            .get(DedupFns.KEYS)
            .apply("Meet by key", GroupByKey.create())
            .apply("Filters", ParDo.of(new KnownFns.FilterFn(config.partitions())))
            .setCoder(RecordCoder.of(KeyFilter.class))
            .apply("All filters", View.asIterable());
    PCollectionTuple recalled =
        coded(
            earlier
                .sources()
                .apply(
                    "Recall known stories",
                    ParDo.of(new KnownFns.RecallFn<>(config, earlier.reader(), keys)).withSideInputs(keys).withOutputTags(DedupFns.HASHES, OTHERS)),
            DedupFns.HASHES, DedupFns.SIGNATURES, DedupFns.KEYS);
    return PCollectionTuple.of(DedupFns.HASHES, both(signed.get(DedupFns.HASHES), recalled.get(DedupFns.HASHES), "New and known hashes"))
        .and(DedupFns.SIGNATURES, both(signed.get(DedupFns.SIGNATURES), recalled.get(DedupFns.SIGNATURES), "New and known signatures"));
  }

  private static PCollection<KV<Integer, Parcel>> both(PCollection<KV<Integer, Parcel>> one, PCollection<KV<Integer, Parcel>> other, String name) {
    return PCollectionList.of(one).and(other).apply(name, Flatten.pCollections());
  }
}
