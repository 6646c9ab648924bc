package dev.laurel.tiers.simulation;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How members of one kind live: how often they come, what they spend, when they redeem and leave.
 *
 * <p>A regular with 24 visits a year, a median of EUR 8.00 and a chance of 0.2 to leave within a
 * year comes every 15 days on average and, of five such members, one has left after a year.
 */
@Value.Immutable
public abstract class Habit {
  private static final int MOST_WEIGHT = 1_000_000;
  private static final double MOST_VISITS = 3_660;
  private static final long MOST_SPEND = 1_000_000_000;
  private static final double WIDEST_SPREAD = 2;
  private static final long MOST_COUNTED = 1_000_000;

  Habit() {}

  /** What such members are called, for people. */
  public abstract String name();

  /** How many of them there are beside those of other habits, 1 to 1,000,000. */
  public abstract int weight();

  /** The visits in a year on average, above 0 and at most 3,660; they come at random. */
  public abstract double visits();

  /** The price of half of the visits or less, above zero and at most 1,000,000,000 minor units. */
  public abstract ExactMoney spend();

  /** The standard deviation of the logarithm of the price, 0 to 2; 0.5 unless said otherwise. */
  @Value.Default
  public double spread() {
    return 0.5;
  }

  /** The chance to leave within a year, 0 or above and below 1; 0 unless said otherwise. */
  @Value.Default
  public double leaving() {
    return 0;
  }

  /** So many points are redeemed after each visit that leaves as many; never if absent. */
  public abstract Optional<Points> redeems();

  /** What is bought, if the program cares. */
  public abstract Optional<Category> category();

  /** What a visit counts beside the purchase, such as 2 nights; 1 to 1,000,000 of each. */
  public abstract Map<ActivityKind, Long> counts();

  /** A builder; name, weight, visits and spend have no default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Habit}. */
  public static final class Builder extends ImmutableHabit.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    range(!name().isBlank() && name().length() <= 100, "name", "have 1 to 100 characters", name());
    range(weight() >= 1 && weight() <= MOST_WEIGHT, "weight", "be 1 to 1,000,000", weight());
    range(
        visits() > 0 && visits() <= MOST_VISITS,
        "visits",
        "be above 0 and at most 3,660 a year",
        visits());
    range(
        spend().isPositive() && spend().minor() <= MOST_SPEND,
        "spend",
        "be above zero and at most 1,000,000,000 minor units",
        spend());
    range(spread() >= 0 && spread() <= WIDEST_SPREAD, "spread", "be 0 to 2", spread());
    range(leaving() >= 0 && leaving() < 1, "leaving", "be 0 or above and below 1", leaving());
    redeems()
        .ifPresent(points -> range(!points.isZero(), "redeems", "be above zero points", points));
    counts()
        .forEach((kind, count) -> range(
            count >= 1 && count <= MOST_COUNTED, "counts." + kind, "be 1 to 1,000,000", count));
  }

  private static void range(boolean holds, String path, String rule, Object value) {
    InvalidValueException.check(
        holds, FailureCode.RANGE, path, "habit's %s must %s: %s", path, rule, value);
  }
}
