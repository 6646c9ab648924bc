package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

/**
 * Points that could not go back to an expired lot and went to a new one.
 *
 * @param from the expired lot, and how many of its points
 * @param into the new lot
 */
public record Replacement(Portion from, Lot into) {
  /** A replacement of these parts. */
  public Replacement {
    requireNonNull(from, "from");
    requireNonNull(into, "into");
  }
}
