package dev.laurel.core.books;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.money.ExactMoney;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * The points earned in one month for money of one currency.
 *
 * @param month the month of earning, in the program's zone
 * @param currency the ISO 4217 code of the money that is deferred for them
 */
public record Cohort(YearMonth month, String currency) implements Comparable<Cohort> {
  private static final Comparator<Cohort> ORDER =
      Comparator.comparing(Cohort::month).thenComparing(Cohort::currency);

  /** A cohort of these parts. */
  public Cohort {
    requireNonNull(month, "month");
    ExactMoney.zero(currency);
  }

  /** By month, then currency. */
  @Override
  public int compareTo(Cohort other) {
    return ORDER.compare(this, other);
  }

  /** The month and the currency: {@code 2026-03 EUR}. */
  @Override
  public String toString() {
    return month + " " + currency;
  }
}
