package io.khabar.entity;

import java.util.List;

/**
 * What no name does, whatever the trained model thinks: it does not go on behind a comma or from one script into another, begin with a lone conjunction, hold a blessing, or take in a name that «و» joins to
 * it.
 */
final class NameLimits {
  private static final float NEVER = 40f;
  /** What speaks for a listed place that a conjunction joins to what is before it, for it is no part of that. */
  private static final float JOINED = 3;
  private static final int COMMA = 2;
  private static final int OPEN = 4;
  private static final int CLOSE = 8;
  private static final int PERSON = 1;
  private static final int PLACE = 3;

  private final FormMatcher forms;

  NameLimits(FormMatcher forms) {
    this.forms = forms;
  }

  /** Takes from the scores of the labels that cannot be. */
  void apply(Passage p, List<Span> listed, float[] scores) {
    boolean[] joined = new boolean[p.count];
    for (Span span : listed) {
      for (int i = span.from + 1; i < span.to; i++) {
        joined[i] = true;
      }
    }
    boolean bracket = false;
    int formula = 0;
    for (int i = 0; i < p.count; i++) {
      int at = i * CrfModel.LABELS;
      int sign = p.sign(i);
      bracket = (sign & OPEN) != 0 || bracket && (sign & CLOSE) == 0;
      int phrase = forms.formula(p, i);
      formula = phrase > i + 1 ? Math.max(formula, phrase) : formula;
      char first = p.words.keyChar(i, 0);
      boolean latin = first < '\u0600' && !p.words.isNumber(i);
      if (i < formula || latin && bracket) {
        for (int l = 1; l < CrfModel.LABELS; l++) {
          scores[at + l] -= NEVER;
        }
        continue;
      }
      if ((sign & COMMA) != 0 || p.glue(i) >= Passage.BREAK) {
        for (int l = 2; l < CrfModel.LABELS; l += 2) {
          scores[at + l] -= NEVER;
        }
      }
      if (joined[i]) {
        continue;
      }
      boolean lone = first == '\u0648' && p.words.keyLength(i) == 1;
      if (lone || phrase == i + 1) {
        for (int l = 1; l < CrfModel.LABELS; l += 2) {
          scores[at + l] -= NEVER;
        }
      }
      if (lone || latin || p.words.isNumber(i) || forms.andName(p, i)) {
        scores[at + PERSON + 1] -= NEVER;
      }
      boolean another = forms.andPlace(p, i);
      if (lone || latin || another) {
        scores[at + PLACE + 1] -= NEVER;
        scores[at + PLACE] += another ? JOINED : 0;
      }
    }
  }
}
