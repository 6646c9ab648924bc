package dev.laurel.metrics.customer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days on which customers bought, and what they spent on each: the accumulator over
 * transactions.
 *
 * <p>A customer who spends USD 29.33 and USD 10.00 on one day and USD 29.73 on another has two
 * purchases, of USD 39.33 and USD 29.73. Transactions may come in any order; purchases without a
 * price count, negative ones are refused: what came back is not a purchase. All amounts are in one
 * currency.
 *
 * <p>Accumulators merge: those of two files, in either order, are that of both. One of them is
 * confined to one thread; the values it gives are immutable.
 */
public final class PurchaseDays {
  private final String currency;
  private final Map<MemberId, DaySpends> byCustomer = new HashMap<>();

  private PurchaseDays(String currency) {
    this.currency = currency;
  }

  /** No purchases yet, in this currency. */
  public static PurchaseDays in(String currency) {
    return new PurchaseDays(ExactMoney.zero(currency).currency());
  }

  /**
   * Takes in one transaction.
   *
   * @throws InvalidValueException MIXED_CURRENCY if the amount is in another currency,
   *     LINE_NEGATIVE if it is below zero, NUMBER_TOO_LARGE if a day adds up to more than 64 bits
   *     hold, TIME_RANGE for a day outside the years 1 to 9999
   */
  public void add(MemberId customer, LocalDate day, ExactMoney amount) {
    requireNonNull(customer, "customer");
    InvalidValueException.check(
        amount.currency().equals(currency),
        FailureCode.MIXED_CURRENCY,
        "amount",
        "purchases in %s must be in that currency: %s",
        currency,
        amount.currency());
    InvalidValueException.check(
        !amount.isNegative(),
        FailureCode.LINE_NEGATIVE,
        "amount",
        "a purchase must not be below zero: %s",
        amount);
    InvalidValueException.check(
        day.getYear() >= 1 && day.getYear() <= 9999,
        FailureCode.TIME_RANGE,
        "day",
        "a day of purchase must lie in the years 1 to 9999: %s",
        day);
    byCustomer
        .computeIfAbsent(customer, unseen -> new DaySpends())
        .add((int) day.toEpochDay(), amount.minor());
  }

  /**
   * The purchases of both; neither of the two changes.
   *
   * @throws InvalidValueException MIXED_CURRENCY, naming both currencies
   */
  public PurchaseDays merge(PurchaseDays other) {
    InvalidValueException.check(
        other.currency.equals(currency),
        FailureCode.MIXED_CURRENCY,
        "currency",
        "purchases must be in one currency to merge: %s and %s",
        currency,
        other.currency);
    PurchaseDays both = new PurchaseDays(currency);
    both.take(this);
    both.take(other);
    return both;
  }

  private void take(PurchaseDays other) {
    other.byCustomer.forEach((customer, days) ->
        byCustomer.computeIfAbsent(customer, unseen -> new DaySpends()).addAll(days));
  }

  /** The currency of all amounts. */
  public String currency() {
    return currency;
  }

  /** How many customers have bought. */
  public int customers() {
    return byCustomer.size();
  }

  /** The histories of all customers up to a day, under named conventions. */
  public PurchaseHistories histories(PurchaseConvention convention) {
    return PurchaseHistories.of(this, convention);
  }

  /** Recency, frequency and monetary value of all who had bought by the end of a day. */
  public ImmutableList<RfmFigures> figures(LocalDate asOf) {
    long end = asOf.toEpochDay();
    ImmutableList.Builder<RfmFigures> figures = ImmutableList.builder();
    inOrder().forEach((customer, days) -> {
      int bought = days.countThrough(end);
      if (bought > 0) {
        figures.add(RfmFigures.of(
            customer,
            end - days.day(bought - 1),
            bought,
            ExactMoney.ofMinor(currency, days.spent(0, bought))));
      }
    });
    return figures.build();
  }

  /** Customers by name, so that nothing depends on the order of a hash table. */
  Map<MemberId, DaySpends> inOrder() {
    return Collections.unmodifiableMap(new TreeMap<>(byCustomer));
  }
}
