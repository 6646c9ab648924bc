package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/** What is legal in a book of rules and yet worth a second look. */
final class RuleBookLints {
  private static final Set<RoundingMode> NEVER_UP =
      Sets.immutableEnumSet(RoundingMode.FLOOR, RoundingMode.DOWN);

  private final RuleBook book;
  private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

  private RuleBookLints(RuleBook book) {
    this.book = book;
  }

  static ImmutableList<Finding> of(RuleBook book) {
    RuleBookLints lints = new RuleBookLints(book);
    for (EarningRule rule : book.rules()) {
      lints.lookAt(rule);
    }
    return lints.findings.build();
  }

  private void lookAt(EarningRule rule) {
    if (rule.rounding().isPresent() && !NEVER_UP.contains(rule.rounding().get())) {
      warn(
          FailureCode.RULE_SPLITTABLE.name(),
          rule,
          "rounds " + rule.rounding().get()
              + ", so that a purchase split into small ones earns more");
    }
    if (rule.isMultiplier() && !hasBase(rule)) {
      warn("MULTIPLIER_WITHOUT_BASE", rule, "has no base rule to multiply");
    }
    if (isUnreachable(rule.when())) {
      warn("RULE_UNREACHABLE", rule, "has a condition that nothing meets");
    }
    if (rule.formula() instanceof Formula.Multiplier f
        && f.factor().isWhole()
        && f.factor().numerator() == 1) {
      warn("MULTIPLIER_OF_ONE", rule, "multiplies by 1 and changes nothing");
    }
    leastAward(rule).ifPresent(least -> {
      for (Cap cap : book.caps()) {
        if (cap.rules().contains(rule.id()) && cap.limit().compareTo(least) < 0) {
          warn(
              "CAP_BELOW_ONE_AWARD",
              rule,
              "gives " + least + " at once, but cap '" + cap.id() + "' lets only " + cap.limit()
                  + " through");
        }
      }
    });
  }

  private boolean hasBase(EarningRule multiplier) {
    for (EarningRule rule : book.rules()) {
      if (rule.phase() == Phase.BASE && rule.points().equals(multiplier.points())) {
        return true;
      }
    }
    return false;
  }

  /** The points of one award, where they are the same each time. */
  private static Optional<Points> leastAward(EarningRule rule) {
    if (rule.formula() instanceof Formula.Flat f) {
      return Optional.of(f.points());
    }
    if (rule.formula() instanceof Formula.FirstTime f) {
      return Optional.of(f.points());
    }
    if (rule.formula() instanceof Formula.EveryNth f) {
      return Optional.of(f.points());
    }
    return rule.formula() instanceof Formula.Goal f ? Optional.of(f.points()) : Optional.empty();
  }

  /** Whether two parts of one "all" shut each other out; not more than that is looked for. */
  private static boolean isUnreachable(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return not.of() instanceof Condition.Always;
    }
    if (condition instanceof Condition.Any any) {
      return any.of().stream().allMatch(RuleBookLints::isUnreachable);
    }
    if (!(condition instanceof Condition.All all)) {
      return false;
    }
    for (Condition one : all.of()) {
      if (isUnreachable(one)) {
        return true;
      }
      for (Condition other : all.of()) {
        if (excludeEachOther(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean excludeEachOther(Condition one, Condition other) {
    if (one instanceof Condition.Not not && not.of().equals(other)) {
      return true;
    }
    if (one instanceof Condition.AmountAtLeast least && other instanceof Condition.AmountBelow b) {
      ExactMoney limit = b.limit();
      return !least.minimum().isSameCurrency(limit) || !least.minimum().isLessThan(limit);
    }
    if (one instanceof Condition.InDates a && other instanceof Condition.InDates b) {
      return !a.span().overlaps(b.span());
    }
    if (one instanceof Condition.OnWeekday a && other instanceof Condition.OnWeekday b) {
      return Sets.intersection(a.days(), b.days()).isEmpty();
    }
    return one instanceof Condition.IsKind a
        && other instanceof Condition.IsKind b
        && Sets.intersection(a.kinds(), b.kinds()).isEmpty();
  }

  private void warn(String code, EarningRule rule, String what) {
    findings.add(new Finding(
        code,
        Finding.Severity.WARNING,
        Optional.of(rule.id()),
        "rule '" + rule.id() + "' " + what));
  }
}
