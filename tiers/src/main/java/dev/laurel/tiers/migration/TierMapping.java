package dev.laurel.tiers.migration;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.Codes;
import dev.laurel.tiers.ladder.Tier;

/**
 * Where the members of a tier go that the next version does not have: those of {@code platinum} to
 * {@code gold}.
 *
 * @param ladder the ladder's code
 * @param gone the code of the tier that is gone
 * @param to the tier of the next version
 */
public record TierMapping(String ladder, String gone, Tier to) {
  /**
   * A mapping of these parts.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID for a code
   */
  public TierMapping {
    ladder = Codes.code("ladder code", ladder, 32);
    gone = Codes.code("tier code", gone, 32);
    requireNonNull(to, "to");
  }
}
