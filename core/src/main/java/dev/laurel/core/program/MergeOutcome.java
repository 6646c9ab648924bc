package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.points.PointType;
import java.util.Optional;

/** The answer to a merge of two members: both sides, or neither. */
public sealed interface MergeOutcome {
  /** The member who is gone, afterwards; as before where the merge was rejected. */
  Member gone();

  /** The member who stays, afterwards; as before where the merge was rejected. */
  Member kept();

  /** Why it was rejected, if it was. */
  default Optional<Rejection> rejection() {
    return Optional.empty();
  }

  /**
   * It was carried out.
   *
   * @param gone the member who is gone, without anything
   * @param kept the member who stays, with all that both had
   * @param given what happened in the ledger of the one who is gone, by type of points
   * @param received what happened in the ledger of the one who stays, by type of points
   */
  record Done(
      Member gone,
      Member kept,
      ImmutableListMultimap<PointType, LedgerEntry> given,
      ImmutableListMultimap<PointType, LedgerEntry> received)
      implements MergeOutcome {
    /** An outcome of these parts. */
    public Done {
      requireNonNull(gone, "gone");
      requireNonNull(kept, "kept");
      requireNonNull(given, "given");
      requireNonNull(received, "received");
    }
  }

  /**
   * It was not carried out; nothing changed.
   *
   * @param gone the one member as before
   * @param kept the other member as before
   * @param reason why
   */
  record Rejected(Member gone, Member kept, Rejection reason) implements MergeOutcome {
    /** An outcome of these parts. */
    public Rejected {
      requireNonNull(gone, "gone");
      requireNonNull(kept, "kept");
      requireNonNull(reason, "reason");
    }

    @Override
    public Optional<Rejection> rejection() {
      return Optional.of(reason);
    }
  }
}
