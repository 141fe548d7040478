package io.khabar.dedup;

import io.khabar.model.Cluster;
import io.khabar.model.Document;
import io.khabar.model.Duplicate;
import io.khabar.model.ParsedPage;
import io.khabar.model.Relation;
import io.khabar.model.Story;
import io.khabar.model.StoryKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds duplicates among stories in memory, without an engine: the decisions of {@link FindDuplicates}, for programs that hold their stories anyway and as
 * the yardstick for what an engine costs. It knows no earlier runs. About two kilobytes a story. Not thread-safe.
 */
public final class DuplicateFinder {
  /** A candidate pair, whoever would travel. */
  private record Two(Node a, Node b) {
    static Two of(Pair pair) {
      boolean first = pair.guest().compareTo(pair.host()) < 0;
      return first ? new Two(pair.guest(), pair.host()) : new Two(pair.host(), pair.guest());
    }
  }

  private final DedupConfig config = DedupConfig.defaults();
  private final Map<Node, List<Rank>> ranks = new HashMap<>();
  private final Map<Node, StorySignature> signatures = new HashMap<>();
  private final Map<Long, List<Version>> versions = new HashMap<>();
  private final List<Duplicate> duplicates = new ArrayList<>();
  private final List<Cluster> clusters = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  /** Adds a page's stories, in any order of pages. */
  public void add(ParsedPage page) {
    for (Story story : page.stories()) {
      StorySignature signature = Signatures.of(story, page.document().fetchedAt(), config.keep());
      ranks.computeIfAbsent(signature.node(), k -> new ArrayList<>(1)).add(signature.rank());
      signatures.putIfAbsent(signature.node(), signature);
      long url = story.kind() == StoryKind.MAIN ? UrlKey.of(story.url()) : UrlKey.NONE;
      if (url != UrlKey.NONE) {
        Document d = page.document();
        Version version = Version.of(url, story, signature, d.fetchedAt(), Version.place(d));
        versions.computeIfAbsent(version.url(), k -> new ArrayList<>(1)).add(version);
      }
    }
  }

  /** Decides over all stories added; once. */
  public void find() {
    Set<String> superseded = new HashSet<>();
    Map<Long, List<BandRef>> buckets = new HashMap<>();
    for (StorySignature s : signatures.values()) {
      int figures = Arrays.hashCode(s.numbers());
      long merit = ranks.get(s.node()).stream().map(Rank::merit).min(Long::compareUnsigned).orElseThrow();
      for (long band : MinHash.bands(s.shingles())) {
        buckets.computeIfAbsent(band, k -> new ArrayList<>(2)).add(new BandRef(band, s.node(), false, figures, merit));
      }
    }
    // a pair may be proposed by a band and by an address; that of the address wants a verdict whatever the likeness
    Map<Two, Boolean> pairs = new HashMap<>();
    for (List<BandRef> bucket : buckets.values()) {
      if (bucket.size() > 1) {
        Bucket.propose(bucket, pair -> pairs.put(Two.of(pair), false));
      }
    }
    buckets.clear();
    for (List<Version> chain : versions.values()) {
      if (chain.size() > 1) {
        Chains.resolve(
            chain,
            config.updates(),
            s -> {
              superseded.add(s.storyId());
              pairs.put(Two.of(s.pair()), true);
            });
      }
    }
    Resolver resolver = new Resolver();
    Members members = new Members();
    ranks.forEach((node, of) -> of.forEach(rank -> members.add(new Member(node, rank, superseded.contains(rank.storyId())))));
    for (Node node : members.nodes()) {
      resolver.add(members.side(node));
    }
    pairs.forEach((pair, update) -> {
      Likeness likeness = Likeness.of(sideOf(pair.a()), sideOf(pair.b()));
      if (likeness.related() || update) {
        resolver.add(new Edge(pair.a(), pair.b(), likeness.jaccard(), likeness.near(), likeness.template(), update));
      }
    });
    Map<Node, NodeFate> fates = new HashMap<>();
    resolver.resolve(fate -> fates.put(fate.node(), fate));
    resolver.relations(relations::add);
    for (Node node : members.nodes()) {
      members.decide(node, fates.get(node), duplicates::add, clusters::add);
    }
  }

  private NodeSignature sideOf(Node node) {
    StorySignature s = signatures.get(node);
    return new NodeSignature(node, s.shingles(), s.numbers());
  }

  /** Every story that gives way. */
  public List<Duplicate> duplicates() {
    return duplicates;
  }

  /** Every story that stays and has duplicates. */
  public List<Cluster> clusters() {
    return clusters;
  }

  /** Reprints and templates among stories that stay. */
  public List<Relation> relations() {
    return relations;
  }
}
