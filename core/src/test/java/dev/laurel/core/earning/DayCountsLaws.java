package dev.laurel.core.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Counts by day are a map from days to sums, whichever form they have. */
class DayCountsLaws {
  private static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 3 * DayCounts.MOST_FLAT;

  record Added(int day, long count) {
    LocalDate date() {
      return FIRST.plusDays(day);
    }
  }

  @Property
  void countsAreTheSumsByDay(@ForAll("added") List<Added> added) {
    equalsTheModel(added, counts -> counts);
  }

  @Property
  void theOrderDoesNotMatter(@ForAll("added") List<Added> added) {
    List<Added> reversed = new ArrayList<>(added);
    Collections.reverse(reversed);

    assertThat(sum(reversed)).isEqualTo(sum(added)).hasSameHashCodeAs(sum(added));
  }

  @Property
  void whatIsTakenBackLeavesNoTrace(@ForAll("added") List<Added> added) {
    DayCounts counts = sum(added);
    for (Added one : added) {
      counts = counts.plus(one.date(), -one.count());
    }
    assertThat(counts).isEqualTo(DayCounts.NONE);
    assertThat(counts.isEmpty()).isTrue();
  }

  @Property
  void aSpanHasTheSumOfItsDays(
      @ForAll("added") List<Added> added, @ForAll("days") int one, @ForAll("days") int other) {
    LocalDate from = FIRST.plusDays(Math.min(one, other));
    LocalDate through = FIRST.plusDays(Math.max(one, other));
    Span span = Span.of(CALENDAR.startOf(from), CALENDAR.afterLast(through));

    assertThat(sum(added).within(span, CALENDAR))
        .isEqualTo(added.stream()
            .filter(a -> !a.date().isBefore(from) && !a.date().isAfter(through))
            .mapToLong(Added::count)
            .sum());
  }

  @Property
  void whatIsForgottenCountsOnTheFirstOfAllDays(
      @ForAll("added") List<Added> added, @ForAll("days") int day) {
    LocalDate first = FIRST.plusDays(day);
    TreeMap<LocalDate, Long> expected = new TreeMap<>();
    for (Added one : added) {
      LocalDate date = one.date().isBefore(first) ? LocalDate.EPOCH : one.date();
      expected.merge(date, one.count(), Long::sum);
    }
    expected.values().removeIf(count -> count == 0);

    assertThat(sum(added).forgettingDaysBefore(first).days()).isEqualTo(expected);
  }

  @Property(tries = 1)
  void countsThatLoseADayWhenTheyGrowAreCaught() {
    List<Added> added = new ArrayList<>();
    for (int day = 0; day <= DayCounts.MOST_FLAT; day++) {
      added.add(new Added(day, 1));
    }
    UnaryOperator<DayCounts> forgetful =
        counts -> counts.days().size() == DayCounts.MOST_FLAT + 1 ? counts.plus(FIRST, -1) : counts;

    assertThatThrownBy(() -> equalsTheModel(added, forgetful)).isInstanceOf(AssertionError.class);
  }

  private static void equalsTheModel(List<Added> added, UnaryOperator<DayCounts> twin) {
    DayCounts counts = DayCounts.NONE;
    TreeMap<LocalDate, Long> model = new TreeMap<>();
    for (Added one : added) {
      counts = twin.apply(counts.plus(one.date(), one.count()));
      model.merge(one.date(), one.count(), Long::sum);
      model.values().removeIf(count -> count == 0);
      assertThat(counts.days()).isEqualTo(model);
      assertThat(counts.total())
          .isEqualTo(model.values().stream().mapToLong(Long::longValue).sum());
      assertThat(counts.isEmpty()).isEqualTo(model.isEmpty());
    }
  }

  private static DayCounts sum(List<Added> added) {
    DayCounts counts = DayCounts.NONE;
    for (Added one : added) {
      counts = counts.plus(one.date(), one.count());
    }
    return counts;
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(0, DAYS);
  }

  @Provide
  Arbitrary<List<Added>> added() {
    return Combinators.combine(days(), Arbitraries.longs().between(-1, 2))
        .as(Added::new)
        .list()
        .ofMaxSize(120);
  }
}
