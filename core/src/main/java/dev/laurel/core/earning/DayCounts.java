package dev.laurel.core.earning;

import dev.laurel.core.internal.CompactMap;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts by day, and their sum; a persistent value. Days at zero are not kept. */
final class DayCounts {
  static final DayCounts NONE = new DayCounts(CompactMap.empty(), 0);

  private final CompactMap<LocalDate, Long> days;
  private final long total;

  private DayCounts(CompactMap<LocalDate, Long> days, long total) {
    this.days = days;
    this.total = total;
  }

  Map<LocalDate, Long> days() {
    return days;
  }

  long total() {
    return total;
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  DayCounts plus(LocalDate day, long count) {
    Long before = days.get(day);
    long sum = Accrual.sum(before == null ? 0 : before, count);
    return new DayCounts(
        sum == 0 ? days.minus(day) : days.plus(day, sum), Accrual.sum(total, count));
  }

  /** The sum over a span of whole days. */
  long within(Span span, ProgramCalendar calendar) {
    if (days.isEmpty() || span.equals(Span.ALWAYS)) {
      return total;
    }
    LocalDate from = span.isUnboundedStart() ? LocalDate.MIN : calendar.dateOf(span.from());
    LocalDate until = span.isUnboundedEnd() ? LocalDate.MAX : calendar.dateOf(span.until());
    long sum = 0;
    for (Map.Entry<LocalDate, Long> day : days.between(from, until)) {
      sum = Accrual.sum(sum, day.getValue());
    }
    return sum;
  }

  /** The same sum over all days, with the days before this one counted on the first of all days. */
  DayCounts forgettingDaysBefore(LocalDate first) {
    DayCounts kept = this;
    for (Map.Entry<LocalDate, Long> day : days.between(LocalDate.MIN, first)) {
      kept = kept.plus(day.getKey(), -day.getValue()).plus(LocalDate.EPOCH, day.getValue());
    }
    return kept;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DayCounts that && days.equals(that.days);
  }

  @Override
  public int hashCode() {
    return days.hashCode();
  }
}
