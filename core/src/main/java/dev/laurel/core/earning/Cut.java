package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

/**
 * What a cap took from a step.
 *
 * @param cap which cap
 * @param units how many of the type's smallest units, above zero
 */
public record Cut(CapId cap, long units) {
  /** A checked cut. */
  public Cut {
    requireNonNull(cap, "cap");
  }
}
