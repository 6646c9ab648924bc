package dev.laurel.journeys.funnel;

import com.google.common.collect.ImmutableSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.journeys.identity.TouchpointId;

/**
 * One step of a funnel: an event at one of these touchpoints.
 *
 * @param name the name for people
 * @param touchpoints the touchpoints, at least one
 */
public record FunnelStep(String name, ImmutableSet<TouchpointId> touchpoints) {
  /**
   * A checked step.
   *
   * @throws InvalidValueException TEXT_INVALID; REQUIRED without a touchpoint
   */
  public FunnelStep {
    name = Codes.label("step of a funnel", name, 256);
    InvalidValueException.check(
        !touchpoints.isEmpty(),
        FailureCode.REQUIRED,
        "touchpoints",
        "step '%s' of a funnel must have a touchpoint",
        name);
  }

  /** The step at a touchpoint, under its name. */
  public static FunnelStep at(String touchpoint) {
    return new FunnelStep(touchpoint, ImmutableSet.of(TouchpointId.of(touchpoint)));
  }
}
