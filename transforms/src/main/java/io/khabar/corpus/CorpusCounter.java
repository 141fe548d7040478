package io.khabar.corpus;

import io.khabar.model.Page;
import io.khabar.text.Hash64;
import io.khabar.text.StemHashes;
import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts terms and short lines of pages, and adds up such counts. Exact; the order of what it is given does not show. Not thread-safe. */
public final class CorpusCounter {
  private static final Comparator<LineCount> BY_KEY = Comparator.comparing(LineCount::outlet).thenComparingLong(LineCount::template);

  private final Map<LineKey, LineCount> lines = new HashMap<>();
  private final StemHashes stems = new StemHashes();
  private TermTable terms = new TermTable();
  private long documents;

  private final SiteWords siteWords;

  /** Counts with the shipped words in which sites speak. */
  public CorpusCounter() {
    this(SiteWords.shipped());
  }

  /** Counts with some words in which sites speak. */
  public CorpusCounter(SiteWords siteWords) {
    this.siteWords = siteWords;
  }

  private record LineKey(String outlet, long template) {}

  /** Counts a page. */
  public void add(Page page) {
    documents++;
    Words words = Words.of(page.text());
    long[] seen = new long[words.count()];
    long[] hashes = new long[words.count()];
    int n = 0;
    for (int i = 0; i < words.count(); i++) {
      boolean number = words.isNumber(i);
      long hash = words.hash(i);
      hashes[i] = number ? SiteOpenings.NUMBER : hash;
      if (!number && words.keyLength(i) > 1) {
        seen[n++] = stems.of(words, i, hash);
      }
    }
    Arrays.sort(seen, 0, n);
    for (int i = 0; i < n; i++) {
      if (i == 0 || seen[i] != seen[i - 1]) {
        terms.add(seen[i], 1);
      }
    }
    for (LineCount line : LineObservations.of(page)) {
      add(line);
    }
    for (LineCount opening : SiteOpenings.of(page.text(), words, hashes, LineObservations.outletKey(page), siteWords)) {
      add(opening);
    }
  }

  /** Adds counts made elsewhere. */
  public void add(CorpusPart part) {
    documents += part.documents();
    for (int i = 0; i < part.terms().length; i++) {
      terms.add(part.terms()[i], part.frequencies()[i]);
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
    List<List<LineCount>> dealt = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      dealt.add(new ArrayList<>());
    }
    lines.forEach((key, line) -> dealt.get((int) Long.remainderUnsigned(Hash64.join(Hash64.of(key.outlet), key.template), parts)).add(line));
    List<CorpusPart> out = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int at = i;
      out.add(part(i == 0 ? documents : 0, terms.sorted(term -> Long.remainderUnsigned(term, parts) == at), dealt.get(i)));
    }
    clear();
    return out;
  }

  /**
   * What is worth telling every worker: terms and lines seen at least {@code least} times, the most frequent first up to {@code most} of each, ties by hash.
   */
  public CorpusPart frequent(int least, int most) {
    List<Long> keys = new ArrayList<>();
    for (long term : terms.sorted(term -> terms.count(term) >= least)) {
      keys.add(term);
    }
    keys.sort(Comparator.comparingInt((Long term) -> -terms.count(term)).thenComparing(Comparator.naturalOrder()));
    long[] kept = keys.stream().limit(most).mapToLong(Long::longValue).sorted().toArray();
    List<LineCount> recurring = new ArrayList<>(lines.values());
    recurring.removeIf(line -> line.documents() < least);
    recurring.sort(Comparator.comparingInt((LineCount line) -> -line.documents()).thenComparing(BY_KEY));
    CorpusPart part =
        part(documents, kept, new ArrayList<>(recurring.subList(0, Math.min(most, recurring.size()))));
    clear();
    return part;
  }

  /** What the counts of several counters amount to, for {@link CorpusEvidence#of}: as an engine would sum them up. The counters are empty again. */
  public static List<CorpusPart> sum(List<CorpusCounter> counters) {
    List<CorpusCounter> sums = new ArrayList<>();
    for (int i = 0; i < LearnCorpus.PARTS; i++) {
      sums.add(new CorpusCounter());
    }
    for (CorpusCounter counter : counters) {
      List<CorpusPart> parts = counter.deal(LearnCorpus.PARTS);
      for (int i = 0; i < LearnCorpus.PARTS; i++) {
        sums.get(i).add(parts.get(i));
      }
    }
    return sums.stream().map(sum -> sum.frequent(LearnCorpus.LEAST, LearnCorpus.MOST)).toList();
  }

  private CorpusPart part(long count, long[] hashes, List<LineCount> counted) {
    int[] frequencies = Arrays.stream(hashes).mapToInt(terms::count).toArray();
    counted.sort(BY_KEY);
    return new CorpusPart(count, hashes, frequencies, List.copyOf(counted));
  }

  private void clear() {
    terms = new TermTable();
    lines.clear();
    documents = 0;
  }
}
