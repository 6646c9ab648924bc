package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.RuleId;

/** The answer to an activity: what it earns, or that it is refused as a whole. */
public sealed interface Evaluation {
  /**
   * What the activity earns, maybe nothing.
   *
   * @param accrual the points with their reasons
   */
  record Earned(Accrual accrual) implements Evaluation {
    /** A checked answer. */
    public Earned {
      requireNonNull(accrual, "accrual");
    }
  }

  /**
   * A rule failed, so that nothing is earned and nothing is remembered.
   *
   * @param rule which rule
   * @param code RULE_FAILED, RULE_BUDGET or POINTS_OVERFLOW
   * @param sentence what happened, for people
   */
  record Rejected(RuleId rule, FailureCode code, String sentence) implements Evaluation {
    /** A checked answer. */
    public Rejected {
      requireNonNull(rule, "rule");
      requireNonNull(code, "code");
      requireNonNull(sentence, "sentence");
    }
  }

  /**
   * What is earned.
   *
   * @throws IllegalStateException if the activity is rejected
   */
  default Accrual orThrow() {
    if (this instanceof Earned earned) {
      return earned.accrual();
    }
    throw new IllegalStateException("activity must be earned: " + this);
  }
}
