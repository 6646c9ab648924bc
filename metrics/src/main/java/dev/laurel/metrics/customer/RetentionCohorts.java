package dev.laurel.metrics.customer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Customers by the month of their first purchase, and how many of each month's were still there
 * later.
 *
 * <p>Of 600 who bought first in January, 240 bought in February or afterwards and 180 in March or
 * afterwards: with absorbing churn, somebody has left only after the last purchase, so a row never
 * rises. Somebody who skipped February but came in March was there in February.
 *
 * <p>The last months of each row flatter nobody and wrong many: those who will come back after the
 * end of observation look as if they had left. Cohorts of disjoint customers merge.
 *
 * @param through the last month observed
 * @param survivors for each month of first purchase, how many customers had their last purchase in
 *     that month or later, in the next or later, and so on through the last month
 */
public record RetentionCohorts(
    YearMonth through, ImmutableSortedMap<YearMonth, ImmutableList<Long>> survivors) {
  /**
   * Checked cohorts.
   *
   * @throws InvalidValueException RANGE if a row does not have one count for each month through the
   *     last, or rises, or falls below zero
   */
  public RetentionCohorts {
    requireNonNull(through, "through");
    survivors.forEach((month, row) -> check(through, month, row));
  }

  /** The cohorts of these customers through the end of a month; later purchases are not seen. */
  public static RetentionCohorts of(PurchaseDays purchases, YearMonth through) {
    Map<YearMonth, long[]> lasts = new TreeMap<>();
    long end = through.atEndOfMonth().toEpochDay();
    for (DaySpends days : purchases.inOrder().values()) {
      int bought = days.countThrough(end);
      if (bought > 0) {
        YearMonth first = month(days.day(0));
        long[] row = lasts.computeIfAbsent(first, month -> new long[months(month, through) + 1]);
        row[months(first, month(days.day(bought - 1)))]++;
      }
    }
    ImmutableSortedMap.Builder<YearMonth, ImmutableList<Long>> survivors =
        ImmutableSortedMap.naturalOrder();
    lasts.forEach((month, row) -> survivors.put(month, fromLasts(row)));
    return new RetentionCohorts(through, survivors.build());
  }

  /** How many customers a cohort has; 0 if there is none of that month. */
  public long size(YearMonth cohort) {
    return survivors.getOrDefault(cohort, ImmutableList.of(0L)).get(0);
  }

  /**
   * The share of a cohort that was still there so many months later, with Wilson's interval; absent
   * for a cohort without customers or a month that is not observed.
   */
  public Optional<Estimate> retention(YearMonth cohort, int months) {
    ImmutableList<Long> row = survivors.getOrDefault(cohort, ImmutableList.of());
    return months < 0 || months >= row.size()
        ? Optional.empty()
        : Proportion.of(row.get(months), row.get(0)).estimate();
  }

  /**
   * The cohorts of both, whose customers must be others.
   *
   * @throws InvalidValueException WINDOW_INVALID if they are observed through different months,
   *     naming both
   */
  public RetentionCohorts merge(RetentionCohorts other) {
    InvalidValueException.check(
        through.equals(other.through),
        FailureCode.WINDOW_INVALID,
        "through",
        "cohorts must be observed through one month to merge: %s and %s",
        through,
        other.through);
    Map<YearMonth, ImmutableList<Long>> both = new TreeMap<>(survivors);
    other.survivors.forEach((month, row) -> both.merge(month, row, RetentionCohorts::sum));
    return new RetentionCohorts(through, ImmutableSortedMap.copyOf(both));
  }

  private static ImmutableList<Long> sum(List<Long> one, List<Long> other) {
    ImmutableList.Builder<Long> sum = ImmutableList.builder();
    for (int i = 0; i < one.size(); i++) {
      sum.add(Math.addExact(one.get(i), other.get(i)));
    }
    return sum.build();
  }

  /** From those whose last purchase was in each month to those still there. */
  private static ImmutableList<Long> fromLasts(long[] lasts) {
    List<Long> row = new ArrayList<>();
    long left = 0;
    for (int i = lasts.length - 1; i >= 0; i--) {
      left += lasts[i];
      row.add(0, left);
    }
    return ImmutableList.copyOf(row);
  }

  private static YearMonth month(int day) {
    return YearMonth.from(LocalDate.ofEpochDay(day));
  }

  private static int months(YearMonth from, YearMonth until) {
    return (int) from.until(until, ChronoUnit.MONTHS);
  }

  private static void check(YearMonth through, YearMonth month, List<Long> row) {
    boolean falls = row.size() == months(month, through) + 1 && row.get(row.size() - 1) >= 0;
    for (int i = 1; falls && i < row.size(); i++) {
      falls = row.get(i) <= row.get(i - 1);
    }
    InvalidValueException.check(
        falls,
        FailureCode.RANGE,
        "survivors[" + month + "]",
        "a cohort must have a count for each month through %s that never rises: %s",
        through,
        row);
  }
}
