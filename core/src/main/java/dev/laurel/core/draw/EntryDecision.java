package dev.laurel.core.draw;

import static java.util.Objects.requireNonNull;

/** What came of entering a ticket. */
public sealed interface EntryDecision {
  /** The tickets afterwards; those before if the ticket was refused. */
  DrawEntries entries();

  /**
   * The ticket is in, or was already.
   *
   * @param entries the tickets with it
   */
  record Accepted(DrawEntries entries) implements EntryDecision {
    /** A decision of these parts. */
    public Accepted {
      requireNonNull(entries, "entries");
    }
  }

  /**
   * The ticket is not in.
   *
   * @param entries the tickets as they were
   * @param refusal why
   */
  record Refused(DrawEntries entries, EntryRefusal refusal) implements EntryDecision {
    /** A decision of these parts. */
    public Refused {
      requireNonNull(entries, "entries");
      requireNonNull(refusal, "refusal");
    }
  }
}
