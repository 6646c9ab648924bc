package dev.laurel.metrics.weight;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.metrics.score.ScoreText;
import java.util.Locale;

/** Who answered in words, for people; it is never parsed. */
public final class WhoAnsweredText {
  private static final double ROUGH = 5;

  private WhoAnsweredText() {}

  /**
   * The comparison in sentences, such as {@code Those who answered are not like those asked: mid is
   * 30 % of those asked and 40 % of those who answered. 10 % of the answers would have to come from
   * other segments. Chance alone would do this once in 1,000 (p 0.001). Weights by segment make up
   * for it.}
   *
   * <p>How it is tested, and what is assumed, {@link WhoAnswered} tells.
   */
  public static String text(WhoAnswered who, Confidence confidence) {
    StringBuilder text = new StringBuilder(300);
    boolean differs = who.isSignificant(confidence);
    text.append(
        differs
            ? "Those who answered are not like those asked"
            : "Nothing shows that those who answered are unlike those asked");
    if (differs) {
      WhoAnswered.Part most = who.furthest();
      text.append(": ").append(ScoreText.segment(most.segment()));
      text.append(plain(" is %.0f %% of those asked", 100 * most.shareOfAsked()));
      text.append(plain(" and %.0f %% of those who answered. ", 100 * most.shareOfAnswers()));
      text.append(plain("%.0f %% of the answers", 100 * who.dissimilarity()));
      text.append(" would have to come from other segments. ");
      text.append(ScoreText.chanceAlone(who.pValue()))
          .append(" Weights by segment make up for it.");
    } else {
      text.append(". ").append(ScoreText.chanceAlone(who.pValue()));
    }
    if (who.leastExpected() < ROUGH) {
      text.append(" Some segments are so small that p is rough.");
    }
    return text.toString();
  }

  private static String plain(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
