package dev.laurel.metrics.trend;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.metrics.score.ScoreText;
import dev.laurel.metrics.survey.MetricDefinition;
import java.time.LocalDate;

/** A change point in words, for people; it is never parsed. */
public final class ChangePointText {
  private ChangePointText() {}

  /**
   * The change in sentences, such as {@code The answers most likely changed with the period from
   * 2025-10-01: Net Promoter Score +12 before, -20 since. Chance alone would make so clear a cut
   * once in 1,000 (p 0.001).}
   *
   * <p>{@link ChangeTest#ofCounts} looks at all points of the scale, so answers may change while
   * their score does not. How it is tested, and what is assumed, is told there.
   *
   * @param definition what the answers are answers to
   * @param since the first day after the change, such as {@link ChangePoint#since} tells
   */
  public static String text(
      MetricDefinition definition,
      LocalDate since,
      ChangeTest.Tested tested,
      Confidence confidence) {
    ChangePoint change = tested.change();
    String opening = tested.isSignificant(confidence)
        ? "The answers most likely changed with the period from " + since + ": "
        : "Nothing shows that the answers ever changed. The clearest cut is at " + since + ": ";
    return opening
        + definition.title()
        + " "
        + ScoreText.shown(definition, change.before())
        + " before, "
        + ScoreText.shown(definition, change.after())
        + " since. Chance alone would make so clear a cut "
        + ScoreText.chance(tested.pValue())
        + ".";
  }
}
