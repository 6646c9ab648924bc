package dev.laurel.journeys.moment;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.MomentKind;
import java.util.Optional;

/**
 * What is known of a touchpoint as a moment of truth: of 632 journeys that reached the payment
 * details, 11 of 95 with a payment error bought and 459 of 537 without one, 74 percentage points
 * fewer.
 *
 * @param touchpoint the touchpoint
 * @param with the journeys with it, and how many of them converted
 * @param without the journeys that could have met it and did not
 * @param effect the share that converts with it less the share without it, with Newcombe's interval
 * @param test the test that was made: "pooled z", or "Fisher exact" where numbers are small
 * @param pValue its two-sided p-value
 * @param qValue the p-value adjusted for all touchpoints asked about
 * @param direction what the data say
 * @param declared the kind of moment that the map declares, if it does
 */
public record Moment(
    TouchpointId touchpoint,
    Proportion with,
    Proportion without,
    Estimate effect,
    String test,
    double pValue,
    double qValue,
    Direction direction,
    Optional<MomentKind> declared) {
  /** What the data say of a touchpoint. */
  public enum Direction {
    /** Journeys with it convert more often. */
    MAKES,
    /** Journeys with it convert less often. */
    BREAKS,
    /** The data do not decide. */
    UNPROVEN
  }

  /** A moment of these parts. */
  public Moment {
    requireNonNull(touchpoint, "touchpoint");
    requireNonNull(with, "with");
    requireNonNull(without, "without");
    requireNonNull(effect, "effect");
    requireNonNull(test, "test");
    requireNonNull(direction, "direction");
    requireNonNull(declared, "declared");
  }

  /** The share of the journeys that could have met it and did. */
  public Proportion reach() {
    return Proportion.of(with.total(), Math.addExact(with.total(), without.total()));
  }

  /** Whether the data say something. */
  public boolean isProven() {
    return direction != Direction.UNPROVEN;
  }
}
