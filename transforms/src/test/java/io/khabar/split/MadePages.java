package io.khabar.split;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.text.MatchKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Pages for fitting: real articles as they are, with links pasted in, and with other articles pasted in or below. The same seed gives the same pages. */
final class MadePages {
  private static final String[] CUES = {
    "اقرأ أيضا", "إقرأ أيضاً:", "اقرأ أيضا:", "واقرأ أيضا", "اقرأ المزيد", "للمزيد:", "قد يهمك أيضا", "قد يهمك", "شاهد أيضا:", "انظر أيضا", "مواضيع ذات صلة",
    "أخبار ذات صلة:", "موضوعات متعلقة", "مقالات ذات صلة", "ذات صلة"
  };

  /** An article; the title stands apart from its text. */
  record Article(String title, String text, String outlet) {
    List<String> paragraphs() {
      List<String> out = new ArrayList<>();
      for (String line : text.split("\n")) {
        if (!line.isBlank()) {
          out.add(line.strip());
        }
      }
      return out;
    }
  }

  /**
   * A page.
   *
   * @param title what the record gives beside the text, or null
   * @param starts where the headlines of pasted stories begin
   */
  record Made(String kind, String outlet, String title, String text, Set<Integer> starts) {}

  private final Random random;
  private final List<Made> pages = new ArrayList<>();

  private MadePages(long seed) {
    random = new Random(seed);
  }

  /** The articles of a file of JSON lines ({@code title}, {@code content}, {@code source}), each text once. */
  static List<Article> articles(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Article> out = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode node = json.readTree(line);
        String text = node.path("content").asText("");
        String key = MatchKey.of(text.length() > 300 ? text.substring(0, 300) : text);
        if (seen.add(key)) {
          out.add(new Article(node.path("title").asText("").replaceAll("\\s+", " ").strip(), text, node.path("source").asText("")));
        }
      }
    }
    return out;
  }

  /** The outlets in two halves of about the same number of articles. */
  static List<Set<String>> halves(List<Article> articles) {
    Map<String, Integer> count = new TreeMap<>();
    articles.forEach(a -> count.merge(a.outlet(), 1, Integer::sum));
    List<String> outlets = new ArrayList<>(count.keySet());
    outlets.sort((a, b) -> count.get(b) - count.get(a));
    List<Set<String>> out = List.of(new HashSet<>(), new HashSet<>());
    int[] size = new int[2];
    for (String outlet : outlets) {
      int half = size[0] <= size[1] ? 0 : 1;
      out.get(half).add(outlet);
      size[half] += count.get(outlet);
    }
    return out;
  }

  /** Pages of the articles whose outlet passes. */
  static List<Made> of(List<Article> all, Predicate<String> outlets, long seed) {
    MadePages made = new MadePages(seed);
    List<Article> articles = new ArrayList<>(all.stream().filter(a -> outlets.test(a.outlet())).toList());
    for (Article a : articles) {
      boolean apart = made.random.nextBoolean() || a.title().isEmpty();
      made.pages.add(new Made("article", a.outlet(), apart ? a.title() : null, apart ? a.text() : a.title() + "\n" + a.text(), Set.of()));
    }
    List<Article> good = new ArrayList<>();
    Map<String, List<Article>> byOutlet = new HashMap<>();
    for (Article a : articles) {
      if (a.title().length() >= 20 && a.title().length() <= 130 && a.text().length() >= 350 && a.text().length() <= 6_000 && a.paragraphs().size() >= 2
          && !MatchKey.of(a.text()).contains("اقرا ايضا")) {
        good.add(a);
        byOutlet.computeIfAbsent(a.outlet(), o -> new ArrayList<>()).add(a);
      }
    }
    for (int round = 0; round < 2; round++) {
      Collections.shuffle(good, made.random);
      for (int i = 0; i + 1 < good.size(); i++) {
        made.page(i, good.get(i), good, byOutlet);
      }
    }
    return made.pages;
  }

  private Article other(Article not, List<Article> pool) {
    Article a = pool.get(random.nextInt(pool.size()));
    return a == not ? pool.get((pool.indexOf(a) + 1) % pool.size()) : a;
  }

  private void page(int i, Article host, List<Article> good, Map<String, List<Article>> byOutlet) {
    String cue = CUES[random.nextInt(CUES.length)];
    Article guest = other(host, good);
    switch (i % 10) {
      case 0, 1 -> links(host, cue, good);
      case 2 -> write("cue", host, host.paragraphs().size(), cue, List.of(guest), good);
      case 3 -> write("cue", host, host.paragraphs().size(), cue, List.of(guest, other(host, good)), good);
      case 4, 5 -> write("nocue", host, host.paragraphs().size(), null, List.of(guest), good);
      case 6, 7 -> write("same_outlet", host, host.paragraphs().size(), null, List.of(other(host, byOutlet.get(host.outlet()))), good);
      case 8 -> write("middle", host, host.paragraphs().size() / 2, cue, List.of(guest), good);
      default -> write("nocue", host, host.paragraphs().size(), null, List.of(guest, other(host, good)), good);
    }
  }

  /** A cue and one to three bare headlines, below the article or within. */
  private void links(Article host, String cue, List<Article> good) {
    List<String> paragraphs = host.paragraphs();
    int at = random.nextBoolean() ? paragraphs.size() : 1 + random.nextInt(paragraphs.size() - 1);
    List<String> lines = new ArrayList<>(paragraphs.subList(0, at));
    int n = at == paragraphs.size() ? 1 + random.nextInt(3) : 1;
    if (random.nextBoolean()) {
      lines.add(cue);
      for (int k = 0; k < n; k++) {
        lines.add(other(host, good).title());
      }
    } else {
      lines.add(cue + (cue.endsWith(":") ? " " : ": ") + other(host, good).title());
    }
    lines.addAll(paragraphs.subList(at, paragraphs.size()));
    pages.add(new Made("links", host.outlet(), null, host.title() + "\n" + String.join("\n", lines), Set.of()));
  }

  private void write(String kind, Article host, int at, String cue, List<Article> guests, List<Article> good) {
    boolean apart = random.nextInt(3) == 0;
    StringBuilder text = new StringBuilder(apart ? "" : host.title() + "\n");
    List<String> paragraphs = host.paragraphs();
    at = Math.max(1, at);
    paragraphs.subList(0, at).forEach(p -> text.append(p).append('\n'));
    if (cue != null) {
      text.append(cue).append('\n');
      // a story may stand below bare links
      for (int links = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0; links > 0; links--) {
        text.append(other(host, good).title()).append('\n');
      }
    }
    Set<Integer> starts = new HashSet<>();
    for (Article guest : guests) {
      starts.add(text.length());
      text.append(guest.title()).append('\n');
      guest.paragraphs().forEach(p -> text.append(p).append('\n'));
    }
    paragraphs.subList(at, paragraphs.size()).forEach(p -> text.append(p).append('\n'));
    pages.add(new Made(kind, host.outlet(), apart ? host.title() : null, text.toString(), starts));
  }
}
