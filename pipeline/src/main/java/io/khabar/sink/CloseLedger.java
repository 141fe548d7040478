package io.khabar.sink;

import io.khabar.coder.Pack;
import io.khabar.coder.PackByPartition;
import io.khabar.coder.RecordCoder;
import java.io.OutputStream;
import java.util.UUID;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Gathers every finished file and every count of the run into one small file in staging, from which the launcher closes the ledger. */
public final class CloseLedger extends PTransform<PCollectionList<FileEntry>, PDone> {
  private static final long serialVersionUID = 1L;

  private final SinkConfig config;
  private final transient PCollectionList<Tally> tallies;

  private CloseLedger(SinkConfig config, PCollectionList<Tally> tallies) {
    this.config = config;
    this.tallies = tallies;
  }

  /** Closes the ledger over files and these counts. */
  public static CloseLedger with(SinkConfig config, PCollectionList<Tally> tallies) {
    return new CloseLedger(config, tallies);
  }

  @Override
  public PDone expand(PCollectionList<FileEntry> files) {
    PCollection<Ledger.Entry> entries =
        PCollectionList.of(
                files
                    .apply("All files", Flatten.pCollections())
                    .apply("File entries", MapElements.into(TypeDescriptor.of(Ledger.Entry.class)).via(f -> new Ledger.Entry(f, null)))
                    .setCoder(RecordCoder.of(Ledger.Entry.class)))
            .and(
                tallies
                    .apply("All counts", Flatten.pCollections())
                    .apply("Count entries", MapElements.into(TypeDescriptor.of(Ledger.Entry.class)).via(t -> new Ledger.Entry(null, t)))
                    .setCoder(RecordCoder.of(Ledger.Entry.class)))
            .apply("All entries", Flatten.pCollections());
    PCollection<KV<Integer, byte[]>> always =
        files.getPipeline().apply("Even when empty", Create.of(KV.of(0, new byte[0])).withCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of())));
    PCollectionList.of(entries.apply("To one place", PackByPartition.of(Ledger.Entry.class, e -> 0)))
        .and(always)
        .apply("Entries and mark", Flatten.pCollections())
        .apply("One place", GroupByKey.create())
        .apply("Write ledger", ParDo.of(new WriteFn(config)));
    return PDone.in(files.getPipeline());
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1L;

    private final SinkConfig config;

    WriteFn(SinkConfig config) {
      this.config = config;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> all) throws Exception {
      Ledger.Builder ledger = new Ledger.Builder();
      for (byte[] pack : all.getValue()) {
        if (pack.length > 0) {
          Pack.read(pack, RecordCoder.of(Ledger.Entry.class), ledger::add);
        }
      }
      String attempt = config.staged("attempts/" + UUID.randomUUID() + "-ledger.json");
      Store store = Store.of(attempt);
      try (OutputStream out = store.create(attempt)) {
        out.write(ledger.build().toJson());
      }
      store.move(attempt, config.staged(Ledger.FILE));
    }
  }
}
