package dev.laurel.journeys.moment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
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
    List<RiskSet> asked = map.touchpoints().keySet().stream()
        .map(touchpoint -> RiskSet.inStage(map, touchpoint))
        .toList();
    Map<TouchpointId, MomentKind> declared = new TreeMap<>();
    for (Step step : map.declaredMoments()) {
      declared.put(step.id(), step.moment().orElseThrow());
    }
    return find(log, asked, declared, policy);
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
    requireNonNull(policy, "policy");
    InvalidValueException.check(
        asked.stream().map(RiskSet::touchpoint).distinct().count() == asked.size(),
        FailureCode.CONFIG_DUPLICATE,
        "asked",
        "each touchpoint must be asked about once: %s",
        asked.size());
    List<Tally> tallies = asked.stream().map(set -> new Tally(log, set)).toList();
    long unknown = 0;
    for (int journey = 0; journey < log.journeys(); journey++) {
      Optional<Outcome> outcome = log.facts(journey).outcome();
      if (outcome.isEmpty()) {
        unknown++;
      } else {
        for (Tally tally : tallies) {
          tally.count(log, journey, outcome.get().isConverted());
        }
      }
    }
    return judged(tallies, declared, policy, unknown);
  }

  /** Journeys of one risk set, with and without its touchpoint. */
  private static final class Tally {
    private final TouchpointId touchpoint;
    private final boolean[] isGate;
    private final int code;
    private Proportion with = Proportion.of(0, 0);
    private Proportion without = Proportion.of(0, 0);

    Tally(JourneyLog log, RiskSet set) {
      touchpoint = set.touchpoint();
      code = log.codeOf(touchpoint).orElse(-1);
      isGate = new boolean[log.touchpoints().size()];
      for (TouchpointId gate : set.gates()) {
        log.codeOf(gate).ifPresent(known -> isGate[known] = true);
      }
    }

    void count(JourneyLog log, int journey, boolean isConverted) {
      boolean isReached = false;
      boolean isTouched = false;
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        isReached |= isGate[log.codeAt(event)];
        isTouched |= log.codeAt(event) == code;
      }
      if (isReached) {
        Proportion one = Proportion.of(isConverted ? 1 : 0, 1);
        with = isTouched ? with.merge(one) : with;
        without = isTouched ? without : without.merge(one);
      }
    }

    boolean isEnough(MomentPolicy policy) {
      return Math.min(with.total(), without.total()) >= policy.leastJourneys();
    }
  }

  private static MomentsOfTruth judged(
      List<Tally> tallies,
      Map<TouchpointId, MomentKind> declared,
      MomentPolicy policy,
      long unknown) {
    SortedMap<TouchpointId, Counts> tooFew = new TreeMap<>();
    List<Tally> enough = new ArrayList<>();
    for (Tally tally : tallies) {
      if (tally.isEnough(policy)) {
        enough.add(tally);
      } else {
        tooFew.put(tally.touchpoint, new Counts(tally.with.total(), tally.without.total()));
      }
    }
    List<Double> pValues = enough.stream().map(MomentsOfTruth::pValue).toList();
    List<Double> qValues = policy.correction().adjust(pValues);
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < enough.size(); i++) {
      Tally tally = enough.get(i);
      ProportionDifference difference = new ProportionDifference(tally.with, tally.without);
      moments.add(new Moment(
          tally.touchpoint,
          tally.with,
          tally.without,
          difference.newcombe(policy.confidence()),
          isSmall(tally) ? "Fisher exact" : "pooled z",
          pValues.get(i),
          qValues.get(i),
          direction(difference.value(), qValues.get(i), policy),
          Optional.ofNullable(declared.get(tally.touchpoint))));
    }
    Comparator<Moment> greatestFirst = Comparator.comparing(
            (Moment moment) -> Math.abs(moment.effect().value()))
        .reversed();
    moments.sort(greatestFirst.thenComparing(Moment::touchpoint));
    return new MomentsOfTruth(moments, tooFew, unknown);
  }

  private static Moment.Direction direction(double effect, double qValue, MomentPolicy policy) {
    if (qValue > policy.level() || effect == 0) {
      return Moment.Direction.UNPROVEN;
    }
    return effect > 0 ? Moment.Direction.MAKES : Moment.Direction.BREAKS;
  }

  private static boolean isSmall(Tally tally) {
    Proportion all = tally.with.merge(tally.without);
    double rarer = Math.min(all.successes(), all.total() - all.successes());
    return rarer * Math.min(tally.with.total(), tally.without.total()) / all.total()
        < LEAST_EXPECTED;
  }

  private static double pValue(Tally tally) {
    if (!isSmall(tally)) {
      return new ProportionDifference(tally.with, tally.without).pValue();
    }
    int[][] table = {row(tally.with), row(tally.without)};
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
