package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.model.ParsedPage;
import io.khabar.model.Segment;
import io.khabar.model.Story;
import io.khabar.model.StoryKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a page with one embedded story was parted.
 *
 * @param title whether the embedded story has its title
 * @param clean whether both texts hold their own first and last paragraphs and not the other's
 * @param borders the same of everything that stands between the borders, whatever was left out of the texts as no part of a story
 * @param faults what is wrong
 */
record Parted(boolean title, boolean clean, boolean borders, List<String> faults) {
  private static final Pattern MARKS = Pattern.compile("[\u064b-\u065f\u0640\u200b-\u200f\u202a-\u202e]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");
  private static final int ENDS = 50;
  private static final int LEAST_PROSE = 100;

  static Parted of(ParsedPage page, JsonNode gold) {
    List<Story> main = page.stories().stream().filter(s -> s.kind() == StoryKind.MAIN).toList();
    List<Story> embedded = page.stories().stream().filter(s -> s.kind() == StoryKind.EMBEDDED).toList();
    if (main.size() != 1 || embedded.size() != 1) {
      return new Parted(false, false, false, List.of(main.size() + " main stories, " + embedded.size() + " embedded"));
    }
    String wanted = gold.get("title").asText();
    String title = embedded.get(0).title();
    boolean titled = title != null && key(title).equals(key(wanted));
    List<String> faults = new ArrayList<>();
    if (!titled) {
      faults.add("title: " + title);
    }
    List<String> texts = faults(embedded.get(0).text(), main.get(0).text(), gold);
    List<String> spans = faults(whole(page, embedded.get(0).storyId()), whole(page, main.get(0).storyId()), gold);
    faults.addAll(texts);
    if (texts.size() > 0 && spans.isEmpty()) {
      faults.add("(the borders are right)");
    }
    return new Parted(titled, texts.isEmpty(), spans.isEmpty(), faults);
  }

  /** Whether both stories open and close with paragraphs of some length, and so with nothing that a page leaves out of a story: a byline, a caption, a link. */
  static boolean prose(JsonNode gold) {
    for (JsonNode paragraph : List.of(gold.get("host").get(0), gold.get("host").get(1), gold.get("guest").get(0), gold.get("guest").get(1))) {
      if (paragraph.asText().length() < LEAST_PROSE) {
        return false;
      }
    }
    return true;
  }

  private static List<String> faults(String guest, String host, JsonNode gold) {
    String e = key(guest);
    String m = key(host);
    String h0 = key(gold.get("host").get(0).asText());
    String h1 = key(gold.get("host").get(1).asText());
    String g0 = key(gold.get("guest").get(0).asText());
    String g1 = key(gold.get("guest").get(1).asText());
    List<String> out = new ArrayList<>();
    check(out, e.contains(head(g0)), "the embedded story lacks its beginning: ", g0);
    check(out, e.contains(tail(g1)), "the embedded story lacks its end: ", g1);
    check(out, !e.contains(head(h1)), "the embedded story holds the end of the main one: ", h1);
    check(out, m.contains(head(h0)), "the main story lacks its beginning: ", h0);
    check(out, m.contains(tail(h1)), "the main story lacks its end: ", h1);
    check(out, !m.contains(head(g0)), "the main story holds the beginning of the embedded one: ", g0);
    check(out, !m.contains(tail(g1)), "the main story holds the end of the embedded one: ", g1);
    return out;
  }

  private static void check(List<String> faults, boolean good, String fault, String paragraph) {
    if (!good) {
      faults.add(fault + (paragraph.length() > 160 ? paragraph.substring(0, 100) + " … " + tail(paragraph) : paragraph));
    }
  }

  /** A story's segments and those of no story that follow them. */
  private static String whole(ParsedPage page, String story) {
    StringBuilder out = new StringBuilder();
    String current = null;
    for (Segment s : page.segments()) {
      current = s.storyId() == null ? current : s.storyId();
      if (story.equals(current)) {
        out.append(s.text()).append(' ');
      }
    }
    return out.toString();
  }

  private static String head(String key) {
    return key.substring(0, Math.min(ENDS, key.length()));
  }

  private static String tail(String key) {
    return key.substring(Math.max(0, key.length() - ENDS));
  }

  /** Letters, digits and single spaces. */
  static String key(String text) {
    return NO_WORD.matcher(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("")).replaceAll(" ").strip();
  }
}
