package io.khabar.read;

import io.khabar.coder.Pack;
import io.khabar.coder.PackByPartition;
import io.khabar.coder.RecordCoder;
import io.khabar.lane.Rejection;
import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.model.Skip;
import io.khabar.read.InputFile.Trouble;
import io.khabar.text.Hash64;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads a list of files: everything in them comes out as exactly one of {@link #RECORDS}, {@link #REJECTS}, {@link #SKIPPED}.
 *
 * <p>Small files are gathered into a few batches of like size; plain JSON-lines files longer than {@link ReadConfig#rangeBytes()} are read in ranges,
 * after a first pass that counts their lines, so that records have the same number however the file is cut; the records of other large files are spread
 * over the workers once they are read, for one worker would otherwise do all that follows.
 *
 * <p>It does not guarantee any order of the records.
 */
public final class ReadRecords extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** What decoders are given. */
  public static final TupleTag<RawRecord> RECORDS = new TupleTag<>("records") {};

  /** What cannot be read. */
  public static final TupleTag<Reject> REJECTS = new TupleTag<>("read-rejects") {};

  /** What is no page. */
  public static final TupleTag<Skip> SKIPPED = new TupleTag<>("skipped") {};

  private static final TupleTag<RawRecord> CROWDED = new TupleTag<>("crowded") {};
  private static final int PARTITIONS = 32;
  private static final int MIN_BATCHES = 8;
  private static final int MAX_BATCHES = 64;
  private static final long BATCH_BYTES = 4L << 20;
  /** Files above this are read by one worker and their records spread; compressed ones hold several times as much. */
  private static final long CROWD_BYTES = 2L << 20;

  private final List<InputFile> files;
  private final ReadConfig config;
  private final FileOpener opener;

  private ReadRecords(List<InputFile> files, ReadConfig config, FileOpener opener) {
    this.files = List.copyOf(files);
    this.config = config;
    this.opener = opener;
  }

  /** Reads files of the local disk. */
  public static ReadRecords from(List<InputFile> files, ReadConfig config) {
    return new ReadRecords(files, config, FileOpener.local());
  }

  /** The same files, opened in another way. */
  public ReadRecords withOpener(FileOpener opener) {
    return new ReadRecords(files, config, opener);
  }

  /** A file, or a range of a plain JSON-lines file when {@code to} is not negative. */
  record Task(String uri, String path, long bytes, long from, long to, String trouble) {
    InputFile file() {
      return new InputFile(uri, path, bytes);
    }

    boolean isRange() {
      return to >= 0;
    }

    long cost() {
      return isRange() ? to - from : bytes;
    }

    boolean crowded() {
      return !isRange() && bytes > CROWD_BYTES;
    }

    InputStream open(FileOpener opener) throws IOException {
      return isRange() && from > 0 ? opener.open(file(), from - 1) : opener.open(file());
    }
  }

  /** Tasks that one bundle does. */
  record Batch(List<Task> tasks) {}

  @Override
  public PCollectionTuple expand(PBegin begin) {
    List<Task> tasks = tasks(files, config);
    PCollection<Batch> batches = begin.apply("List files", new Spread(batches(tasks)));
    List<Task> ranges = tasks.stream().filter(Task::isRange).toList();
    ParDo.MultiOutput<Batch, RawRecord> read;
    if (ranges.isEmpty()) {
      read = ParDo.of(new ReadFn(config, opener, null)).withOutputTags(RECORDS, TupleTagList.of(REJECTS).and(SKIPPED).and(CROWDED));
    } else {
      PCollectionView<Map<String, Long>> counts =
          begin
              .apply("List ranges", new Spread(batches(ranges)))
              .apply("Count lines", ParDo.of(new CountFn(config, opener)))
              .setCoder(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of()))
              .apply("Keep counts", View.asMap());
      read =
          ParDo.of(new ReadFn(config, opener, counts))
              .withSideInputs(counts)
              .withOutputTags(RECORDS, TupleTagList.of(REJECTS).and(SKIPPED).and(CROWDED));
    }
    PCollectionTuple out = batches.apply("Read", read);
    RecordCoder<RawRecord> coder = RecordCoder.of(RawRecord.class);
    out.get(RECORDS).setCoder(coder);
    out.get(CROWDED).setCoder(coder);
    PCollection<Reject> rejects = out.get(REJECTS).setCoder(RecordCoder.of(Reject.class));
    PCollection<Skip> skipped = out.get(SKIPPED).setCoder(RecordCoder.of(Skip.class));
    PCollection<RawRecord> records = out.get(RECORDS);
    if (tasks.stream().anyMatch(Task::crowded)) {
      PCollection<RawRecord> spread =
          out.get(CROWDED)
              .apply("Pack records", PackByPartition.of(RawRecord.class, r -> (int) Math.floorMod(Hash64.mix(r.offset()), (long) PARTITIONS)))
              .apply("Spread records", GroupByKey.create())
              .apply("Unpack records", ParDo.of(new UnpackFn()))
              .setCoder(coder);
      records = PCollectionList.of(records).and(spread).apply("All records", Flatten.pCollections());
    }
    return PCollectionTuple.of(RECORDS, records).and(REJECTS, rejects).and(SKIPPED, skipped);
  }

  static List<Task> tasks(List<InputFile> files, ReadConfig config) {
    List<Task> tasks = new ArrayList<>();
    for (InputFile file : files) {
      if (Kind.isJsonLines(file.path()) && file.bytes() > config.rangeBytes()) {
        long parts = (file.bytes() + config.rangeBytes() - 1) / config.rangeBytes();
        for (long i = 0; i < parts; i++) {
          tasks.add(new Task(file.uri(), file.path(), file.bytes(), file.bytes() * i / parts, file.bytes() * (i + 1) / parts, null));
        }
      } else {
        tasks.add(new Task(file.uri(), file.path(), file.bytes(), -1, -1, file.trouble() == null ? null : file.trouble().name()));
      }
    }
    return tasks;
  }

  /** Largest first into the lightest batch: deterministic and even. */
  static List<Batch> batches(List<Task> tasks) {
    long total = tasks.stream().mapToLong(Task::cost).sum();
    int n = (int) Math.min(tasks.size(), Math.max(MIN_BATCHES, Math.min(MAX_BATCHES, total / BATCH_BYTES)));
    List<Task> sorted = new ArrayList<>(tasks);
    sorted.sort(Comparator.comparingLong(Task::cost).reversed().thenComparing(Task::uri).thenComparingLong(Task::from));
    List<List<Task>> bins = new ArrayList<>();
    java.util.PriorityQueue<long[]> lightest =
        new java.util.PriorityQueue<>(Comparator.<long[]>comparingLong(b -> b[1]).thenComparingLong(b -> b[0]));
    for (int i = 0; i < n; i++) {
      bins.add(new ArrayList<>());
      lightest.add(new long[] {i, 0});
    }
    for (Task task : sorted) {
      long[] bin = lightest.poll();
      bins.get((int) bin[0]).add(task);
      // opening a file costs about as much as reading some kilobytes
      lightest.add(new long[] {bin[0], bin[1] + task.cost() + 4096});
    }
    return bins.stream().map(Batch::new).toList();
  }

  /** Each batch in a bundle of its own. */
  private static final class Spread extends PTransform<PBegin, PCollection<Batch>> {
    private static final long serialVersionUID = 1L;
    private final transient List<Batch> batches;

    Spread(List<Batch> batches) {
      this.batches = batches;
    }

    @Override
    public PCollection<Batch> expand(PBegin begin) {
      List<KV<Integer, Batch>> keyed = new ArrayList<>();
      for (Batch batch : batches) {
        keyed.add(KV.of(keyed.size(), batch));
      }
      RecordCoder<Batch> coder = RecordCoder.of(Batch.class);
      return begin
          .apply("Name", Create.of(keyed).withCoder(KvCoder.of(VarIntCoder.of(), coder)))
          .apply("Part", GroupByKey.create())
          .apply("Hand out", ParDo.of(new HandOutFn()))
          .setCoder(coder);
    }
  }

  private static final class HandOutFn extends DoFn<KV<Integer, Iterable<Batch>>, Batch> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Batch>> batch, OutputReceiver<Batch> out) {
      batch.getValue().forEach(out::output);
    }
  }

  private static final class CountFn extends DoFn<Batch, KV<String, Long>> {
    private static final long serialVersionUID = 1L;
    private final ReadConfig config;
    private final FileOpener opener;

    CountFn(ReadConfig config, FileOpener opener) {
      this.config = config;
      this.opener = opener;
    }

    @ProcessElement
    public void process(@Element Batch batch, OutputReceiver<KV<String, Long>> out) {
      for (Task task : batch.tasks()) {
        long count = 0;
        try (InputStream in = task.open(opener)) {
          count = new RecordReader(config).countLines(in, task.from(), task.to());
        } catch (IOException e) {
          // the reader meets the same trouble and makes a row of it
          count = 0;
        }
        out.output(KV.of(task.from() + " " + task.uri(), count));
      }
    }
  }

  private static final class ReadFn extends DoFn<Batch, RawRecord> {
    private static final long serialVersionUID = 1L;
    private final ReadConfig config;
    private final FileOpener opener;
    private final PCollectionView<Map<String, Long>> counts;

    ReadFn(ReadConfig config, FileOpener opener, PCollectionView<Map<String, Long>> counts) {
      this.config = config;
      this.opener = opener;
      this.counts = counts;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      RecordReader reader = new RecordReader(config);
      Map<String, TreeMap<Long, Long>> before = counts == null ? Map.of() : before(context.sideInput(counts));
      for (Task task : context.element().tasks()) {
        boolean crowded = task.crowded();
        RecordSink sink =
            new RecordSink() {
              @Override
              public void record(RawRecord record) {
                if (crowded) {
                  context.output(CROWDED, record);
                } else {
                  context.output(record);
                }
              }

              @Override
              public void reject(Reject reject) {
                context.output(REJECTS, reject);
              }

              @Override
              public void skip(Skip skip) {
                context.output(SKIPPED, skip);
              }
            };
        if (task.trouble() != null) {
          tell(task, Trouble.valueOf(task.trouble()), sink);
          continue;
        }
        try (InputStream in = task.open(opener)) {
          if (task.isRange() && !hasRanges(task)) {
            // named like JSON lines and something else, or UTF-16, whose lines cannot be found from the middle: read whole, once
            if (task.from() == 0) {
              try (InputStream whole = opener.open(task.file())) {
                reader.read(task.file(), whole, sink);
              }
            }
          } else if (task.isRange()) {
            reader.readRange(task.file(), in, task.from(), task.to(), before.get(task.uri()).get(task.from()), sink);
          } else {
            reader.read(task.file(), in, sink);
          }
        } catch (IOException e) {
          String why = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
          sink.reject(Rejection.of(task.uri(), -1, Math.max(task.from(), -1), Emitter.STAGE, new Rejection("unreadable", "the file cannot be opened: " + why), new byte[0]));
        }
      }
    }

    private static void tell(Task task, Trouble trouble, RecordSink sink) {
      if (trouble.isSkip()) {
        sink.skip(new Skip(task.uri(), 0, trouble.reason()));
      } else {
        sink.reject(Rejection.of(task.uri(), -1, -1, Emitter.STAGE, new Rejection(trouble.reason(), trouble.message()), new byte[0]));
      }
    }

    private boolean hasRanges(Task task) throws IOException {
      try (InputStream head = opener.open(task.file())) {
        ScanStream scan = new ScanStream(head);
        return Kind.of(task.path(), scan) == Kind.JSON_LINES && Units.of(scan).charset() == null;
      }
    }

    /** How many records lie before each range of each file. */
    private static Map<String, TreeMap<Long, Long>> before(Map<String, Long> counts) {
      Map<String, TreeMap<Long, Long>> files = new TreeMap<>();
      counts.forEach(
          (key, count) -> {
            int blank = key.indexOf(' ');
            files.computeIfAbsent(key.substring(blank + 1), k -> new TreeMap<>()).put(Long.parseLong(key.substring(0, blank)), count);
          });
      for (TreeMap<Long, Long> ranges : files.values()) {
        long sum = 0;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
          long count = range.getValue();
          range.setValue(sum);
          sum += count;
        }
      }
      return files;
    }
  }

  private static final class UnpackFn extends DoFn<KV<Integer, Iterable<byte[]>>, RawRecord> {
    private static final long serialVersionUID = 1L;
    private final RecordCoder<RawRecord> coder = RecordCoder.of(RawRecord.class);

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> packs, OutputReceiver<RawRecord> out) {
      for (byte[] pack : packs.getValue()) {
        Pack.read(pack, coder, out::output);
      }
    }
  }
}
