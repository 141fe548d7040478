package io.khabar.sink;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.text.Hash64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The books of a run: every finished file and every count, and the sums that must agree.
 *
 * @param files sorted by path
 * @param tallies by name
 */
public record Ledger(List<FileEntry> files, Map<String, Long> tallies) {
  /** Its name in staging. */
  public static final String FILE = "ledger.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One line of the ledger on its way to the one place: a file or a count. */
  public record Entry(FileEntry file, Tally tally) {}

  /** Gathers entries in any order. */
  public static final class Builder {
    private final Map<String, FileEntry> files = new TreeMap<>();
    private final Map<String, Long> tallies = new TreeMap<>();

    /** Adds an entry. */
    public void add(Entry entry) {
      if (entry.file() != null) {
        files.put(entry.file().path(), entry.file());
      } else {
        tallies.merge(entry.tally().name(), entry.tally().value(), Long::sum);
      }
    }

    /** The ledger so far. */
    public Ledger build() {
      return new Ledger(new ArrayList<>(files.values()), tallies);
    }
  }

  byte[] toJson() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  /** Reads a ledger that {@link CloseLedger} wrote. */
  static Ledger fromJson(byte[] json) throws IOException {
    return JSON.readValue(json, new TypeReference<Ledger>() {});
  }

  /** A count, 0 when nothing was counted under the name. */
  public long tally(String name) {
    return tallies.getOrDefault(name, 0L);
  }

  /** The sum of all counts whose names begin so. */
  public long tallies(String prefix) {
    return tallies.entrySet().stream().filter(e -> e.getKey().startsWith(prefix)).mapToLong(Map.Entry::getValue).sum();
  }

  /** The counts whose names begin so, by the rest of their names. */
  public Map<String, Long> below(String prefix) {
    Map<String, Long> below = new TreeMap<>();
    tallies.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            below.put(name.substring(prefix.length()), value);
          }
        });
    return below;
  }

  /** The rows of a dataset. */
  public long rows(String dataset) {
    return firstFormat(dataset).stream().mapToLong(FileEntry::rows).sum();
  }

  private long keys(String dataset) {
    return firstFormat(dataset).stream().mapToLong(FileEntry::keys).sum();
  }

  private List<FileEntry> firstFormat(String dataset) {
    String format = files.stream().map(FileEntry::format).min(Comparator.naturalOrder()).orElse("");
    return files.stream().filter(f -> f.dataset().equals(dataset) && f.format().equals(format)).toList();
  }

  /** Every sum that does not agree, as a sentence; empty when the ledger closes. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    long read = recordsRead();
    equal(problems, "records read", read, "documents + rejects + skipped", rows("documents") + rows("rejects") + skipped());
    equal(problems, "records that left the reader", tally("read.records"), "pages + rejects of decoding", tally("decode.pages") + tally("decode.rejects"));
    equal(problems, "pages", tally("decode.pages"), "documents + pages failed later", rows("documents") + tally("page.rejects"));
    equal(problems, "rejects of all stages", tally("read.rejects") + tally("decode.rejects") + tally("page.rejects"), "rows of rejects", rows("rejects"));
    equal(problems, "ids of parsed pages", tally("parse.page_keys"), "ids of documents", keys("documents"));
    equal(problems, "characters parsed", tally("parse.chars"), "characters of segments", tally("write.segment_chars"));
    equal(problems, "stories found", tally("parse.stories"), "stories + duplicates + excluded", rows("stories") + rows("duplicates") + tallies("excluded."));
    equal(problems, "stories kept", rows("stories"), "stories in events", tally("event.stories"));
    Map<String, FileEntry> seen = new TreeMap<>();
    for (FileEntry file : files) {
      FileEntry other = seen.putIfAbsent(stem(file), file);
      if (other != null && (other.rows() != file.rows() || other.keys() != file.keys())) {
        problems.add(file.path() + " and " + other.path() + " differ in rows");
      }
    }
    return problems;
  }

  private static String stem(FileEntry file) {
    return file.path().substring(0, file.path().length() - file.format().length());
  }

  private static void equal(List<String> problems, String what, long a, String other, long b) {
    if (a != b) {
      problems.add(what + " (" + a + ") differ from " + other + " (" + b + ")");
    }
  }

  /** Everything that came in: records that left the reader, and what the reader itself rejected or skipped. */
  public long recordsRead() {
    return tally("read.records") + tally("read.rejects") + skipped();
  }

  /** What no reader is for. */
  public long skipped() {
    return tallies("skipped.");
  }

  /** The contribution of one row's key to {@link FileEntry#keys()}. */
  public static long key(String id) {
    return Hash64.of(id);
  }
}
