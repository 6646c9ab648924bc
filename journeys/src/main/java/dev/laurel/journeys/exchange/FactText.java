package dev.laurel.journeys.exchange;

import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.Outcome;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts for what has no common form in CSV and XES. */
final class FactText {
  private static final String NUMBER = "(-?[0-9]{1,18}(?:\\.[0-9]{1,18})?(?:E-?[0-9]{1,3})?)";
  private static final Pattern NUMBER_FORM = Pattern.compile(NUMBER);
  private static final Pattern EXPERIENCE =
      Pattern.compile(NUMBER + " on " + NUMBER + " to " + NUMBER);

  private FactText() {}

  /** The answer with its scale, such as {@code 4.0 on 1.0 to 5.0}. */
  static String text(Experience experience) {
    return experience.score() + " on " + experience.scale().lowest() + " to "
        + experience.scale().highest();
  }

  static Experience experience(String text) {
    Matcher parts = EXPERIENCE.matcher(text);
    if (text.length() > 128 || !parts.matches()) {
      throw malformed("experience", "read like '4.0 on 1.0 to 5.0'", text);
    }
    return Experience.of(
        Double.parseDouble(parts.group(1)),
        new Experience.Scale(
            Double.parseDouble(parts.group(2)), Double.parseDouble(parts.group(3))));
  }

  static Experience experience(String text, Experience.Scale scale) {
    if (text.length() > 64 || !NUMBER_FORM.matcher(text).matches()) {
      throw malformed("experience", "be a number", text);
    }
    return Experience.of(Double.parseDouble(text), scale);
  }

  /** What happened, such as {@code converted churned}, or {@code none}. */
  static String text(Outcome outcome) {
    if (outcome.isConverted()) {
      return outcome.isChurned() ? "converted churned" : "converted";
    }
    return outcome.isChurned() ? "churned" : "none";
  }

  static Optional<Outcome.Builder> outcome(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean isConverted = text.equals("converted") || text.equals("converted churned");
    boolean isChurned = text.equals("churned") || text.equals("converted churned");
    if (!isConverted && !isChurned && !text.equals("none")) {
      throw malformed("outcome", "be 'converted', 'churned', 'converted churned' or 'none'", text);
    }
    Outcome.Builder outcome = Outcome.builder();
    outcome.isConverted(isConverted).isChurned(isChurned);
    return Optional.of(outcome);
  }

  static long integer(String path, String text) {
    if (text.length() > 19 || !text.matches("-?[0-9]+")) {
      throw malformed(path, "be a whole number", text);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException failure) {
      throw malformed(path, "fit 64 bits", text);
    }
  }

  static boolean flag(String path, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw malformed(path, "be 'true' or 'false'", text);
    }
    return text.equals("true");
  }

  static java.math.BigDecimal number(String text) {
    return ExactNumber.parse(text);
  }

  private static MalformedInputException malformed(String path, String rule, String text) {
    return new MalformedInputException(
        FailureCode.ROW_REJECTED, path, path + " must " + rule + ": " + Excerpt.of(text));
  }
}
