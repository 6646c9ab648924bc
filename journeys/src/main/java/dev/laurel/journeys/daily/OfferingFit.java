package dev.laurel.journeys.daily;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.FreeText;
import java.util.List;

/**
 * How well an offering serves in a context of life: karaoke while charging, emotional, 0.8.
 *
 * @param offering what is offered
 * @param context where it serves
 * @param role for what
 * @param strength how well, above 0 and at most 1
 * @param evidence what shows it
 */
public record OfferingFit(
    OfferingId offering, ContextId context, Role role, double strength, List<String> evidence) {
  /** What an offering does for somebody. */
  public enum Role {
    /** It gets something done. */
    FUNCTIONAL,
    /** It makes one feel better. */
    EMOTIONAL,
    /** It changes how one is with others. */
    SOCIAL
  }

  /**
   * A checked fit.
   *
   * @throws InvalidValueException PERCENT_RANGE for the strength; TEXT_INVALID for evidence
   */
  public OfferingFit {
    requireNonNull(offering, "offering");
    requireNonNull(context, "context");
    requireNonNull(role, "role");
    evidence = ImmutableList.copyOf(evidence);
    FreeText.checkAll("evidence of '" + offering + "'", "evidence", evidence, 1_024);
    InvalidValueException.check(
        strength > 0 && strength <= 1,
        FailureCode.PERCENT_RANGE,
        "strength",
        "offering '%s' must serve with a strength above 0 and up to 1: %s",
        offering,
        strength);
  }

  /** A fit for which nothing is shown yet. */
  public static OfferingFit of(String offering, String context, Role role, double strength) {
    return new OfferingFit(
        OfferingId.of(offering), ContextId.of(context), role, strength, List.of());
  }
}
