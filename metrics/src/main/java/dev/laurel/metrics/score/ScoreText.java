package dev.laurel.metrics.score;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.ResponseStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/**
 * A score in words, for people; it is never parsed, and numbers are rounded here and nowhere else,
 * half away from zero.
 */
public final class ScoreText {
  /** Binary fractions such as 0.285 must round as they are written. */
  private static final int EXACT_ENOUGH = 9;

  private ScoreText() {}

  /**
   * The score in sentences, such as {@code Net Promoter Score +30, between +14 and +44 (95 %), from
   * 100 answers. Between two waves as large, a change of less than 31 would most likely go unseen.}
   */
  public static String text(Score score) {
    MetricDefinition definition = score.definition();
    StringBuilder text = new StringBuilder(200);
    text.append(definition.title()).append(' ').append(shown(definition, score.value()));
    text.append(", between ").append(shown(definition, score.interval().lower()));
    text.append(" and ").append(shown(definition, score.interval().upper()));
    text.append(" (").append(plain(score.interval().confidence().level() * 100, 0));
    text.append(" %), from ").append(answers(score.answers()));
    score.responseRate().ifPresent(rate -> text.append(" of ").append(rate(rate)));
    text.append('.');
    others(score.histogram().others(), text);
    text.append(" Between two waves as large, a change of less than ")
        .append(size(definition, score.detectableChange()))
        .append(" would most likely go unseen.");
    return text.toString();
  }

  /** A value of the metric: {@code +30} for a net score, {@code 70 %} for a share, {@code 3.9}. */
  public static String shown(MetricDefinition definition, double value) {
    String number = size(definition, value);
    return definition
        .rule()
        .match(
            net -> value > 0 && !number.equals("0") ? "+" + number : number,
            top -> number,
            mean -> number);
  }

  /** A change of the metric without a sign: {@code 31}, {@code 12 %}, {@code 0.42}. */
  public static String size(MetricDefinition definition, double value) {
    return definition
        .rule()
        .match(
            net -> plain(value * 100, 0),
            top -> plain(value * 100, 0) + " %",
            mean -> plain(value, 2));
  }

  /**
   * A p-value for people who do not know what one is, with the number for those who do: {@code 38
   * times in 100 (p 0.38)}. It completes a sentence such as that of {@link #chanceAlone}.
   */
  public static String chance(double pValue) {
    if (pValue < 0.001) {
      return "less than once in 1,000 (p < 0.001)";
    }
    boolean isRare = pValue < 0.01;
    String times = plain(pValue * (isRare ? 1000 : 100), 0);
    return (times.equals("1") ? "once" : times + " times")
        + (isRare ? " in 1,000" : " in 100")
        + " (p "
        + plain(pValue, pValue < 0.1 ? 3 : 2)
        + ")";
  }

  /** The same as a sentence: {@code Chance alone would do this 38 times in 100 (p 0.38).} */
  public static String chanceAlone(double pValue) {
    return "Chance alone would do this " + chance(pValue) + ".";
  }

  /** The name of a segment; {@code (none)} for those of whom none is known. */
  public static String segment(String name) {
    return name.isEmpty() ? "(none)" : name;
  }

  /** The number with so many decimal places, rounded half away from zero, never "-0". */
  static String plain(double number, int places) {
    BigDecimal rounded = new BigDecimal(number)
        .setScale(EXACT_ENOUGH, RoundingMode.HALF_UP)
        .setScale(places, RoundingMode.HALF_UP);
    return rounded.toPlainString();
  }

  private static String answers(long count) {
    return count == 1 ? "1 answer" : String.format(Locale.ROOT, "%,d answers", count);
  }

  private static String rate(Proportion rate) {
    double share = (double) rate.successes() / rate.total();
    return String.format(
        Locale.ROOT, "%,d asked (%s %% responded)", rate.total(), plain(share * 100, 0));
  }

  private static void others(Map<ResponseStatus, Long> others, StringBuilder text) {
    others.forEach((status, count) -> text.append(' ')
        .append(String.format(Locale.ROOT, "%,d ", count))
        .append(words(status))
        .append(" not counted."));
  }

  private static String words(ResponseStatus status) {
    return switch (status) {
      case ANSWERED -> "answered,";
      case SKIPPED -> "skipped it,";
      case DONT_KNOW -> "did not know,";
      case INVALID -> "answered outside the scale,";
      case DUPLICATE -> "had answered before or again,";
      case TEST -> "were tests,";
    };
  }
}
