package io.khabar.corpus;

import io.khabar.text.Hash64;
import io.khabar.model.Page;
import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts terms and short lines of pages, and adds up such counts. Exact; the order of what it is given does not show. Not thread-safe. */
public final class CorpusCounter {
  private static final Comparator<LineCount> BY_KEY = Comparator.comparing(LineCount::outlet).thenComparingLong(LineCount::template);

  private final Map<Long, Integer> terms = new HashMap<>();
  private final Map<LineKey, LineCount> lines = new HashMap<>();
  private final Map<String, Long> stems = new HashMap<>();
  private long documents;

  private record LineKey(String outlet, long template) {}

  /** Counts a page. */
  public void add(Page page) {
    documents++;
    Words words = Words.of(page.text());
    Set<Long> seen = new HashSet<>(words.count() * 2);
    for (int i = 0; i < words.count(); i++) {
      if (words.keyLength(i) > 1 && !words.isNumber(i)) {
        seen.add(stem(words.key(i)));
      }
    }
    for (Long term : seen) {
      terms.merge(term, 1, Integer::sum);
    }
    for (LineCount line : LineObservations.of(page)) {
      add(line);
    }
  }

  private Long stem(String key) {
    if (stems.size() > 1 << 16) {
      stems.clear();
    }
    return stems.computeIfAbsent(key, k -> Hash64.of(io.khabar.text.Stems.stem(k)));
  }

  /** Adds counts made elsewhere. */
  public void add(CorpusPart part) {
    documents += part.documents();
    for (int i = 0; i < part.terms().length; i++) {
      terms.merge(part.terms()[i], part.frequencies()[i], Integer::sum);
    }
    part.lines().forEach(this::add);
  }

  private void add(LineCount line) {
    lines.merge(new LineKey(line.outlet(), line.template()), line, LineCount::plus);
  }

  /** How many different terms and lines are held. */
  public int size() {
    return terms.size() + lines.size();
  }

  /** The counts so far, dealt out by key; part 0 carries the number of documents. The counter is empty again. */
  public List<CorpusPart> deal(int parts) {
    List<List<Long>> keys = new ArrayList<>();
    List<List<LineCount>> dealt = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      keys.add(new ArrayList<>());
      dealt.add(new ArrayList<>());
    }
    terms.keySet().forEach(term -> keys.get((int) Long.remainderUnsigned(term, parts)).add(term));
    lines.forEach((key, line) -> dealt.get((int) Long.remainderUnsigned(Hash64.join(Hash64.of(key.outlet), key.template), parts)).add(line));
    List<CorpusPart> out = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      out.add(part(i == 0 ? documents : 0, keys.get(i), dealt.get(i)));
    }
    clear();
    return out;
  }

  /**
   * What is worth telling every worker: terms and lines seen at least {@code least} times, the most frequent first up to {@code most} of each, ties by hash.
   */
  public CorpusPart frequent(int least, int most) {
    List<Long> keys = new ArrayList<>(terms.keySet());
    keys.removeIf(term -> terms.get(term) < least);
    keys.sort(Comparator.comparingInt((Long term) -> -terms.get(term)).thenComparing(Comparator.naturalOrder()));
    List<LineCount> recurring = new ArrayList<>(lines.values());
    recurring.removeIf(line -> line.documents() < least);
    recurring.sort(Comparator.comparingInt((LineCount line) -> -line.documents()).thenComparing(BY_KEY));
    CorpusPart part =
        part(documents, keys.subList(0, Math.min(most, keys.size())), new ArrayList<>(recurring.subList(0, Math.min(most, recurring.size()))));
    clear();
    return part;
  }

  private CorpusPart part(long count, List<Long> keys, List<LineCount> counted) {
    long[] hashes = keys.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(hashes);
    int[] frequencies = Arrays.stream(hashes).mapToInt(terms::get).toArray();
    counted.sort(BY_KEY);
    return new CorpusPart(count, hashes, frequencies, List.copyOf(counted));
  }

  private void clear() {
    terms.clear();
    lines.clear();
    documents = 0;
  }
}
