package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledSteps.step;
import static dev.laurel.core.earning.HandleTrees.both;
import static dev.laurel.core.earning.HandleTrees.constant;
import static dev.laurel.core.earning.HandleTrees.either;
import static dev.laurel.core.earning.HandleTrees.isNot;
import static dev.laurel.core.earning.HandleTrees.sum;
import static dev.laurel.core.earning.HandleTrees.then;
import static java.util.Objects.requireNonNull;

import dev.laurel.core.earning.ActivityLayout.Cell;
import dev.laurel.core.earning.ActivityLayout.Fact;
import dev.laurel.core.earning.ActivityLayout.LineAmount;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.Span;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What single rules ask of an activity and count in it, as method handles.
 *
 * <p>Rules come here checked by {@link Compilability}, so that every product stays within 64 bits.
 */
final class RuleHandles {
  private static final MethodType NUMBER = MethodType.methodType(long.class, CodedActivity.class);
  private static final MethodType ANSWER = NUMBER.changeReturnType(boolean.class);

  private final ActivityLayout layout;

  /** Whether the handles are for activities of one line only, which spares them the loops. */
  private final boolean isForOneLine;

  RuleHandles(ActivityLayout layout, boolean isForOneLine) {
    this.layout = layout;
    this.isForOneLine = isForOneLine;
  }

  // What rules ask.

  /** Whether the event occurred while the rule is in force; absent where it always is. */
  Optional<MethodHandle> isActive(EarningRule rule) {
    return rule.active().map(this::isIn);
  }

  /** Whether the purchase is in the currency of the formula; absent where it has none. */
  Optional<MethodHandle> isInCurrency(EarningRule rule) {
    return Optional.ofNullable(Figures.moneyOf(rule.formula())).map(this::isPurchaseIn);
  }

  /** Whether the condition is met; absent where it always is. */
  Optional<MethodHandle> isMet(EarningRule rule) {
    return rule.when() instanceof Condition.Always
        ? Optional.empty()
        : Optional.of(rule.when().match(new EventTests(rule)));
  }

  /** Whether there is a line that the rule looks at; absent where it looks at all. */
  Optional<MethodHandle> hasSelectedLine(EarningRule rule) {
    return rule.selectsLines()
        ? Optional.of(both(hasAny(Fact.PURCHASE, 1), anyLine(selector(rule))))
        : Optional.empty();
  }

  /** Whether the member has a status that multiplies. */
  MethodHandle hasStatus() {
    return hasAny(Fact.STATUS, 1);
  }

  // What rules count. Each is an exact fraction: a number that depends on the activity, over a
  // fixed one.

  /** Money by the points of its rate, or points outright; for a purchase in the right currency. */
  MethodHandle number(EarningRule rule) {
    Formula formula = rule.formula();
    if (formula instanceof Formula.PerAmount) {
      return then(amount(rule), step("times", CompiledFraction.of(rule).multiplier()));
    }
    if (formula instanceof Formula.PerStep f) {
      MethodHandle steps = then(amount(rule), step("down", f.step().minor()));
      return then(steps, step("times", f.points().units()));
    }
    if (formula instanceof Formula.PerUnit f) {
      return then(sumOfLines(rule, step("articles")), step("times", f.points().units()));
    }
    if (formula instanceof Formula.Flat f) {
      return constant(f.points().units());
    }
    throw new IllegalStateException("formula must be checked: " + formula);
  }

  /** What the factor of a multiplier has beyond one, in this unit. */
  MethodHandle excess(EarningRule rule, long unit) {
    if (rule.formula() instanceof Formula.Multiplier multiplier) {
      Ratio excess = multiplier.factor().minus(Ratio.ONE).times(unit);
      return constant(excess.roundToLong(RoundingMode.UNNECESSARY));
    }
    return step("statusExcess", unit / ActivityCoder.FACTOR_UNIT);
  }

  /** The step from a number to whole points. */
  static MethodHandle rounding(EarningRule rule, long divisor) {
    if (divisor == 1) {
      return MethodHandles.identity(long.class);
    }
    String rounding = switch (rule.roundingOrDown()) {
      case DOWN, FLOOR -> "down";
      case UP, CEILING -> "up";
      case HALF_UP -> "halfUp";
      case HALF_DOWN -> "halfDown";
      case HALF_EVEN -> "halfEven";
      case UNNECESSARY -> throw new IllegalStateException("mode must be checked");
    };
    return step(rounding, divisor);
  }

  // Amounts and lines.

  private MethodHandle amount(EarningRule rule) {
    Basis basis = rule.basis();
    int column = layout.amounts().indexOf(LineAmount.of(basis));
    MethodHandle goods =
        sumOfLines(rule, column == 0 ? step("amount") : step("furtherAmount", column - 1));
    return basis.isWithShipping() && selectsShipping(rule.lines())
        ? sum(List.of(goods, step("furtherAmount", layout.shippingAt()).asType(NUMBER)))
        : goods;
  }

  private MethodHandle sumOfLines(EarningRule rule, MethodHandle ofLine) {
    MethodHandle selected = rule.selectsLines()
            || !rule.basis().excludedCategories().isEmpty()
        ? MethodHandles.guardWithTest(
            selector(rule),
            ofLine,
            MethodHandles.dropArguments(MethodHandles.constant(long.class, 0L), 0, CodedLine.class))
        : ofLine;
    MethodHandle first = selected.asType(NUMBER);
    return isForOneLine ? first : sum(List.of(first, step("sumFurther", selected)));
  }

  private MethodHandle anyLine(MethodHandle test) {
    MethodHandle first = test.asType(ANSWER);
    return isForOneLine ? first : either(first, step("isAnyFurther", test));
  }

  /** The question to a line whether the rule looks at it. */
  private MethodHandle selector(EarningRule rule) {
    MethodHandle chosen = rule.lines().match(new LineTests());
    return rule.basis().excludedCategories().isEmpty()
        ? chosen
        : both(isNot(isCoded(Fact.CATEGORY, rule.basis().excludedCategories())), chosen);
  }

  /** Shipping has neither category nor article. */
  private static boolean selectsShipping(Condition lines) {
    if (lines instanceof Condition.Not c) {
      return !selectsShipping(c.of());
    }
    if (lines instanceof Condition.All c) {
      return c.of().stream().allMatch(RuleHandles::selectsShipping);
    }
    if (lines instanceof Condition.Any c) {
      return c.of().stream().anyMatch(RuleHandles::selectsShipping);
    }
    return lines instanceof Condition.Always;
  }

  // Conditions.

  private MethodHandle isPurchaseIn(ExactMoney money) {
    return then(fact(Fact.CURRENCY), step("isCode", (long) layout.codes().of(money.currency())))
        .asType(ANSWER);
  }

  private MethodHandle isIn(Span span) {
    return step(
        "isBetween",
        layout.momentAt(),
        ActivityCoder.micros(span.from()),
        ActivityCoder.micros(span.until()));
  }

  /** The number in a cell; of a line, where it is a fact of lines. */
  private MethodHandle fact(Fact fact) {
    Cell cell = requireNonNull(layout.cell(fact));
    if (cell.word() > 0) {
      return step("furtherFact", layout.moreAt(cell.word()), cell.shift(), cell.mask());
    }
    MethodHandle read = step("fact", cell.shift(), cell.mask());
    return fact == Fact.CATEGORY || fact == Fact.SKU ? read : read.asType(NUMBER);
  }

  /** Whether a fact of the activity has any of these bits. */
  private MethodHandle hasAny(Fact fact, long bits) {
    Cell cell = requireNonNull(layout.cell(fact));
    return cell.word() == 0
        ? step("hasAny", bits << cell.shift()).asType(ANSWER)
        : then(fact(fact), step("isAnyOf", bits));
  }

  /** The question whether the code in a cell is one of these names. */
  private MethodHandle isCoded(Fact fact, Iterable<?> names) {
    long few = 0;
    int largest = 0;
    int count = 0;
    for (Object name : names) {
      largest = Math.max(largest, layout.codes().of(name));
      few |= 1L << layout.codes().of(name);
      count++;
    }
    if (count == 1) {
      return then(fact(fact), step("isCode", (long) largest));
    }
    long known = layout.codes().count(names.iterator().next().getClass());
    if (known < Long.SIZE) {
      return then(fact(fact), step("isAmong", few));
    }
    boolean[] wanted = new boolean[(int) known + 1];
    for (Object name : names) {
      wanted[layout.codes().of(name)] = true;
    }
    return then(fact(fact), step("isAmongMany", (Object) wanted));
  }

  /** Questions to a line; {@link RuleChecks} sees to it that no others are asked. */
  private final class LineTests extends CompiledTests {
    LineTests() {
      super(CodedLine.class);
    }

    @Override
    public MethodHandle inCategory(Condition.InCategory condition) {
      return isCoded(Fact.CATEGORY, condition.categories());
    }

    @Override
    public MethodHandle isSku(Condition.IsSku condition) {
      return isCoded(Fact.SKU, condition.skus());
    }
  }

  /** Questions to an activity on behalf of a rule. */
  private final class EventTests extends CompiledTests {
    private final EarningRule rule;

    EventTests(EarningRule rule) {
      super(CodedActivity.class);
      this.rule = rule;
    }

    @Override
    public MethodHandle inCategory(Condition.InCategory condition) {
      return anyLine(isCoded(Fact.CATEGORY, condition.categories()));
    }

    @Override
    public MethodHandle isSku(Condition.IsSku condition) {
      return anyLine(isCoded(Fact.SKU, condition.skus()));
    }

    @Override
    public MethodHandle onChannel(Condition.OnChannel condition) {
      return isCoded(Fact.CHANNEL, condition.channels());
    }

    @Override
    public MethodHandle withPartner(Condition.WithPartner condition) {
      return isCoded(Fact.PARTNER, condition.partners());
    }

    @Override
    public MethodHandle atLocation(Condition.AtLocation condition) {
      return isCoded(Fact.LOCATION, condition.locations());
    }

    @Override
    public MethodHandle amountAtLeast(Condition.AmountAtLeast condition) {
      return isAtLeast(condition.minimum());
    }

    @Override
    public MethodHandle amountBelow(Condition.AmountBelow condition) {
      return both(isPurchaseIn(condition.limit()), isNot(isAtLeast(condition.limit())));
    }

    private MethodHandle isAtLeast(ExactMoney money) {
      return both(isPurchaseIn(money), then(amount(rule), step("isAtLeast", money.minor())));
    }

    @Override
    public MethodHandle onWeekday(Condition.OnWeekday condition) {
      long days = 0;
      for (var day : condition.days()) {
        days |= 1L << day.getValue();
      }
      return then(fact(Fact.WEEKDAY), step("isAmong", days));
    }

    @Override
    public MethodHandle inTimeOfDay(Condition.InTimeOfDay condition) {
      long from = ActivityCoder.firstMicroFrom(condition.from());
      long until = ActivityCoder.firstMicroFrom(condition.until());
      MethodHandle time = fact(Fact.MICRO_OF_DAY);
      return condition.from().isBefore(condition.until())
          ? then(time, step("isWithin", from, until))
          : isNot(then(time, step("isWithin", until, from)));
    }

    @Override
    public MethodHandle inDates(Condition.InDates condition) {
      return isIn(condition.span());
    }

    @Override
    public MethodHandle isFirstPurchase(Condition.IsFirstPurchase condition) {
      return hasAny(Fact.FIRST_PURCHASE, 1);
    }

    @Override
    public MethodHandle inSegment(Condition.InSegment condition) {
      long segments = 0;
      for (Segment segment : condition.segments()) {
        segments |= ActivityCoder.segmentBit(layout.codes().of(segment));
      }
      return hasAny(Fact.SEGMENTS, segments);
    }

    @Override
    public MethodHandle isKind(Condition.IsKind condition) {
      return isCoded(Fact.KIND, condition.kinds());
    }
  }
}
