package io.khabar.dedup;

import io.khabar.coder.OpenPacks;
import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What arrives at a partition: a pack of records of one kind. */
record Parcel(What what, byte[] pack) {
  enum What {
    /** {@link BandPack}s, by band. */
    BANDS,
    /** {@link Version}s, by URL. */
    VERSIONS,
    /** Keys by which stories of earlier runs may meet those of this one, by {@link KeyFilter}. */
    KEYS,
    /** {@link StorySignature}s, by node. */
    SIGNATURES,
    /** {@link Visits}, by the node that travels. */
    VISITS,
    /** {@link Node}s that are visited, by node. */
    VISITED,
    /** {@link Superseded} stories, by node. */
    SUPERSEDED,
    /** {@link NodeSignature}s of nodes that are visited, by node. */
    HOSTS,
    /** {@link Letter}s, by the node that is visited. */
    LETTERS,
    /** {@link Edge.Side}s, to one place or by node and then by component. */
    SIDES,
    /** {@link Edge}s, to one place or by their first node and then by component. */
    EDGES,
    /** {@link Link}s between nodes, to one place. */
    LINKS,
    /** {@link Link}s of nodes to their components, by node. */
    LABELS,
    /** {@link Member}s, by node. */
    MEMBERS,
    /** {@link NodeFate}s, by node. */
    FATES
  }

  /** Hands on the records. */
  <T> void read(Class<T> type, Consumer<T> sink) {
    Pack.read(pack, RecordCoder.of(type), sink);
  }

  /**
   * Gathers what a step tells each partition, in the step that makes it: after a grouping one call sees all that its partition has to tell, so nothing waits
   * for a bundle to end. Not thread-safe.
   */
  static final class Writer<T> {
    private final BiConsumer<Integer, byte[]> out;
    private final OpenPacks<T> open;

    Writer(What what, Class<T> type, BiConsumer<Integer, Parcel> out) {
      RecordCoder<T> coder = RecordCoder.of(type);
      // a crowd's signatures travel to many hosts and resemble each other; hashes and ids do not compress
      boolean alike = what == What.LETTERS || what == What.HOSTS;
      this.open = new OpenPacks<>(() -> alike ? new Pack.Writer<>(coder) : Pack.Writer.plain(coder));
      this.out = (partition, pack) -> out.accept(partition, new Parcel(what, pack));
    }

    void add(int partition, T record) {
      open.add(partition, record, out);
    }

    /** Hands on what is left. */
    void close() {
      open.close(out);
    }
  }
}
