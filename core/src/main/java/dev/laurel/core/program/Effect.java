package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.points.PointType;
import java.util.Optional;

/**
 * What one submission brought about.
 *
 * @param submission what was submitted
 * @param accrual what the activity earned and why; for a return, what its purchase still earns;
 *     absent for commands and facts, and once nothing is left of the purchase
 * @param entries what happened in the ledger, by type of points
 */
public record Effect(
    Submission submission,
    Optional<Accrual> accrual,
    ImmutableListMultimap<PointType, LedgerEntry> entries) {
  /** An effect of these parts. */
  public Effect {
    requireNonNull(submission, "submission");
    requireNonNull(accrual, "accrual");
    requireNonNull(entries, "entries");
  }

  /** The activity that was submitted; absent for commands and facts. */
  Optional<Activity> activity() {
    return submission instanceof Submission.Did did
        ? Optional.of(did.activity())
        : Optional.empty();
  }
}
