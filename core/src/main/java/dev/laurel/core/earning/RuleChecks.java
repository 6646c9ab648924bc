package dev.laurel.core.earning;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.points.PointType;
import java.math.RoundingMode;
import java.util.Optional;

/** What a rule must keep by itself, without looking at the book it stands in. */
final class RuleChecks {
  private static final int LONGEST_DESCRIPTION = 1_000;

  private RuleChecks() {}

  static void check(EarningRule rule) {
    if (rule.description().length() > LONGEST_DESCRIPTION) {
      throw rule.invalid(
          FailureCode.TEXT_INVALID,
          "description",
          "have a description of at most " + LONGEST_DESCRIPTION + " characters: "
              + Excerpt.of(rule.description()));
    }
    checkPhase(rule);
    checkPointType(rule);
    checkRounding(rule);
    checkLines(rule, rule.lines());
    checkReferences(rule);
  }

  private static void checkPhase(EarningRule rule) {
    Formula formula = rule.formula();
    boolean fits = formula.phase() == rule.phase()
        || (!rule.isMultiplier()
            && (formula instanceof Formula.PerAmount
                || formula instanceof Formula.PerStep
                || formula instanceof Formula.PerUnit
                || formula instanceof Formula.Flat
                || formula instanceof Formula.Custom));
    if (!fits) {
      throw rule.invalid(
          FailureCode.VALUE_INVALID,
          "phase",
          "be in a phase that suits its formula: " + rule.phase() + ", "
              + formula.getClass().getSimpleName());
    }
  }

  private static void checkPointType(EarningRule rule) {
    Optional<PointType> given = FormulaParts.pointTypeOf(rule.formula());
    if (given.isPresent() && !given.get().equals(rule.points())) {
      throw rule.invalid(
          FailureCode.TYPE_MISMATCH,
          "formula",
          "give the points it names: " + rule.points() + " and " + given.get());
    }
  }

  private static void checkRounding(EarningRule rule) {
    boolean hasFractions = rule.phase() == Phase.BASE
        || rule.formula() instanceof Formula.PerAmount
        || rule.formula() instanceof Formula.Custom;
    if (hasFractions != rule.rounding().isPresent()) {
      throw rule.invalid(
          hasFractions ? FailureCode.REQUIRED : FailureCode.VALUE_INVALID,
          "rounding",
          hasFractions
              ? "name its rounding, there is no default"
              : "not name a rounding, since it has no fractions of its own");
    }
    RoundingMode mode = rule.roundingOrDown();
    if (mode == RoundingMode.UNNECESSARY) {
      throw rule.invalid(
          FailureCode.VALUE_INVALID,
          "rounding",
          "round in a mode that always has an answer: " + mode);
    }
    boolean carries =
        rule.formula() instanceof Formula.PerAmount perAmount && perAmount.carriesRemainder();
    if (carries && mode != RoundingMode.FLOOR && mode != RoundingMode.DOWN) {
      throw rule.invalid(
          FailureCode.VALUE_INVALID,
          "rounding",
          "round down, since it carries what is cut off to the next event: " + mode);
    }
  }

  private static void checkLines(EarningRule rule, Condition lines) {
    boolean speaksOfLines = lines instanceof Condition.Always
        || lines instanceof Condition.All
        || lines instanceof Condition.Any
        || lines instanceof Condition.Not
        || lines instanceof Condition.InCategory
        || lines instanceof Condition.IsSku;
    if (!speaksOfLines) {
      throw rule.invalid(
          FailureCode.VALUE_INVALID,
          "lines",
          "select lines by category and article alone: " + lines.getClass().getSimpleName());
    }
    for (Condition child : ConditionTree.childrenOf(lines)) {
      checkLines(rule, child);
    }
  }

  private static void checkReferences(EarningRule rule) {
    if (rule.of().contains(rule.id())) {
      throw rule.invalid(FailureCode.RULE_CYCLE, "of", "not refer to itself");
    }
    if (!rule.of().isEmpty() && !rule.isMultiplier()) {
      throw rule.invalid(
          FailureCode.VALUE_INVALID, "of", "be a multiplier to name base rules: " + rule.of());
    }
  }
}
