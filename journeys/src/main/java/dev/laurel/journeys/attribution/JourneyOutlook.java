package dev.laurel.journeys.attribution;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is likely to come of a journey in progress: the next step, and whether it will convert.
 *
 * <p>The last {@code order} touchpoints of the journey are looked up among all journeys. After
 * search and cart, 12 of 40 journeys went on to pay, and a journey converts with probability 0.31.
 * Association, not cause.
 */
public final class JourneyOutlook {
  private static final int MOST_STATES = 2_000;

  private final PathCounts paths;
  private final int order;
  private final ChainCounts counts;
  private final ChainSolution chain;

  private JourneyOutlook(PathCounts paths, int order, ChainCounts counts, ChainSolution chain) {
    this.paths = paths;
    this.order = order;
    this.counts = counts;
    this.chain = chain;
  }

  /**
   * What follows a place, and what comes of it.
   *
   * @param journeys how often journeys were there
   * @param conversion the probability that a journey converts from here
   * @param next where journeys went from here, the most frequent first, then by name
   * @param ended how often they ended here
   */
  public record Prospect(long journeys, double conversion, List<Next> next, long ended) {
    /** A prospect of these parts. */
    public Prospect {
      next = ImmutableList.copyOf(next);
    }
  }

  /**
   * A step that may come next.
   *
   * @param touchpoint the touchpoint
   * @param journeys how often journeys went there
   * @param conversion the probability that a journey converts from there
   */
  public record Next(TouchpointId touchpoint, long journeys, double conversion) {
    /** A step of these parts. */
    public Next {
      requireNonNull(touchpoint, "touchpoint");
    }
  }

  /**
   * A place after which the outcome hardly changes.
   *
   * @param path the touchpoints last met, in their order
   * @param journeys how often journeys were there
   * @param conversion the probability of a conversion from there
   */
  public record Decided(List<TouchpointId> path, long journeys, double conversion) {
    /** A place of these parts. */
    public Decided {
      path = ImmutableList.copyOf(path);
    }
  }

  /**
   * The outlook by the last {@code order} touchpoints; absent without a journey that met one.
   *
   * @throws InvalidValueException RANGE for an order outside 1 to 8; LIMIT_EXCEEDED above 2,000
   *     different places
   */
  public static Optional<JourneyOutlook> of(PathCounts paths, int order) {
    RemovalEffects.checkOrder(order);
    ChainCounts counts = ChainCounts.of(paths, order, MOST_STATES);
    return counts.states == 0
        ? Optional.empty()
        : Optional.of(new JourneyOutlook(paths, order, counts, ChainSolution.of(counts)));
  }

  /** The prospect of a journey by its touchpoints so far; absent if nobody was ever there. */
  public Optional<Prospect> after(List<TouchpointId> soFar) {
    List<Integer> codes = new ArrayList<>();
    for (TouchpointId touchpoint : soFar.subList(Math.max(0, soFar.size() - order), soFar.size())) {
      codes.add(paths.touchpoints().indexOf(touchpoint));
    }
    int state = counts.stateOf(codes);
    return state < 0 || counts.leaving(state) == 0
        ? Optional.empty()
        : Optional.of(prospect(state));
  }

  private Prospect prospect(int state) {
    List<Next> next = new ArrayList<>();
    for (int to = 0; to < counts.states; to++) {
      long journeys = counts.moved(state, to);
      if (journeys > 0) {
        next.add(
            new Next(paths.touchpoints().get(counts.newest(to)), journeys, chain.conversion(to)));
      }
    }
    next.sort(Comparator.comparing(Next::journeys).reversed().thenComparing(Next::touchpoint));
    long moved = next.stream().mapToLong(Next::journeys).sum();
    return new Prospect(
        counts.leaving(state), chain.conversion(state), next, counts.leaving(state) - moved);
  }

  /**
   * The places from which a conversion is as good as certain, or as good as lost: within the given
   * margin of 0 or of 1; the most visited first, then by path.
   *
   * <p>After E. Kobialka et al., "Weighted games for user journeys" (2023), who call it the
   * decision boundary.
   *
   * @param margin how near to 0 or 1, above 0 and below one half
   * @param leastJourneys how often journeys must have been there
   * @throws InvalidValueException PERCENT_RANGE for the margin
   */
  public ImmutableList<Decided> decided(double margin, long leastJourneys) {
    InvalidValueException.check(
        margin > 0 && margin < 0.5,
        FailureCode.PERCENT_RANGE,
        "margin",
        "a margin must lie between 0 and one half: %s",
        margin);
    List<Decided> decided = new ArrayList<>();
    for (int state = 0; state < counts.states; state++) {
      double conversion = chain.conversion(state);
      boolean isDecided = conversion <= margin || conversion >= 1 - margin;
      if (isDecided && counts.leaving(state) >= Math.max(1, leastJourneys)) {
        decided.add(new Decided(
            counts.gram(state).stream().map(paths.touchpoints()::get).toList(),
            counts.leaving(state),
            conversion));
      }
    }
    decided.sort(Comparator.comparing(Decided::journeys)
        .reversed()
        .thenComparing(
            Decided::path, Comparators.lexicographical(Comparator.<TouchpointId>naturalOrder())));
    return ImmutableList.copyOf(decided);
  }
}
