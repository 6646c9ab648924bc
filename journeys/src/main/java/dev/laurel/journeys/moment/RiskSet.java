package dev.laurel.journeys.moment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Step;
import java.util.List;
import java.util.Set;

/**
 * A touchpoint and the journeys that could have met it: those that came by one of its gates.
 *
 * <p>A payment error is asked about among journeys that reached the payment details.
 *
 * @param touchpoint the touchpoint
 * @param gates the touchpoints one of which a journey must have met, by name
 */
public record RiskSet(TouchpointId touchpoint, Set<TouchpointId> gates) {
  /**
   * A checked risk set.
   *
   * @throws InvalidValueException REQUIRED without a gate
   */
  public RiskSet {
    requireNonNull(touchpoint, "touchpoint");
    gates = ImmutableSortedSet.copyOf(gates);
    InvalidValueException.check(
        !gates.isEmpty(),
        FailureCode.REQUIRED,
        "gates",
        "a risk set of '%s' must have a gate",
        touchpoint);
  }

  /** The journeys that met one of these gates. */
  public static RiskSet of(TouchpointId touchpoint, TouchpointId... gates) {
    return new RiskSet(touchpoint, ImmutableSortedSet.copyOf(gates));
  }

  /**
   * The journeys that reached the stage of a touchpoint: that met any touchpoint of it.
   *
   * <p>Of a step that nobody passes by, those without it are those who left the stage before, so
   * that it seems to make journeys; {@link #avoidable} leaves such steps out.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the map does not know the touchpoint
   */
  public static RiskSet inStage(JourneyMap map, TouchpointId touchpoint) {
    StageId stage = map.stageOf(touchpoint)
        .orElseThrow(() -> new InvalidValueException(
            FailureCode.REFERENCE_UNKNOWN,
            "touchpoint",
            "map '" + map.name() + "' must know the touchpoint: " + touchpoint));
    ImmutableSortedSet.Builder<TouchpointId> gates = ImmutableSortedSet.naturalOrder();
    for (Step step : map.steps()) {
      if (step.stage().equals(stage)) {
        gates.add(step.id());
      }
    }
    return new RiskSet(touchpoint, gates.build());
  }

  /** The risk set of each touchpoint of a map among those who reached its stage. */
  public static ImmutableList<RiskSet> inStages(JourneyMap map) {
    return map.touchpoints().keySet().stream()
        .map(touchpoint -> inStage(map, touchpoint))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The risk set of each touchpoint of a map that a journey as designed may pass by, or that the
   * map declares to be a moment of truth, among those who reached its stage.
   */
  public static ImmutableList<RiskSet> avoidable(JourneyMap map) {
    Set<TouchpointId> declared = MomentsOfTruth.declared(map).keySet();
    return inStages(map).stream()
        .filter(set ->
            !map.mandatory().contains(set.touchpoint()) || declared.contains(set.touchpoint()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The risk set of each touchpoint of a log that a map does not have: the journeys that met the
   * touchpoint of the map after which it came most often, however much lay between; the first of
   * the map where several are equal. One that most often came before any touchpoint of the map is
   * asked about among all journeys.
   *
   * <p>A call-back that comes after the financing 115 times and after the offer never is asked
   * about among those who came to the financing. The choice does not look at outcomes.
   */
  public static ImmutableList<RiskSet> offTheMap(JourneyLog log, JourneyMap map) {
    List<TouchpointId> designed = map.touchpoints().keySet().asList();
    int[] placeOf = new int[log.touchpoints().size()];
    for (int code = 0; code < placeOf.length; code++) {
      placeOf[code] = designed.indexOf(log.touchpoints().get(code));
    }
    long[][] after = new long[placeOf.length][designed.size() + 1];
    for (int journey = 0; journey < log.journeys(); journey++) {
      int last = designed.size();
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        int code = log.codeAt(event);
        after[code][last]++;
        last = placeOf[code] < 0 ? last : placeOf[code];
      }
    }
    ImmutableList.Builder<RiskSet> sets = ImmutableList.builder();
    for (int code = 0; code < placeOf.length; code++) {
      if (placeOf[code] < 0) {
        int most = placeOfMost(after[code]);
        TouchpointId touchpoint = log.touchpoints().get(code);
        sets.add(
            most == designed.size()
                ? new RiskSet(touchpoint, ImmutableSortedSet.copyOf(log.touchpoints()))
                : of(touchpoint, designed.get(most)));
      }
    }
    return sets.build();
  }

  private static int placeOfMost(long[] counts) {
    int most = 0;
    for (int place = 1; place < counts.length; place++) {
      most = counts[place] > counts[most] ? place : most;
    }
    return most;
  }
}
