package dev.laurel.tiers.migration;

import static java.util.Objects.requireNonNull;

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
  /** A mapping of these parts. */
  public TierMapping {
    requireNonNull(ladder, "ladder");
    requireNonNull(gone, "gone");
    requireNonNull(to, "to");
  }
}
