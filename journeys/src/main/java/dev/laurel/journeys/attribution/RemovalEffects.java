package dev.laurel.journeys.attribution;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What would be left of the conversions if journeys ended where a touchpoint is met, split into how
 * many journeys meet it and how much better those do.
 *
 * <p>Journeys are taken as a Markov chain whose state is the last {@code order} touchpoints. The
 * answers are exact: one inverse of the chain, no simulation, no seed. For order 1 the conversion
 * rate of the chain is the observed one, and repeated touchpoints change nothing.
 *
 * <p><b>Read effect as reach times lift.</b> It is never negative and ranks touchpoints mostly by
 * how often they are met; whether one helps is told by lift, and better by
 * {@link dev.laurel.journeys.moment}. Association, not cause.
 *
 * <p>Source: E. Anderl, I. Becker, F. v. Wangenheim, J. H. Schumann, "Mapping the customer
 * journey", International Journal of Research in Marketing 33 (2016), for the removal effect.
 *
 * @param order how many touchpoints a state remembers
 * @param conversions how many journeys converted
 * @param conversionRate the share of journeys that convert in the chain
 * @param removals the touchpoints, the greatest effect first, then by name
 */
public record RemovalEffects(
    int order, long conversions, double conversionRate, List<Removal> removals) {
  private static final int MOST_STATES = 2_000;

  /** Effects of these parts. */
  public RemovalEffects {
    removals = ImmutableList.copyOf(removals);
  }

  /**
   * One touchpoint.
   *
   * @param touchpoint which
   * @param reach the share of journeys that come by
   * @param lift how many times likelier than the average a journey converts once it came by; 0
   *     where none does
   * @param effect the share of conversions that would be lost: reach times lift
   * @param credit the conversions divided in proportion to the effects
   */
  public record Removal(
      TouchpointId touchpoint, double reach, double lift, double effect, double credit) {
    /** A touchpoint of these parts. */
    public Removal {
      requireNonNull(touchpoint, "touchpoint");
    }
  }

  /**
   * The effects in a chain of order 1; absent without a conversion.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED above 2,000 states
   */
  public static Optional<RemovalEffects> of(PathCounts paths) {
    return of(paths, 1);
  }

  /**
   * The effects in a chain of this order; absent without a conversion.
   *
   * @param order how many touchpoints a state remembers, 1 to 8
   * @throws InvalidValueException RANGE for the order; LIMIT_EXCEEDED above 2,000 states
   */
  public static Optional<RemovalEffects> of(PathCounts paths, int order) {
    checkOrder(order);
    long conversions = paths.conversions();
    if (conversions == 0 || paths.touchpoints().isEmpty()) {
      return Optional.empty();
    }
    ChainCounts counts = ChainCounts.of(paths, order, MOST_STATES);
    return Optional.of(effects(paths, counts, order, conversions));
  }

  static void checkOrder(int order) {
    InvalidValueException.check(
        order >= 1 && order <= 8,
        FailureCode.RANGE,
        "order",
        "a chain must remember 1 to 8 touchpoints: %s",
        order);
  }

  private static RemovalEffects effects(
      PathCounts paths, ChainCounts counts, int order, long conversions) {
    ChainSolution chain = ChainSolution.of(counts);
    int touchpoints = paths.touchpoints().size();
    double[] reach = new double[touchpoints];
    double[] effect = new double[touchpoints];
    double sum = 0;
    for (int code = 0; code < touchpoints; code++) {
      ChainSolution.Hit hit = chain.hit(counts.statesAt(code));
      reach[code] = hit.reach();
      effect[code] = hit.converted() / chain.conversionRate();
      sum += effect[code];
    }
    ImmutableList.Builder<Removal> removals = ImmutableList.builder();
    for (int code = 0; code < touchpoints; code++) {
      removals.add(new Removal(
          paths.touchpoints().get(code),
          reach[code],
          reach[code] == 0 ? 0 : effect[code] / reach[code],
          effect[code],
          sum == 0 ? 0 : conversions * effect[code] / sum));
    }
    Comparator<Removal> greatestFirst = Comparator.comparing(Removal::effect).reversed();
    return new RemovalEffects(
        order,
        conversions,
        chain.conversionRate(),
        removals.build().stream()
            .sorted(greatestFirst.thenComparing(Removal::touchpoint))
            .toList());
  }

  /** One touchpoint, if the paths know it. */
  public Optional<Removal> at(TouchpointId touchpoint) {
    return removals.stream().filter(one -> one.touchpoint().equals(touchpoint)).findFirst();
  }
}
