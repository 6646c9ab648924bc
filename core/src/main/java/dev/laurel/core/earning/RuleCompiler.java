package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledSteps.step;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Span;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The translation of the rules of one point type into a tree of method handles, from a coded
 * activity to points.
 *
 * <p>Rules come here checked by {@link Compilability}, so that every product stays within 64 bits.
 */
final class RuleCompiler {
  private static final MethodType TOTAL = MethodType.methodType(long.class, CodedActivity.class);
  private static final MethodHandle ZERO = constant(0);

  private final RuleBook book;
  private final PointType type;
  private final NameCodes codes;

  /** Whether the tree is for activities of one line only, which spares it the loops. */
  private final boolean isForOneLine;

  private RuleCompiler(RuleBook book, PointType type, NameCodes codes, boolean isForOneLine) {
    this.book = book;
    this.type = type;
    this.codes = codes;
    this.isForOneLine = isForOneLine;
  }

  static MethodHandle compile(RuleBook book, PointType type, NameCodes codes) {
    return MethodHandles.guardWithTest(
        step("hasOneLine"),
        new RuleCompiler(book, type, codes, true).total(),
        new RuleCompiler(book, type, codes, false).total());
  }

  private MethodHandle total() {
    List<MethodHandle> parts = new ArrayList<>();
    for (EarningRule rule : book.rules()) {
      if (rule.points().equals(type) && !rule.isMultiplier()) {
        parts.add(capped(rule, guarded(rule, points(rule))));
      }
    }
    MethodHandle total = sum(parts);
    for (Cap cap : book.caps()) {
      if (cap.rules().isEmpty() && cap.limit().type().equals(type)) {
        total = then(total, step("atMost", cap.limit().units()));
      }
    }
    return total;
  }

  private MethodHandle capped(EarningRule rule, MethodHandle points) {
    MethodHandle capped = points;
    for (Cap cap : book.caps()) {
      if (cap.rules().contains(rule.id())) {
        capped = then(capped, step("atMost", cap.limit().units()));
      }
    }
    return capped;
  }

  /** The points where the rule is in force and its condition is met, otherwise none. */
  private MethodHandle guarded(EarningRule rule, MethodHandle points) {
    MethodHandle guarded = when(test(rule), points);
    if (rule.active().isPresent()) {
      guarded = when(isIn(rule.active().get()), guarded);
    }
    return guarded;
  }

  private MethodHandle test(EarningRule rule) {
    MethodHandle test = rule.when().match(new EventTests(rule));
    return rule.selectsLines() ? both(hasSelectedLine(rule), test) : test;
  }

  private MethodHandle hasSelectedLine(EarningRule rule) {
    return both(step("isPurchase"), anyLine(selector(rule)));
  }

  // Formulas. Each is an exact fraction: a number that depends on the activity, over a fixed one.

  private MethodHandle points(EarningRule rule) {
    CompiledFraction exact = CompiledFraction.of(rule);
    MethodHandle number = number(rule);
    if (rule.phase() == Phase.BASE) {
      List<EarningRule> multipliers = CompiledFraction.multipliersOf(rule, book);
      if (!multipliers.isEmpty()) {
        long unit = CompiledFraction.unitOf(multipliers).longValueExact();
        return rounded(rule, exact.divisor() * unit, product(number, factor(multipliers, unit)));
      }
    }
    return rounded(rule, exact.divisor(), number);
  }

  /** What the formula counts: money by the points of its rate, or points outright. */
  private MethodHandle number(EarningRule rule) {
    Formula formula = rule.formula();
    if (formula instanceof Formula.PerAmount f) {
      MethodHandle number =
          then(amount(rule), step("times", CompiledFraction.of(rule).multiplier()));
      return when(isPurchaseIn(f.rate().money()), number);
    }
    if (formula instanceof Formula.PerStep f) {
      MethodHandle steps = then(amount(rule), step("down", f.step().minor()));
      return when(isPurchaseIn(f.step()), then(steps, step("times", f.points().units())));
    }
    if (formula instanceof Formula.PerUnit f) {
      return then(sumOfLines(rule, step("articles")), step("times", f.points().units()));
    }
    if (formula instanceof Formula.Flat f) {
      return constant(f.points().units());
    }
    throw new IllegalStateException("formula must be checked: " + formula);
  }

  /** One, and what each multiplier that is met has beyond one, in this unit. */
  private MethodHandle factor(List<EarningRule> multipliers, long unit) {
    List<MethodHandle> parts = new ArrayList<>();
    parts.add(constant(unit));
    for (EarningRule rule : multipliers) {
      MethodHandle excess = rule.formula() instanceof Formula.Multiplier multiplier
          ? constant(excess(multiplier.factor(), unit))
          : step("statusExcess", unit / ActivityCoder.FACTOR_UNIT);
      parts.add(guarded(rule, excess));
    }
    return then(sum(parts), step("atLeastZero"));
  }

  private static long excess(Ratio factor, long unit) {
    return factor.minus(Ratio.ONE).times(unit).roundToLong(RoundingMode.UNNECESSARY);
  }

  private static MethodHandle rounded(EarningRule rule, long divisor, MethodHandle number) {
    if (divisor == 1) {
      return number;
    }
    String rounding = switch (rule.roundingOrDown()) {
      case DOWN, FLOOR -> "down";
      case UP, CEILING -> "up";
      case HALF_UP -> "halfUp";
      case HALF_DOWN -> "halfDown";
      case HALF_EVEN -> "halfEven";
      case UNNECESSARY -> throw new IllegalStateException("mode must be checked");
    };
    return then(number, step(rounding, divisor));
  }

  // Amounts and lines.

  private MethodHandle amount(EarningRule rule) {
    Basis basis = rule.basis();
    String ofLine = basis.isBeforeDiscount()
        ? basis.isWithTax() ? "listPriceAndTax" : "listPrice"
        : basis.isWithTax() ? "netAndTax" : "net";
    MethodHandle goods = sumOfLines(rule, step(ofLine));
    return basis.isWithShipping() && selectsShipping(rule.lines())
        ? sum(List.of(goods, step("shipping")))
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
    MethodHandle first = selected.asType(TOTAL);
    return isForOneLine ? first : sum(List.of(first, step("sumFurther", selected)));
  }

  private MethodHandle anyLine(MethodHandle test) {
    MethodHandle first = test.asType(TOTAL.changeReturnType(boolean.class));
    return isForOneLine ? first : either(first, step("isAnyFurther", test));
  }

  /** The question to a line whether the rule looks at it. */
  private MethodHandle selector(EarningRule rule) {
    MethodHandle chosen = rule.lines().match(new LineTests());
    return rule.basis().excludedCategories().isEmpty()
        ? chosen
        : both(isNot(isCoded("category", rule.basis().excludedCategories())), chosen);
  }

  /** Shipping has neither category nor article. */
  private static boolean selectsShipping(Condition lines) {
    if (lines instanceof Condition.Not c) {
      return !selectsShipping(c.of());
    }
    if (lines instanceof Condition.All c) {
      return c.of().stream().allMatch(RuleCompiler::selectsShipping);
    }
    if (lines instanceof Condition.Any c) {
      return c.of().stream().anyMatch(RuleCompiler::selectsShipping);
    }
    return lines instanceof Condition.Always;
  }

  // Conditions.

  private MethodHandle isPurchaseIn(ExactMoney money) {
    return step("isPurchaseIn", codes.of(money.currency()));
  }

  private static MethodHandle isIn(Span span) {
    return step("isBetween", ActivityCoder.micros(span.from()), ActivityCoder.micros(span.until()));
  }

  /** The question whether the code that this step reads is one of these names. */
  private MethodHandle isCoded(String reader, Iterable<?> names) {
    MethodHandle read = step(reader);
    long few = 0;
    int largest = 0;
    int count = 0;
    for (Object name : names) {
      largest = Math.max(largest, codes.of(name));
      few |= 1L << codes.of(name);
      count++;
    }
    Class<?> sort = names.iterator().next().getClass();
    if (count == 1) {
      return MethodHandles.filterReturnValue(read, step("isCode", largest));
    }
    if (codes.count(sort) < Long.SIZE) {
      return MethodHandles.filterReturnValue(read, step("isAmong", few));
    }
    boolean[] wanted = new boolean[(int) codes.count(sort) + 1];
    for (Object name : names) {
      wanted[codes.of(name)] = true;
    }
    return MethodHandles.filterReturnValue(read, step("isAmongMany", (Object) wanted));
  }

  /** Questions to a line; {@link RuleChecks} sees to it that no others are asked. */
  private final class LineTests extends CompiledTests {
    LineTests() {
      super(CodedLine.class);
    }

    @Override
    public MethodHandle inCategory(Condition.InCategory condition) {
      return isCoded("category", condition.categories());
    }

    @Override
    public MethodHandle isSku(Condition.IsSku condition) {
      return isCoded("sku", condition.skus());
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
      return anyLine(isCoded("category", condition.categories()));
    }

    @Override
    public MethodHandle isSku(Condition.IsSku condition) {
      return anyLine(isCoded("sku", condition.skus()));
    }

    @Override
    public MethodHandle onChannel(Condition.OnChannel condition) {
      return isCoded("channel", condition.channels());
    }

    @Override
    public MethodHandle withPartner(Condition.WithPartner condition) {
      return isCoded("partner", condition.partners());
    }

    @Override
    public MethodHandle atLocation(Condition.AtLocation condition) {
      return isCoded("location", condition.locations());
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
          isPurchaseIn(money),
          MethodHandles.filterReturnValue(amount(rule), step("isAtLeast", money.minor())));
    }

    @Override
    public MethodHandle onWeekday(Condition.OnWeekday condition) {
      int days = 0;
      for (var day : condition.days()) {
        days |= 1 << day.getValue();
      }
      return step("isOnDays", days);
    }

    @Override
    public MethodHandle inTimeOfDay(Condition.InTimeOfDay condition) {
      long from = condition.from().toNanoOfDay();
      long until = condition.until().toNanoOfDay();
      return from < until
          ? step("isInTimeOfDay", from, until)
          : isNot(step("isInTimeOfDay", until, from));
    }

    @Override
    public MethodHandle inDates(Condition.InDates condition) {
      return isIn(condition.span());
    }

    @Override
    public MethodHandle isFirstPurchase(Condition.IsFirstPurchase condition) {
      return step("isFirstPurchase");
    }

    @Override
    public MethodHandle inSegment(Condition.InSegment condition) {
      long segments = 0;
      for (Segment segment : condition.segments()) {
        segments |= 1L << codes.of(segment);
      }
      return step("isInSegments", segments);
    }

    @Override
    public MethodHandle isKind(Condition.IsKind condition) {
      return isCoded("kind", condition.kinds());
    }
  }

  // Trees.

  private static MethodHandle constant(long value) {
    return MethodHandles.dropArguments(
        MethodHandles.constant(long.class, value), 0, CodedActivity.class);
  }

  private static MethodHandle then(MethodHandle first, MethodHandle next) {
    return MethodHandles.filterReturnValue(first, next);
  }

  private static MethodHandle when(MethodHandle test, MethodHandle points) {
    return MethodHandles.guardWithTest(test, points, ZERO);
  }

  private static MethodHandle both(MethodHandle left, MethodHandle right) {
    return CompiledTests.both(left, right);
  }

  private static MethodHandle either(MethodHandle left, MethodHandle right) {
    return isNot(both(isNot(left), isNot(right)));
  }

  private static MethodHandle isNot(MethodHandle test) {
    return then(test, step("isNot"));
  }

  private static MethodHandle product(MethodHandle left, MethodHandle right) {
    return joined(step("product"), left, right);
  }

  /** The sum as a balanced tree, so that it is no deeper than it must be. */
  private static MethodHandle sum(List<MethodHandle> parts) {
    if (parts.isEmpty()) {
      return ZERO;
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    int half = parts.size() / 2;
    return joined(step("sum"), sum(parts.subList(0, half)), sum(parts.subList(half, parts.size())));
  }

  private static MethodHandle joined(MethodHandle two, MethodHandle left, MethodHandle right) {
    return MethodHandles.permuteArguments(
        MethodHandles.filterArguments(two, 0, left, right), TOTAL, 0, 0);
  }
}
