package io.khabar.entity;

import io.khabar.model.EntityType;
import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is wrong with a gazetteer: an id that stands for two things, a form of two entities with no hint that tells them apart, a form that is a common word without a
 * guard. One sentence each, sorted; empty when all is well.
 */
public final class GazetteerCheck {
  private GazetteerCheck() {}

  /** The problems of a gazetteer, its user files included. */
  public static List<String> problems(Gazetteer gazetteer) {
    List<String> out = new ArrayList<>(gazetteer.doubleIds());
    Map<String, Map<String, GazetteerRow>> byForm = new HashMap<>();
    for (GazetteerRow row : gazetteer.rows()) {
      for (List<String> forms : List.of(row.full(), row.shorts())) {
        for (String form : forms) {
          String key = MatchKey.of(form);
          byForm.computeIfAbsent(key, k -> new TreeMap<>()).put(row.entity().id(), row);
          commonWord(gazetteer, row, form, key, out);
        }
      }
    }
    byForm.forEach(
        (key, rows) -> {
          List<GazetteerRow> list = List.copyOf(rows.values());
          for (int i = 1; i < list.size(); i++) {
            if (!toldApart(list.get(i - 1), list.get(i), key)) {
              out.add("form '" + key + "' means " + list.get(i - 1).entity().id() + " and " + list.get(i).entity().id() + ": no hint tells them apart");
            }
          }
        });
    out.sort(null);
    return out.stream().distinct().toList();
  }

  private static boolean toldApart(GazetteerRow a, GazetteerRow b, String form) {
    Entity x = a.entity();
    Entity y = b.entity();
    return x.type() != y.type()
        || x.prior() != y.prior()
        || !Set.copyOf(x.countries()).equals(Set.copyOf(y.countries()))
        || (x.type() == EntityType.PERSON && !x.titles().equals(y.titles()))
        || a.guarded().contains(form) != b.guarded().contains(form);
  }

  private static void commonWord(Gazetteer gazetteer, GazetteerRow row, String form, String key, List<String> out) {
    if (key.indexOf(' ') >= 0 || row.guarded().contains(key)) {
      return;
    }
    int flags = gazetteer.lexicon().flags(gazetteer.lexicon().find(Lexicon.hash(key)));
    boolean ordinary = (flags & Lexicon.NOT_NAME) != 0 || ((flags & Lexicon.NOT_NAME_MAKSURA) != 0 && form.endsWith("\u0649"));
    if (ordinary) {
      out.add("form '" + key + "' of " + row.entity().id() + " is a common word: guard it");
    }
  }
}
