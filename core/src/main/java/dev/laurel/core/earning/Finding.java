package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.RuleId;
import java.util.Optional;

/**
 * Something a static check noticed: legal, but worth a second look.
 *
 * @param code the stable name, such as {@code RULE_SPLITTABLE}
 * @param severity how much it matters
 * @param rule the rule it is about, if it is about one
 * @param sentence the finding for people
 */
public record Finding(String code, Severity severity, Optional<RuleId> rule, String sentence) {
  /** How much a finding matters. */
  public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** Most likely not what was meant. */
    WARNING
  }

  /** A finding of checked parts. */
  public Finding {
    requireNonNull(code, "code");
    requireNonNull(severity, "severity");
    requireNonNull(rule, "rule");
    requireNonNull(sentence, "sentence");
  }
}
