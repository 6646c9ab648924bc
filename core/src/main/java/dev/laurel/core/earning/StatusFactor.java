package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;

/**
 * What a member's status multiplies by, with its reason: 11/10 "Gold since 2026-03-01".
 *
 * @param factor above 0, at most 1,000
 * @param reason the sentence that stands beside the number
 */
public record StatusFactor(Ratio factor, String reason) {
  /**
   * A factor of checked parts.
   *
   * @throws dev.laurel.core.failure.InvalidValueException MULTIPLIER_RANGE
   */
  public StatusFactor {
    Formula.Multiplier.checkFactor(factor);
    requireNonNull(reason, "reason");
  }
}
