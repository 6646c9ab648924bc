package dev.laurel.core.books;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happened to each cohort in each month; as large as their number, however many accounts. */
final class MonthTable {
  private final ProgramCalendar calendar;
  private final TreeMap<Cohort, TreeMap<YearMonth, MonthSums>> sums = new TreeMap<>();

  MonthTable(ProgramCalendar calendar) {
    this.calendar = calendar;
  }

  void add(Cohort cohort, Instant at, MonthSums more) {
    add(cohort, YearMonth.from(calendar.dateOf(at)), more);
  }

  private void add(Cohort cohort, YearMonth month, MonthSums more) {
    sums.computeIfAbsent(cohort, key -> new TreeMap<>()).merge(month, more, MonthSums::plus);
  }

  void add(MonthTable other) {
    other.sums.forEach(
        (cohort, months) -> months.forEach((month, more) -> add(cohort, month, more)));
  }

  /** The first month in which something happened. */
  Optional<YearMonth> first() {
    return sums.values().stream().map(TreeMap::firstKey).min(YearMonth::compareTo);
  }

  /** The cohorts to which something happened until a month, with what it was in that month. */
  ImmutableSortedMap<Cohort, MonthSums> in(YearMonth month) {
    ImmutableSortedMap.Builder<Cohort, MonthSums> cohorts = ImmutableSortedMap.naturalOrder();
    for (Map.Entry<Cohort, TreeMap<YearMonth, MonthSums>> cohort : sums.entrySet()) {
      if (!cohort.getValue().firstKey().isAfter(month)) {
        MonthSums none = MonthSums.none(cohort.getKey().currency());
        cohorts.put(cohort.getKey(), cohort.getValue().getOrDefault(month, none));
      }
    }
    return cohorts.buildOrThrow();
  }
}
