package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledSteps.step;
import static dev.laurel.core.earning.HandleTrees.joined;
import static dev.laurel.core.earning.HandleTrees.sum;
import static dev.laurel.core.earning.HandleTrees.then;
import static dev.laurel.core.earning.HandleTrees.when;

import dev.laurel.core.earning.EarningPlan.TypePlan;
import dev.laurel.core.points.PointType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * The translation of all rules of a book into a tree of method handles, from a coded activity to
 * one {@link AccrualWord} for each of them and the points of one type.
 */
final class AccrualCompiler {
  private final RuleBook book;
  private final PointType wanted;
  private final AccrualSlots slots;
  private final RuleHandles handles;

  private AccrualCompiler(
      RuleBook book, PointType wanted, AccrualSlots slots, RuleHandles handles) {
    this.book = book;
    this.wanted = wanted;
    this.slots = slots;
    this.handles = handles;
  }

  /** A handle that takes an activity and room for the words, and gives the points. */
  static MethodHandle compile(
      RuleBook book, PointType wanted, ActivityLayout layout, AccrualSlots slots) {
    MethodHandle hasOneLine = MethodHandles.dropArguments(step("hasOneLine"), 1, long[].class);
    return MethodHandles.guardWithTest(
        hasOneLine,
        new AccrualCompiler(book, wanted, slots, new RuleHandles(layout, true)).accrual(),
        new AccrualCompiler(book, wanted, slots, new RuleHandles(layout, false)).accrual());
  }

  private MethodHandle accrual() {
    MethodHandle total = nothing();
    List<MethodHandle> others = new ArrayList<>();
    for (TypePlan type : book.plan().types()) {
      MethodHandle points = sum(parts(type));
      if (type.type().equals(wanted)) {
        total = TotalCompiler.capped(book, wanted, points);
      } else {
        others.add(points);
      }
    }
    return others.isEmpty() ? total : joined(step("first"), total, sum(others));
  }

  private static MethodHandle nothing() {
    return MethodHandles.dropArguments(
        HandleTrees.constant(0, CodedActivity.class), 1, long[].class);
  }

  private List<MethodHandle> parts(TypePlan type) {
    List<MethodHandle> parts = new ArrayList<>();
    for (PlannedRule base : type.bases()) {
      parts.add(chain(base, AccrualSlots.multipliersOf(base, type)));
    }
    for (PlannedRule multiplier : type.multipliers()) {
      if (type.bases().stream().noneMatch(multiplier::multiplies)) {
        EarningRule rule = multiplier.rule();
        long unit = CompiledFraction.unitOf(List.of(rule)).longValueExact();
        parts.add(step("idleWord", excess(rule, unit), slots.of(multiplier)));
      }
    }
    for (PlannedRule bonus : type.bonuses()) {
      EarningRule rule = bonus.rule();
      MethodHandle points =
          step("word", number(rule), RuleHandles.rounding(rule, divisor(rule)), slots.of(bonus));
      parts.add(TotalCompiler.capped(book, rule, points));
    }
    return parts;
  }

  /** The words of a base and of what multiplies it, and the points of the last of them. */
  private MethodHandle chain(PlannedRule base, List<PlannedRule> multipliers) {
    EarningRule rule = base.rule();
    MethodHandle rounding = RuleHandles.rounding(rule, divisor(rule));
    if (multipliers.isEmpty()) {
      return step("word", number(rule), rounding, slots.of(base));
    }
    long unit = CompiledFraction.unitOf(
            multipliers.stream().map(PlannedRule::rule).toList())
        .longValueExact();
    MethodHandle multiplied = RuleHandles.rounding(rule, divisor(rule) * unit);
    MethodHandle next = step("lastWhole");
    for (int i = multipliers.size() - 1; i >= 0; i--) {
      PlannedRule multiplier = multipliers.get(i);
      MethodHandle excess = excess(multiplier.rule(), unit);
      next = step("multipliedWord", excess, multiplied, next, slots.of(base, multiplier));
    }
    return step("baseWord", number(rule), rounding, next, slots.of(base), unit);
  }

  private static long divisor(EarningRule rule) {
    return CompiledFraction.of(rule).divisor();
  }

  /** What the rule counts before rounding, above zero; or a code. */
  private MethodHandle number(EarningRule rule) {
    return guarded(rule, then(handles.number(rule), step("orNoPoints")));
  }

  /** What a multiplier has beyond one; or a code. */
  private MethodHandle excess(EarningRule rule, long unit) {
    MethodHandle excess = handles.excess(rule, unit);
    return guarded(
        rule,
        rule.formula() instanceof Formula.StatusMultiplier
            ? when(handles.hasStatus(), excess, AccrualWord.NO_POINTS)
            : excess);
  }

  /** The questions in the order of {@link SkipReason}, so that the first no is the code. */
  private MethodHandle guarded(EarningRule rule, MethodHandle number) {
    MethodHandle guarded = number;
    var hasLine = handles.hasSelectedLine(rule);
    if (hasLine.isPresent()) {
      guarded = when(hasLine.get(), guarded, AccrualWord.NO_LINE);
    }
    var isMet = handles.isMet(rule);
    if (isMet.isPresent()) {
      guarded = when(isMet.get(), guarded, AccrualWord.CONDITION_UNMET);
    }
    var isInCurrency = handles.isInCurrency(rule);
    if (isInCurrency.isPresent()) {
      guarded = when(isInCurrency.get(), guarded, AccrualWord.OTHER_CURRENCY);
    }
    var isActive = handles.isActive(rule);
    return isActive.isPresent() ? when(isActive.get(), guarded, AccrualWord.NOT_ACTIVE) : guarded;
  }
}
