package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledSteps.step;
import static dev.laurel.core.earning.HandleTrees.both;
import static dev.laurel.core.earning.HandleTrees.constant;
import static dev.laurel.core.earning.HandleTrees.either;
import static dev.laurel.core.earning.HandleTrees.isNot;
import static dev.laurel.core.earning.HandleTrees.sum;
import static dev.laurel.core.earning.HandleTrees.then;
import static dev.laurel.core.earning.HandleTrees.when;
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
        ? Optional.of(both(isSet(Fact.PURCHASE), anyLine(selector(rule))))
        : Optional.empty();
  }

  /** Whether the member has a status that multiplies. */
  MethodHandle hasStatus() {
    return isSet(Fact.STATUS);
  }

  // What rules count. Each is an exact fraction: a number that depends on the activity, over a
  // fixed one.

  /**
   * Money by the points of its rate, or points outright; for a purchase in the right currency with
   * a line that the rule looks at.
   */
  MethodHandle number(EarningRule rule) {
    Formula formula = rule.formula();
    if (formula instanceof Formula.PerAmount) {
      return then(chosenAmount(rule), step("times", CompiledFraction.of(rule).multiplier()));
    }
    if (formula instanceof Formula.PerStep f) {
      MethodHandle steps = then(chosenAmount(rule), step("down", f.step().minor()));
      return then(steps, step("times", f.points().units()));
    }
    if (formula instanceof Formula.PerUnit f) {
      return then(sumOfChosen(rule, step("articles")), step("times", f.points().units()));
    }
    if (formula instanceof Formula.Flat f) {
      return constant(f.points().units(), CodedActivity.class);
    }
    throw new IllegalStateException("formula must be checked: " + formula);
  }

  /** What the factor of a multiplier has beyond one, in this unit. */
  MethodHandle excess(EarningRule rule, long unit) {
    if (rule.formula() instanceof Formula.Multiplier multiplier) {
      Ratio excess = multiplier.factor().minus(Ratio.ONE).times(unit);
      return constant(excess.roundToLong(RoundingMode.UNNECESSARY), CodedActivity.class);
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

  /** The amount of the lines that the rule looks at, of which there may be none. */
  private MethodHandle amount(EarningRule rule) {
    return withShipping(rule, sumOfLines(amountOfLine(rule), Optional.of(selector(rule))));
  }

  /** The same where it is known that the rule looks at a line. */
  private MethodHandle chosenAmount(EarningRule rule) {
    return withShipping(rule, sumOfChosen(rule, amountOfLine(rule)));
  }

  /** If there is one line only, and one that the rule looks at, it is that one. */
  private MethodHandle sumOfChosen(EarningRule rule, MethodHandle ofLine) {
    boolean isKnown = isForOneLine && rule.selectsLines();
    return sumOfLines(ofLine, isKnown ? Optional.empty() : Optional.of(selector(rule)));
  }

  private MethodHandle sumOfLines(MethodHandle ofLine, Optional<MethodHandle> selector) {
    MethodHandle selected = selector.map(chosen -> when(chosen, ofLine)).orElse(ofLine);
    MethodHandle first = selected.asType(NUMBER);
    return isForOneLine ? first : sum(List.of(first, step("sumFurther", selected)));
  }

  private MethodHandle amountOfLine(EarningRule rule) {
    int column = layout.amounts().indexOf(LineAmount.of(rule.basis()));
    return column == 0 ? step("amount") : step("further", column - 1);
  }

  private MethodHandle withShipping(EarningRule rule, MethodHandle goods) {
    return rule.basis().isWithShipping() && selectsShipping(rule.lines())
        ? sum(List.of(goods, step("further", layout.shippingAt()).asType(NUMBER)))
        : goods;
  }

  private MethodHandle anyLine(MethodHandle test) {
    MethodHandle first = test.asType(NUMBER);
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
        .asType(NUMBER);
  }

  private MethodHandle isIn(Span span) {
    MethodHandle moment = step("further", layout.momentAt()).asType(NUMBER);
    return then(
        moment,
        step("isWithin", ActivityCoder.micros(span.from()), ActivityCoder.micros(span.until())));
  }

  /** Whether a fact is so, which is said in one bit of the first word. */
  private MethodHandle isSet(Fact fact) {
    return step("isSet", requireNonNull(layout.cell(fact)).shift()).asType(NUMBER);
  }

  /** The number in a cell; of a line, where it is a fact of lines. */
  private MethodHandle fact(Fact fact) {
    Cell cell = requireNonNull(layout.cell(fact));
    if (cell.word() > 0) {
      return step("furtherFact", layout.moreAt(cell.word()), cell.shift(), cell.mask())
          .asType(NUMBER);
    }
    MethodHandle read = step("fact", cell.shift(), cell.mask());
    return fact == Fact.CATEGORY || fact == Fact.SKU ? read : read.asType(NUMBER);
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
    long[] wanted = new long[(int) known / Long.SIZE + 1];
    for (Object name : names) {
      int code = layout.codes().of(name);
      wanted[code / Long.SIZE] |= 1L << code;
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
      return both(
          isPurchaseIn(money), then(amount(rule), step("isAtLeast", Math.max(0, money.minor()))));
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
      return isSet(Fact.FIRST_PURCHASE);
    }

    @Override
    public MethodHandle inSegment(Condition.InSegment condition) {
      long segments = 0;
      for (Segment segment : condition.segments()) {
        segments |= ActivityCoder.segmentBit(layout.codes().of(segment));
      }
      return then(fact(Fact.SEGMENTS), step("isAnyOf", segments));
    }

    @Override
    public MethodHandle isKind(Condition.IsKind condition) {
      return isCoded(Fact.KIND, condition.kinds());
    }
  }
}
