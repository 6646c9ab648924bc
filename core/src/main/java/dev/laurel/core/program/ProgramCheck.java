package dev.laurel.core.program;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.Activation;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Finding;
import dev.laurel.core.earning.Finding.Severity;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Static checks: what is legal in a program but most likely not what was meant.
 *
 * <p>Beside the findings of the rule book: {@code EXPIRY_BEFORE_ACTIVATION} for points that are
 * gone before they can be used, {@code POINTS_NEVER_EARNED} for a type that no rule grants,
 * {@code RULE_NEVER_IN_FORCE} for a rule whose dates lie outside the version's.
 */
public final class ProgramCheck {
  /** Days on which month ends and leap years show. */
  private static final ImmutableList<LocalDate> SAMPLE_DAYS = ImmutableList.of(
      LocalDate.of(2024, 2, 29),
      LocalDate.of(2025, 1, 31),
      LocalDate.of(2025, 6, 15),
      LocalDate.of(2025, 12, 31));

  private ProgramCheck() {}

  /** The findings about one version by itself. */
  public static ImmutableList<Finding> findings(Program program) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    findings.addAll(program.rules().findings());
    for (PointTerms terms : program.pointTerms()) {
      checkEarned(findings, program, terms);
      checkLife(
          findings,
          program,
          Optional.empty(),
          terms.activation(),
          terms.expiry().expiry());
    }
    for (EarningRule rule : program.rules().rules()) {
      PointTerms terms = program.terms(rule.points());
      if (rule.activation().isPresent() || rule.expiry().isPresent()) {
        checkLife(
            findings,
            program,
            Optional.of(rule.id()),
            rule.activation().orElse(terms.activation()),
            rule.expiry().orElse(terms.expiry().expiry()));
      }
    }
    return findings.build();
  }

  /** The findings about all versions, each with its time in force. */
  public static ImmutableList<Finding> findings(ProgramVersions versions) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (Map.Entry<Instant, Program> version : versions.byStart().entrySet()) {
      findings.addAll(findings(version.getValue()));
      Instant next = versions.byStart().higherKey(version.getKey());
      Span inForce = next == null ? Span.from(version.getKey()) : Span.of(version.getKey(), next);
      checkInForce(findings, version.getValue(), inForce);
    }
    return findings.build();
  }

  private static void checkEarned(
      ImmutableList.Builder<Finding> findings, Program program, PointTerms terms) {
    boolean isEarned =
        program.rules().rules().stream().anyMatch(rule -> rule.points().equals(terms.type()));
    if (!isEarned) {
      findings.add(new Finding(
          "POINTS_NEVER_EARNED",
          Severity.NOTE,
          Optional.empty(),
          "no rule grants '" + terms.type() + "'"));
    }
  }

  private static void checkLife(
      ImmutableList.Builder<Finding> findings,
      Program program,
      Optional<RuleId> rule,
      Activation activation,
      Expiry expiry) {
    if (!(activation instanceof Activation.After pending)) {
      return;
    }
    for (LocalDate earned : SAMPLE_DAYS) {
      LocalDate usable = earned.plus(pending.period());
      Optional<LocalDate> last = expiry.lastDay(earned, program.calendar());
      if (last.isPresent() && last.get().isBefore(usable)) {
        findings.add(new Finding(
            "EXPIRY_BEFORE_ACTIVATION",
            Severity.WARNING,
            rule,
            "points earned on "
                + earned
                + " become usable on "
                + usable
                + " but are usable through "
                + last.get()
                + " only"));
        return;
      }
    }
  }

  private static void checkInForce(
      ImmutableList.Builder<Finding> findings, Program program, Span inForce) {
    for (EarningRule rule : program.rules().rules()) {
      if (rule.active().isPresent() && !rule.active().get().overlaps(inForce)) {
        findings.add(new Finding(
            "RULE_NEVER_IN_FORCE",
            Severity.WARNING,
            Optional.of(rule.id()),
            "rule '" + rule.id() + "' is active outside the time of version " + program.version()));
      }
    }
  }
}
