package dev.laurel.journeys.moment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MomentKind;
import dev.laurel.journeys.map.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * The touchpoints at which journeys are won or lost, as far as the data show it.
 *
 * <p>For each touchpoint the journeys of its {@link RiskSet} are told apart by whether they met it;
 * the difference of their conversion rates is tested by the pooled z, or by Fisher's exact test
 * where an expected count is below 5, and the p-values are adjusted together. Journeys without an
 * outcome are left out.
 *
 * <p>Association, not cause: who meets a touchpoint may differ in other ways as well.
 *
 * @param moments the touchpoints that could be asked about, the greatest effect first
 * @param tooFew the touchpoints with too few journeys on one side: how many with and without it
 * @param unknownOutcomes how many journeys had no outcome
 */
public record MomentsOfTruth(
    List<Moment> moments, SortedMap<TouchpointId, Counts> tooFew, long unknownOutcomes) {
  private static final double LEAST_EXPECTED = 5;

  /**
   * Journeys on either side.
   *
   * @param with how many with the touchpoint
   * @param without how many without it
   */
  public record Counts(long with, long without) {}

  /** Moments of these parts. */
  public MomentsOfTruth {
    moments = ImmutableList.copyOf(moments);
    tooFew = ImmutableSortedMap.copyOfSorted(tooFew);
  }

  /** What the data say of these touchpoints, none of which is declared. */
  public static MomentsOfTruth find(JourneyLog log, List<RiskSet> asked, MomentPolicy policy) {
    return find(log, asked, Map.of(), policy);
  }

  /** What the data say of every touchpoint of a map, each among those who reached its stage. */
  public static MomentsOfTruth find(JourneyLog log, JourneyMap map, MomentPolicy policy) {
    return find(log, RiskSet.inStages(map), declared(map), policy);
  }

  /** The touchpoints that a map declares to be moments of truth, each with its first kind. */
  public static ImmutableSortedMap<TouchpointId, MomentKind> declared(JourneyMap map) {
    SortedMap<TouchpointId, MomentKind> declared = new TreeMap<>();
    for (Step step : map.declaredMoments()) {
      declared.putIfAbsent(step.id(), step.moment().orElseThrow());
    }
    return ImmutableSortedMap.copyOfSorted(declared);
  }

  /**
   * What the data say of these touchpoints, some of which are declared to be moments of truth.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if a touchpoint is asked about twice
   */
  public static MomentsOfTruth find(
      JourneyLog log,
      List<RiskSet> asked,
      Map<TouchpointId, MomentKind> declared,
      MomentPolicy policy) {
    return judge(MomentCounts.of(log, asked), declared, policy);
  }

  /** What counts say, which may be those of many logs together. */
  public static MomentsOfTruth judge(
      MomentCounts counts, Map<TouchpointId, MomentKind> declared, MomentPolicy policy) {
    requireNonNull(policy, "policy");
    SortedMap<TouchpointId, Counts> tooFew = new TreeMap<>();
    List<MomentCounts.Counted> enough = new ArrayList<>();
    for (MomentCounts.Counted one : counts.counted()) {
      if (one.least() >= policy.leastJourneys()) {
        enough.add(one);
      } else {
        tooFew.put(
            one.set().touchpoint(), new Counts(one.with().total(), one.without().total()));
      }
    }
    List<Double> pValues = enough.stream().map(MomentsOfTruth::pValue).toList();
    List<Double> qValues = policy.correction().adjust(pValues);
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < enough.size(); i++) {
      MomentCounts.Counted one = enough.get(i);
      TouchpointId touchpoint = one.set().touchpoint();
      ProportionDifference difference = difference(one);
      moments.add(new Moment(
          touchpoint,
          one.with(),
          one.without(),
          difference.newcombe(policy.confidence()),
          isSmall(one) ? "Fisher exact" : "pooled z",
          pValues.get(i),
          qValues.get(i),
          direction(difference.value(), qValues.get(i), policy),
          Optional.ofNullable(declared.get(touchpoint))));
    }
    Comparator<Moment> greatestFirst = Comparator.comparing(
            (Moment moment) -> Math.abs(moment.effect().value()))
        .reversed();
    moments.sort(greatestFirst.thenComparing(Moment::touchpoint));
    return new MomentsOfTruth(moments, tooFew, counts.unknownOutcomes());
  }

  private static Moment.Direction direction(double effect, double qValue, MomentPolicy policy) {
    if (qValue > policy.level() || effect == 0) {
      return Moment.Direction.UNPROVEN;
    }
    return effect > 0 ? Moment.Direction.MAKES : Moment.Direction.BREAKS;
  }

  private static ProportionDifference difference(MomentCounts.Counted one) {
    return new ProportionDifference(one.with(), one.without());
  }

  private static boolean isSmall(MomentCounts.Counted one) {
    return difference(one).leastExpected() < LEAST_EXPECTED;
  }

  private static double pValue(MomentCounts.Counted one) {
    if (!isSmall(one)) {
      return difference(one).pValue();
    }
    int[][] table = {row(one.with()), row(one.without())};
    return Math.min(1, FisherExactTest.withDefaults().test(table).getPValue());
  }

  private static int[] row(Proportion proportion) {
    return new int[] {
      Math.toIntExact(proportion.successes()),
      Math.toIntExact(proportion.total() - proportion.successes())
    };
  }

  /** The moment of a touchpoint, if it could be asked about. */
  public Optional<Moment> at(TouchpointId touchpoint) {
    return moments.stream().filter(one -> one.touchpoint().equals(touchpoint)).findFirst();
  }

  /** Those that break journeys: pain points found in the data, the worst first. */
  public ImmutableList<Moment> painPoints() {
    return moments.stream()
        .filter(moment -> moment.direction() == Moment.Direction.BREAKS)
        .collect(ImmutableList.toImmutableList());
  }

  /** Those that the map declares and the data do not show. */
  public ImmutableList<Moment> declaredButUnproven() {
    return moments.stream()
        .filter(moment -> moment.declared().isPresent() && !moment.isProven())
        .collect(ImmutableList.toImmutableList());
  }

  /** Those that the data show and the map does not declare. */
  public ImmutableList<Moment> provenButUndeclared() {
    return moments.stream()
        .filter(moment -> moment.declared().isEmpty() && moment.isProven())
        .collect(ImmutableList.toImmutableList());
  }
}
