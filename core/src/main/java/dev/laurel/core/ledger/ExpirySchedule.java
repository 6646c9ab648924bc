package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When available points will be gone, such as 300 after 2026-12-31, 200 after 2027-12-31 and 50
 * never.
 *
 * @param dates the points by date, soonest first
 * @param never the points without a date
 */
public record ExpirySchedule(SortedMap<Date, Points> dates, Points never) {
  /**
   * The end of some points.
   *
   * @param instant the first instant at which they are gone
   * @param lastDay the last day on which they are usable
   */
  public record Date(Instant instant, LocalDate lastDay) implements Comparable<Date> {
    /** A date of these parts. */
    public Date {
      requireNonNull(instant, "instant");
      requireNonNull(lastDay, "lastDay");
    }

    @Override
    public int compareTo(Date other) {
      return Comparator.comparing(Date::instant).thenComparing(Date::lastDay).compare(this, other);
    }
  }

  /** A schedule of these parts. */
  public ExpirySchedule {
    dates = ImmutableSortedMap.copyOfSorted(dates);
    requireNonNull(never, "never");
  }

  static ExpirySchedule of(PointType type, List<Lot> lots, Optional<LotExpiry.At> activeUntil) {
    TreeMap<Date, Points> dates = new TreeMap<>();
    Points never = type.zero();
    for (Lot lot : lots) {
      Optional<LotExpiry.At> end =
          lot.expiry() instanceof LotExpiry.At at ? Optional.of(at) : Optional.empty();
      Optional<LotExpiry.At> effective =
          lot.expiry() instanceof LotExpiry.WithActivity ? activeUntil : end;
      if (effective.isPresent()) {
        Date date = new Date(effective.get().instant(), effective.get().lastDay());
        dates.merge(date, lot.remaining(), Points::plus);
      } else {
        never = never.plus(lot.remaining());
      }
    }
    return new ExpirySchedule(dates, never);
  }

  /** The dates within a span. */
  public SortedMap<Date, Points> within(Span span) {
    TreeMap<Date, Points> within = new TreeMap<>(dates);
    within.keySet().removeIf(date -> !span.contains(date.instant()));
    return ImmutableSortedMap.copyOfSorted(within);
  }

  /** All of it, which is what is available. */
  public Points total() {
    Points total = never;
    for (Points points : dates.values()) {
      total = total.plus(points);
    }
    return total;
  }
}
