package dev.laurel.journeys.daily;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;

/**
 * Two companies in the same week of the same customer.
 *
 * @param firstName the name of the first for people
 * @param first what the first serves
 * @param secondName the name of the second
 * @param second what the second serves
 */
public record DayComparison(
    String firstName, OutsideIn first, String secondName, OutsideIn second) {
  /**
   * A checked comparison.
   *
   * @throws InvalidValueException VALUE_INVALID if they are of different weeks
   */
  public DayComparison {
    firstName = Codes.label("company", firstName, 128);
    secondName = Codes.label("company", secondName, 128);
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    InvalidValueException.check(
        first.flow().equals(second.flow()),
        FailureCode.VALUE_INVALID,
        "flow",
        "two companies must be compared in one week: '%s', '%s'",
        first.flow().name(),
        second.flow().name());
  }

  /** How much more of the week the first serves, from -1 to 1. */
  public double coverageDifference() {
    return first.coverage() - second.coverage();
  }

  /** The contexts that only the first serves, in the order of the day. */
  public ImmutableList<LifeContext> onlyFirst() {
    return only(first, second);
  }

  /** The contexts that only the second serves, in the order of the day. */
  public ImmutableList<LifeContext> onlySecond() {
    return only(second, first);
  }

  private static ImmutableList<LifeContext> only(OutsideIn one, OutsideIn other) {
    return one.flow().contexts().stream()
        .filter(context -> one.strength(context.id()).isPresent())
        .filter(context -> other.strength(context.id()).isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /** The comparison for people, one line for each context; never to be parsed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (LifeContext context : first.flow().contexts()) {
      text.append(context.id()).append(", ");
      text.append(Math.round(context.minutesPerWeek())).append(" min a week: ");
      text.append(firstName).append(' ').append(best(first, context)).append(", ");
      text.append(secondName).append(' ').append(best(second, context)).append('\n');
    }
    text.append("coverage: ").append(firstName).append(' ').append(percent(first.coverage()));
    text.append(", ").append(secondName).append(' ').append(percent(second.coverage()));
    return text.append('\n').toString();
  }

  private static String best(OutsideIn view, LifeContext context) {
    return view.best(context.id())
        .map(fit -> fit.offering() + " (" + fit.strength() + ")")
        .orElse("nothing");
  }

  private static String percent(double share) {
    return Math.round(share * 1000) / 10.0 + " %";
  }
}
