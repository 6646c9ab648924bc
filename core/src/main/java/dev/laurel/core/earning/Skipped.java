package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.RuleId;

/**
 * A rule that did not award, and the one reason why.
 *
 * @param rule which rule
 * @param reason why it did not award
 */
public record Skipped(RuleId rule, SkipReason reason) {
  /** A skipped rule of checked parts. */
  public Skipped {
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
  }
}
