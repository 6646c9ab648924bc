package dev.laurel.tiers.simulation;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;

/**
 * Who joins a program in which year, how they live, and how the months differ.
 *
 * <p>Joiners of 1,000 and 500 are two years: 1,000 members join on random days of the first, 500 of
 * the second, and members 0 to 999 are those of the first.
 */
@Value.Immutable
public abstract class Population {
  private static final int MOST_YEARS = 100;
  private static final long MOST_JOINERS = 1_000_000_000;
  private static final int MONTHS = 12;
  private static final int HEAVIEST_MONTH = 1_000;

  Population() {}

  /** The first day of the first year, in 1972 or later. */
  public abstract LocalDate firstDay();

  /** How many join in each year, 0 to 1,000,000,000; there are as many years, 1 to 100. */
  public abstract List<Long> joiners();

  /** How they live; each member has one habit for good, drawn by weight. */
  public abstract List<Habit> habits();

  /**
   * The weights of January to December, 0 to 1,000; months are equal if left empty. The mean weight
   * is the usual month: with one month at 3 and eleven at 1, that month has 18/7 of the usual
   * visits.
   */
  public abstract List<Integer> seasons();

  /** All who ever join. */
  public final long members() {
    return joiners().stream().mapToLong(Long::longValue).sum();
  }

  /** The weights of the months, said or not. */
  final List<Integer> months() {
    return seasons().isEmpty() ? Collections.nCopies(MONTHS, 1) : seasons();
  }

  /** The first day of a year, or of the one after the last; years count from 0. */
  final LocalDate startOfYear(int year) {
    return firstDay().plusYears(year);
  }

  /** The year in which a member joins. */
  final int yearOf(long member) {
    long after = 0;
    int year = 0;
    for (long joining : joiners()) {
      after += joining;
      if (member < after) {
        return year;
      }
      year++;
    }
    throw new IllegalArgumentException("member must be of the population: " + member);
  }

  /** A builder; first day, joiners and habits have no default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Population}. */
  public static final class Builder extends ImmutablePopulation.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    int years = joiners().size();
    range(years >= 1 && years <= MOST_YEARS, "joiners", "be of 1 to 100 years", years);
    joiners()
        .forEach(count ->
            range(count >= 0 && count <= MOST_JOINERS, "joiners", "be 0 to 1,000,000,000", count));
    // In some zone 1971 begins in 1970, where instants are suspect.
    range(firstDay().getYear() > 1971, "firstDay", "be in 1972 or later", firstDay());
    TimeGate.admitDate(startOfYear(years), "firstDay");
    range(!habits().isEmpty(), "habits", "be one or more", 0);
    range(
        seasons().isEmpty() || seasons().size() == MONTHS,
        "seasons",
        "be 12 months or none",
        seasons().size());
    seasons()
        .forEach(weight ->
            range(weight >= 0 && weight <= HEAVIEST_MONTH, "seasons", "be 0 to 1,000", weight));
    range(months().stream().anyMatch(weight -> weight > 0), "seasons", "not all be 0", seasons());
    long currencies =
        habits().stream().map(habit -> habit.spend().currency()).distinct().count();
    InvalidValueException.check(
        currencies == 1,
        FailureCode.MIXED_CURRENCY,
        "habits",
        "population's habits must spend one currency: %s",
        habits().stream().map(Habit::spend).toList());
    long names = habits().stream().map(Habit::name).distinct().count();
    InvalidValueException.check(
        names == habits().size(),
        FailureCode.CONFIG_DUPLICATE,
        "habits",
        "population must have each habit once: %s",
        habits().stream().map(Habit::name).toList());
  }

  private static void range(boolean holds, String path, String rule, Object value) {
    InvalidValueException.check(
        holds, FailureCode.RANGE, path, "population's %s must %s: %s", path, rule, value);
  }
}
