package dev.laurel.tiers.simulation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What becomes of a program, year by year: a sum over members, which merges in any order.
 *
 * @param simulation what was asked
 * @param years the years in order
 */
public record Growth(Simulation simulation, List<Year> years) {
  private static final Comparator<PointType> BY_CODE = Comparator.comparing(PointType::code);

  /**
   * One year of the program.
   *
   * @param firstDay its first day
   * @param members who has joined by its end, whether they still come or not
   * @param active how many of them still come at its end
   * @param visits the visits in it
   * @param spent what was spent in it
   * @param pyramid how many members have which tier at its end; each ladder adds up to the members
   * @param points what became of the points in it, by type, in smallest units
   * @param rejected the events in it that the program did not take
   */
  public record Year(
      LocalDate firstDay,
      long members,
      long active,
      long visits,
      ExactMoney spent,
      ImmutableSortedMap<Place, Long> pyramid,
      ImmutableSortedMap<PointType, Flow> points,
      long rejected) {
    /** A year of these parts. */
    public Year {
      requireNonNull(firstDay, "firstDay");
      requireNonNull(spent, "spent");
      requireNonNull(pyramid, "pyramid");
      requireNonNull(points, "points");
    }

    static Year none(LocalDate firstDay, String currency) {
      return new Year(
          firstDay,
          0,
          0,
          0,
          ExactMoney.zero(currency),
          ImmutableSortedMap.of(),
          ImmutableSortedMap.<PointType, Flow>orderedBy(BY_CODE).build(),
          0);
    }

    Year plus(Year other) {
      TreeMap<Place, Long> places = new TreeMap<>(pyramid);
      other.pyramid.forEach((place, count) -> places.merge(place, count, Math::addExact));
      TreeMap<PointType, Flow> flows = new TreeMap<>(points);
      other.points.forEach((type, flow) -> flows.merge(type, flow, Flow::plus));
      return new Year(
          firstDay,
          Math.addExact(members, other.members),
          Math.addExact(active, other.active),
          Math.addExact(visits, other.visits),
          spent.plus(other.spent),
          ImmutableSortedMap.copyOfSorted(places),
          ImmutableSortedMap.copyOfSorted(flows),
          Math.addExact(rejected, other.rejected));
    }

    /** What became of the points of a type; nothing where there are none. */
    public Flow of(PointType type) {
      return points.getOrDefault(type, Flow.NONE);
    }

    /**
     * What the points issued in the year cost at an expected cost per point: 1,000 at EUR 0.60 for
     * 100 are EUR 6.00; below zero where more was taken back than earned.
     */
    public ExactMoney cost(PointRate expected, RoundingMode rounding) {
      long units = of(expected.points().type()).issued();
      return expected.money().times(Ratio.of(units, expected.points().units()), rounding);
    }
  }

  /**
   * A tier of a ladder.
   *
   * @param ladder the ladder's code
   * @param level how high it is; 0 is the base
   * @param tier the tier's code
   */
  public record Place(String ladder, int level, String tier) implements Comparable<Place> {
    /** A place of these parts. */
    public Place {
      requireNonNull(ladder, "ladder");
      requireNonNull(tier, "tier");
    }

    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::ladder)
          .thenComparing(Place::level)
          .thenComparing(Place::tier)
          .compare(this, other);
    }
  }

  /**
   * Points of one type in a year, in smallest units. What is outstanding is what was a year before,
   * plus issued, less redeemed and expired.
   *
   * @param issued earned and not taken back
   * @param redeemed spent
   * @param expired lost to time
   * @param outstanding what is there at the end less what is owed, pending included
   */
  public record Flow(long issued, long redeemed, long expired, long outstanding) {
    static final Flow NONE = new Flow(0, 0, 0, 0);

    Flow plus(Flow other) {
      return new Flow(
          Math.addExact(issued, other.issued),
          Math.addExact(redeemed, other.redeemed),
          Math.addExact(expired, other.expired),
          Math.addExact(outstanding, other.outstanding));
    }
  }

  /** Growth of these parts. */
  public Growth {
    requireNonNull(simulation, "simulation");
    years = ImmutableList.copyOf(years);
  }

  /** The growth without any member. */
  public static Growth none(Simulation simulation) {
    Population population = simulation.population();
    String currency = population.habits().get(0).spend().currency();
    return new Growth(
        simulation,
        IntStream.range(0, population.joiners().size())
            .mapToObj(year -> Year.none(population.startOfYear(year), currency))
            .toList());
  }

  /**
   * The growth over both sets of members, which must have none in common.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH if they answer different questions
   */
  public Growth merge(Growth other) {
    InvalidValueException.check(
        simulation.equals(other.simulation),
        FailureCode.DEFINITION_MISMATCH,
        "simulation",
        "growth must be of one simulation: %s, %s",
        name(simulation),
        name(other.simulation));
    return plus(other.years);
  }

  Growth plus(List<Year> more) {
    return new Growth(
        simulation,
        IntStream.range(0, years.size())
            .mapToObj(year -> years.get(year).plus(more.get(year)))
            .toList());
  }

  private static String name(Simulation simulation) {
    return "program '" + simulation.program().points().latest().id() + "' with "
        + simulation.population().members() + " members and seed " + simulation.seed();
  }
}
