package dev.laurel.metrics.invite;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.Instant;

/** Whether somebody may be asked. */
public sealed interface Permission {
  /** They may be asked now. */
  record Granted() implements Permission {}

  /**
   * They may not be asked now.
   *
   * @param reasons every rule that forbids it, in the order of the quarantine
   */
  record Withheld(ImmutableList<Reason> reasons) implements Permission {
    /** A refusal with at least one reason. */
    public Withheld {
      InvalidValueException.check(
          !reasons.isEmpty(),
          FailureCode.VALUE_INVALID,
          "reasons",
          "a permission must be withheld for a reason: %s",
          reasons);
    }

    /** The first instant at which they may be asked if nobody is in contact with them before. */
    public Instant until() {
      return reasons.stream().map(Reason::until).max(Instant::compareTo).orElseThrow();
    }
  }

  /**
   * One rule that forbids to ask.
   *
   * @param rule the rule
   * @param until the first instant at which it no longer does
   */
  record Reason(QuarantineRule rule, Instant until) {}
}
