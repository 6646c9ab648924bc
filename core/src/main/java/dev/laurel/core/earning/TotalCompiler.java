package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledSteps.step;
import static dev.laurel.core.earning.HandleTrees.constant;
import static dev.laurel.core.earning.HandleTrees.product;
import static dev.laurel.core.earning.HandleTrees.sum;
import static dev.laurel.core.earning.HandleTrees.then;
import static dev.laurel.core.earning.HandleTrees.when;

import dev.laurel.core.points.PointType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The translation of the rules of one point type into a tree of method handles, from a coded
 * activity to points.
 */
final class TotalCompiler {
  private final RuleBook book;
  private final PointType type;
  private final RuleHandles handles;

  private TotalCompiler(RuleBook book, PointType type, RuleHandles handles) {
    this.book = book;
    this.type = type;
    this.handles = handles;
  }

  static MethodHandle compile(RuleBook book, PointType type, ActivityLayout layout) {
    return MethodHandles.guardWithTest(
        step("hasOneLine"),
        new TotalCompiler(book, type, new RuleHandles(layout, true)).total(),
        new TotalCompiler(book, type, new RuleHandles(layout, false)).total());
  }

  private MethodHandle total() {
    List<MethodHandle> parts = new ArrayList<>();
    for (EarningRule rule : book.rules()) {
      if (rule.points().equals(type) && !rule.isMultiplier()) {
        parts.add(capped(book, rule, guarded(rule, points(rule))));
      }
    }
    return capped(book, type, sum(parts));
  }

  /** Points after the caps of this rule alone. */
  static MethodHandle capped(RuleBook book, EarningRule rule, MethodHandle points) {
    MethodHandle capped = points;
    for (Cap cap : book.caps()) {
      if (cap.rules().contains(rule.id())) {
        capped = then(capped, step("atMost", cap.limit().units()));
      }
    }
    return capped;
  }

  /** Points after the caps of all rules of their type. */
  static MethodHandle capped(RuleBook book, PointType type, MethodHandle points) {
    MethodHandle capped = points;
    for (Cap cap : book.caps()) {
      if (cap.rules().isEmpty() && cap.limit().type().equals(type)) {
        capped = then(capped, step("atMost", cap.limit().units()));
      }
    }
    return capped;
  }

  /** The points where the rule is in force and its condition is met, otherwise none. */
  private MethodHandle guarded(EarningRule rule, MethodHandle points) {
    return Stream.of(
            handles.isActive(rule),
            handles.isInCurrency(rule),
            handles.isMet(rule),
            handles.hasSelectedLine(rule))
        .flatMap(Optional::stream)
        .reduce(HandleTrees::both)
        .map(test -> when(test, points))
        .orElse(points);
  }

  private MethodHandle points(EarningRule rule) {
    CompiledFraction exact = CompiledFraction.of(rule);
    MethodHandle number = handles.number(rule);
    if (rule.phase() == Phase.BASE) {
      List<EarningRule> multipliers = CompiledFraction.multipliersOf(rule, book);
      if (!multipliers.isEmpty()) {
        long unit = CompiledFraction.unitOf(multipliers).longValueExact();
        return then(
            product(number, factor(multipliers, unit)),
            RuleHandles.rounding(rule, exact.divisor() * unit));
      }
    }
    return then(number, RuleHandles.rounding(rule, exact.divisor()));
  }

  /** One, and what each multiplier that is met has beyond one, in this unit. */
  private MethodHandle factor(List<EarningRule> multipliers, long unit) {
    List<MethodHandle> parts = new ArrayList<>();
    parts.add(constant(unit, CodedActivity.class));
    for (EarningRule rule : multipliers) {
      parts.add(guarded(rule, handles.excess(rule, unit)));
    }
    return then(sum(parts), step("atLeastZero"));
  }
}
