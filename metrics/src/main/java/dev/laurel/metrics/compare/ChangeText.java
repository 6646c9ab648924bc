package dev.laurel.metrics.compare;

import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.score.ScoreText;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.Locale;

/** A change in words, for people; it is never parsed. */
public final class ChangeText {
  /** Ten points of a net score or share, and a quarter of a scale step of a mean. */
  private static final double SHARE_OF_INTEREST = 0.1;

  private static final double MEAN_OF_INTEREST = 0.25;

  private ChangeText() {}

  /**
   * The change in sentences, such as {@code No detectable change: Net Promoter Score went from +20
   * to +30, a difference of +10 that may be anything from -12 to +31. Chance alone would do this 38
   * times in 100 (p 0.38). To see a change of 10, 997 answers per wave would be needed; there were
   * 100 and 100.}
   *
   * <p>How it is tested, and what is assumed, {@link Comparing} tells.
   */
  public static String text(ScoreChange change) {
    MetricDefinition definition = change.after().definition();
    Interval interval = change.estimate().interval().orElseThrow();
    StringBuilder text = new StringBuilder(300);
    text.append(opening(change.verdict())).append(definition.title());
    text.append(" went from ")
        .append(ScoreText.shown(definition, change.before().value()));
    text.append(" to ").append(ScoreText.shown(definition, change.after().value()));
    text.append(", a difference of ").append(signed(definition, change.value()));
    text.append(" that may be anything from ").append(signed(definition, interval.lower()));
    text.append(" to ").append(signed(definition, interval.upper()));
    text.append(". ").append(ScoreText.chanceAlone(change.pValue()));
    if (change.verdict() == Verdict.IMPROVED || change.verdict() == Verdict.WORSENED) {
      return text.toString();
    }
    double size = definition
        .rule()
        .match(net -> SHARE_OF_INTEREST, top -> SHARE_OF_INTEREST, mean -> MEAN_OF_INTEREST);
    text.append(String.format(
        Locale.ROOT,
        " To see a change of %s, %,d answers per wave would be needed; there were %,d and %,d.",
        ScoreText.size(definition, size),
        change.answersNeeded(size),
        change.before().answers(),
        change.after().answers()));
    return text.toString();
  }

  /** What moved a score, one line for the total and one for each segment. */
  public static String text(MixShift shift, MetricDefinition definition) {
    StringBuilder text = new StringBuilder(400);
    text.append(definition.title()).append(" went from ");
    text.append(ScoreText.shown(definition, shift.before())).append(" to ");
    text.append(ScoreText.shown(definition, shift.after())).append(": ");
    boolean isPopulationKnown =
        shift.parts().stream().anyMatch(part -> Math.abs(part.answered()) > 1e-12);
    text.append(fine(definition, shift.rate())).append(" by the segments' own scores, ");
    text.append(fine(definition, shift.mix())).append(" by their sizes");
    if (isPopulationKnown) {
      text.append(", ").append(fine(definition, shift.answered())).append(" by who answered");
    }
    text.append('.');
    for (MixShift.Part part : shift.parts()) {
      text.append("\n  ").append(ScoreText.segment(part.segment())).append(": ");
      text.append(fine(definition, part.rate())).append(" own score, ");
      text.append(fine(definition, part.mix())).append(" size");
      if (isPopulationKnown) {
        text.append(", ").append(fine(definition, part.answered())).append(" who answered");
      }
    }
    return text.toString();
  }

  private static String signed(MetricDefinition definition, double value) {
    String size = ScoreText.size(definition, Math.abs(value));
    boolean isZero = size.chars().noneMatch(c -> c >= '1' && c <= '9');
    return isZero ? size : (value > 0 ? "+" : "-") + size;
  }

  /** One decimal place more than elsewhere, so that small parts show. */
  private static String fine(MetricDefinition definition, double value) {
    int factor = definition.rule().displayFactor();
    String number = String.format(Locale.ROOT, factor == 1 ? "%+.3f" : "%+.1f", value * factor);
    boolean isZero = number.chars().noneMatch(c -> c >= '1' && c <= '9');
    return isZero ? number.substring(1) : number;
  }

  private static String opening(Verdict verdict) {
    return switch (verdict) {
      case IMPROVED -> "Better: ";
      case WORSENED -> "Worse: ";
      case NO_DETECTABLE_CHANGE -> "No detectable change: ";
      case TOO_FEW_ANSWERS -> "Too few answers to say: ";
    };
  }
}
