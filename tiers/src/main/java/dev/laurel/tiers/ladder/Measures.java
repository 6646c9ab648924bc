package dev.laurel.tiers.ladder;

import java.util.Optional;

/** What a member has to show at one moment. */
public interface Measures {
  /**
   * The figure of a metric, not negative, in the ladder's own period or in the one given.
   *
   * @param period where it differs from the ladder's
   */
  long of(Metric metric, Optional<QualifyingPeriod> period);

  /** Whether the member has this flag. */
  boolean holds(Flag flag);
}
