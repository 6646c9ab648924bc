package dev.laurel.tiers.migration;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.Codes;
import java.time.Instant;

/**
 * Who has a tier at the change keeps it until an instant, whatever reviews say; who has a tier that
 * is gone keeps its successor.
 *
 * @param ladder the ladder's code
 * @param tier the code of the tier in the version before
 * @param until the first instant at which it is kept no longer
 */
public record Grandfathering(String ladder, String tier, Instant until) {
  /**
   * A promise of these parts.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID for a code
   */
  public Grandfathering {
    ladder = Codes.code("ladder code", ladder, 32);
    tier = Codes.code("tier code", tier, 32);
    requireNonNull(until, "until");
  }
}
