package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rates of exchange by pair and day.
 *
 * <p>A rate holds in its own direction only, and on its day unless the caller admits older ones; no
 * rate is derived from others. Within a currency the rate is one on every day.
 */
public final class ExchangeRates {
  private final ImmutableMap<Pair, ImmutableSortedMap<LocalDate, ExchangeRate>> byPair;

  private record Pair(String from, String to) {}

  private ExchangeRates(ImmutableMap<Pair, ImmutableSortedMap<LocalDate, ExchangeRate>> byPair) {
    this.byPair = byPair;
  }

  /**
   * The table of these rates.
   *
   * @throws InvalidValueException RATE_INVALID if a pair has two rates on a day
   */
  public static ExchangeRates of(Collection<ExchangeRate> rates) {
    Map<Pair, TreeMap<LocalDate, ExchangeRate>> table = new HashMap<>();
    for (ExchangeRate rate : rates) {
      ExchangeRate other = table
          .computeIfAbsent(new Pair(rate.from(), rate.to()), pair -> new TreeMap<>())
          .put(rate.date(), rate);
      InvalidValueException.check(
          other == null,
          FailureCode.RATE_INVALID,
          "rates",
          "a pair must have one rate on a day: %s and %s",
          other,
          rate);
    }
    ImmutableMap.Builder<Pair, ImmutableSortedMap<LocalDate, ExchangeRate>> byPair =
        ImmutableMap.builder();
    table.forEach((pair, days) -> byPair.put(pair, ImmutableSortedMap.copyOfSorted(days)));
    return new ExchangeRates(byPair.buildOrThrow());
  }

  /**
   * The rate of a day.
   *
   * @throws InvalidValueException RATE_INVALID if there is none
   */
  public ExchangeRate on(String from, String to, LocalDate date) {
    return on(from, to, date, 0);
  }

  /**
   * The latest rate of a day or of the days before it, such as Friday's on a Sunday.
   *
   * @param oldestDays how many days before the date still do, 0 or more
   * @throws InvalidValueException RATE_INVALID if there is none that young
   */
  public ExchangeRate on(String from, String to, LocalDate date, int oldestDays) {
    requireNonNull(date, "date");
    if (from.equals(to)) {
      return new ExchangeRate(from, to, Ratio.ONE, date);
    }
    Map.Entry<LocalDate, ExchangeRate> latest =
        byPair.getOrDefault(new Pair(from, to), ImmutableSortedMap.of()).floorEntry(date);
    InvalidValueException.check(
        latest != null && !latest.getKey().isBefore(date.minusDays(oldestDays)),
        FailureCode.RATE_INVALID,
        "date",
        "a rate from %s to %s must be known on %s or at most %s days before",
        from,
        to,
        date,
        oldestDays);
    return requireNonNull(latest, "latest").getValue();
  }
}
