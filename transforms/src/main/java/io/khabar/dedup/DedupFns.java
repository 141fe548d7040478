package io.khabar.dedup;

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
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** The steps of {@link FindDuplicates}. */
final class DedupFns {
  static final TupleTag<StorySignature> SIGNATURES = new TupleTag<>() {};
  static final TupleTag<Version> VERSIONS = new TupleTag<>() {};
  static final TupleTag<NodeFate> FATES = new TupleTag<>() {};

  /** How many nodes a bundle remembers, so that a dump of equal texts sends their shingles and bands a few times only. */
  private static final int REMEMBERED = 20_000;

  private DedupFns() {}

  static StorySignature withoutShingles(StorySignature s) {
    return new StorySignature(s.node(), s.rank(), new int[0], new int[0]);
  }

  /** Stories to signatures and, main ones with a URL, to versions; a node's shingles go with its first story of a bundle only. */
  static final class SignFn extends DoFn<ParsedPage, StorySignature> {
    private static final long serialVersionUID = 1L;

    private final DedupConfig config;
    private transient Set<Node> seen;

    SignFn(DedupConfig config) {
      this.config = config;
    }

    @StartBundle
    public void startBundle() {
      seen = new HashSet<>();
    }

    @ProcessElement
    public void process(@Element ParsedPage page, MultiOutputReceiver out) {
      for (Story story : page.stories()) {
        StorySignature signature = Signatures.of(story, config.keep());
        boolean known = !seen.add(signature.node());
        out.get(SIGNATURES).output(known ? withoutShingles(signature) : signature);
        if (config.updates() != Updates.ALL && story.kind() == StoryKind.MAIN && UrlKey.of(story.url()) != UrlKey.NONE) {
          Document d = page.document();
          out.get(VERSIONS).output(Version.of(story, signature, d.fetchedAt(), Version.place(d)));
        }
        if (seen.size() > REMEMBERED) {
          seen.clear();
        }
      }
    }
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
      Map<Long, List<Version>> urls = new HashMap<>();
      for (byte[] pack : partition.getValue()) {
        Pack.read(pack, RecordCoder.of(Version.class), v -> urls.computeIfAbsent(v.url(), k -> new ArrayList<>(1)).add(v));
      }
      for (List<Version> versions : urls.values()) {
        if (versions.size() > 1) {
          Chains.resolve(versions, updates, out::output);
        }
      }
    }
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
      Members members = new Members();
      Map<Node, NodeFate> fates = new HashMap<>();
      Set<String> superseded = new HashSet<>();
      for (Parcel parcel : partition.getValue()) {
        switch (parcel.what()) {
          case SIGNATURES -> Pack.read(parcel.pack(), RecordCoder.of(StorySignature.class), s -> members.add(s.node(), s.rank()));
          case FATES -> Pack.read(parcel.pack(), RecordCoder.of(NodeFate.class), f -> fates.put(f.node(), f));
          case SUPERSEDED -> Pack.read(parcel.pack(), RecordCoder.of(Superseded.class), s -> superseded.add(s.storyId()));
          default -> throw new IllegalStateException("no place for " + parcel.what());
        }
      }
      for (Node node : members.nodes()) {
        Members.decide(
            members.of(node), members.side(node, superseded).best(), fates.get(node), out.get(FindDuplicates.DUPLICATES)::output, out.get(FindDuplicates.CLUSTERS)::output);
      }
    }
  }
}
