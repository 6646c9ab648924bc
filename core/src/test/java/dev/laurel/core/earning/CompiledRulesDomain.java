package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.Location;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.DomainContextBase;

/** Rule books of what can be compiled, and of a little that cannot, with activities for them. */
final class CompiledRulesDomain extends DomainContextBase {
  static final PointType STARS = PointType.redeemable("stars", "Stars");
  static final PointType MILES = PointType.redeemable("miles", "Miles");

  private static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));
  private static final Instant START = Instant.parse("2026-03-27T22:00:00Z");
  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final List<Segment> FEW_SEGMENTS = List.of(Segment.of("s0"), Segment.of("s1"));
  private static final ImmutableSet<Segment> SEGMENTS = IntStream.range(0, 40)
      .mapToObj(i -> Segment.of("s" + i))
      .collect(ImmutableSet.toImmutableSet());

  /** A formula for a rule of this type of points, and what goes with it. */
  private interface Draft {
    EarningRule.Builder of(EarningRule.Builder rule, PointType type);
  }

  private record Basket(List<Line> lines, long shipping, int paidWithPoints) {}

  @Provide
  Arbitrary<RuleBook> books() {
    Arbitrary<List<EarningRule.Builder>> rules = rules().list().ofMaxSize(8);
    Arbitrary<Combination> combination =
        Arbitraries.frequency(mostly(Combination.ADD_EXCESS), rarely(Combination.MULTIPLY));
    return Combinators.combine(rules, caps(), combination).as(CompiledRulesDomain::book);
  }

  /** An activity with what is known of its member. */
  record Event(Activity activity, EarningContext context) {}

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(activities(), contexts()).as(Event::new).list().ofSize(6);
  }

  private static Arbitrary<Activity> activities() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, purchases()), Tuple.of(3, engagements()), Tuple.of(1, returns()));
  }

  private static Arbitrary<EarningContext> contexts() {
    Arbitrary<Optional<Ratio>> factors = Arbitraries.of(
            Ratio.of(1),
            Ratio.of(5, 4),
            Ratio.of(2),
            Ratio.of(1, 2),
            Ratio.of(12_345, 10_000),
            Ratio.of(7, 5),
            Ratio.of(4, 3),
            Ratio.of(1000))
        .optional();
    Arbitrary<Set<Segment>> segments = Arbitraries.of(SEGMENTS).set().ofMaxSize(3);
    return Combinators.combine(factors, segments, Arbitraries.longs().between(0, 2))
        .as(CompiledRulesDomain::context);
  }

  private static RuleBook book(
      List<EarningRule.Builder> rules, List<Cap> caps, Combination combination) {
    RuleBook.Builder book = RuleBook.builder();
    List<EarningRule> named = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      named.add(rules.get(i).id(RuleId.of("r" + i)).build());
    }
    for (int i = 0; i < caps.size(); i++) {
      Points limit = caps.get(i).limit();
      // A cap of one rule, where there is such a rule.
      if (i == 0 || named.isEmpty()) {
        book.addCap(Cap.perEvent("c" + i, limit));
      } else {
        EarningRule rule = named.get(i % named.size());
        book.addCap(
            Cap.perEvent("c" + i, rule.points().points(limit.units()), rule.id().value()));
      }
    }
    book.addAllRules(named);
    return book.addAllSegments(SEGMENTS)
        .putAllCombinations(ImmutableMap.of(STARS, combination))
        .build();
  }

  private static Arbitrary<List<Cap>> caps() {
    return Arbitraries.longs()
        .between(0, 3_000)
        .map(limit -> Cap.perEvent("c", STARS.points(limit)))
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<EarningRule.Builder> rules() {
    Arbitrary<Draft> points = Arbitraries.frequencyOf(
        Tuple.of(2, perAmount()),
        Tuple.of(1, whole(CompiledRulesDomain::perStep)),
        Tuple.of(1, whole(CompiledRulesDomain::perUnit)),
        Tuple.of(1, whole(CompiledRulesDomain::flat)));
    // A multiplier of some lines cannot be compiled, so there are few of them.
    return Arbitraries.frequencyOf(
        Tuple.of(30, rules(points, lines(2))),
        Tuple.of(10, rules(multiplier(), Arbitraries.just(Condition.always()))),
        Tuple.of(1, rules(multiplier(), lines(1))));
  }

  private static Arbitrary<EarningRule.Builder> rules(
      Arbitrary<Draft> formulas, Arbitrary<Condition> lines) {
    Arbitrary<PointType> types = Arbitraries.frequency(mostly(STARS), rarely(MILES));
    return Combinators.combine(
            formulas, types, conditions(3), lines, bases(), spans().optional(0.2))
        .as((formula, type, when, selected, basis, active) -> {
          EarningRule.Builder rule = EarningRule.builder();
          rule.points(type).when(when).lines(selected).basis(basis).active(active);
          return formula.of(rule, type);
        });
  }

  private static Arbitrary<Draft> perAmount() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 1_000),
            Arbitraries.longs().between(1, 10_000),
            currencies(),
            roundings(),
            Arbitraries.of(Phase.BASE, Phase.BASE, Phase.BONUS))
        .as((points, minor, currency, rounding, phase) ->
            (rule, type) -> rule.formula(new Formula.PerAmount(
                    PointRate.of(type.points(points), ExactMoney.ofMinor(currency, minor)), false))
                .rounding(rounding)
                .phase(phase));
  }

  private static Arbitrary<Draft> whole(BiFunction<Long, PointType, Formula> formula) {
    return Combinators.combine(
            Arbitraries.longs().between(0, 5_000), roundings(), Arbitraries.of(true, false))
        .as((points, rounding, isBase) -> (rule, type) -> isBase
            ? rule.formula(formula.apply(points, type)).phase(Phase.BASE).rounding(rounding)
            : rule.formula(formula.apply(points, type)).phase(Phase.BONUS));
  }

  private static Formula perStep(long points, PointType type) {
    return new Formula.PerStep(ExactMoney.ofMinor("EUR", 1 + points), type.points(points));
  }

  private static Formula perUnit(long points, PointType type) {
    return new Formula.PerUnit(type.points(points));
  }

  private static Formula flat(long points, PointType type) {
    return new Formula.Flat(type.points(points == 5_000 ? Long.MAX_VALUE / 2 : points));
  }

  private static Arbitrary<Draft> multiplier() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 7), Arbitraries.longs().between(0, 4))
        .as((numerator, denominator) -> (rule, type) -> rule.formula(
            denominator == 0
                ? new Formula.StatusMultiplier()
                : new Formula.Multiplier(Ratio.of(numerator, denominator))));
  }

  private static Arbitrary<Basis> bases() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(
            flag, flag, flag, Arbitraries.of(NAMES).map(Category::of).set().ofMaxSize(1))
        .as((discount, tax, shipping, excluded) -> {
          Basis.Builder basis = Basis.builder();
          return basis
              .isBeforeDiscount(discount)
              .isWithTax(tax)
              .isWithShipping(shipping)
              .addAllExcludedCategories(discount && tax && shipping ? excluded : Set.of())
              .build();
        });
  }

  private static Arbitrary<Condition> lines(int depth) {
    Arbitrary<Condition> always = Arbitraries.just(Condition.always());
    Arbitrary<Condition> leaf = Arbitraries.oneOf(
        always,
        names(Category::of).map(Condition.InCategory::new),
        names(Sku::of).map(Condition.IsSku::new));
    return Arbitraries.frequencyOf(Tuple.of(2, always), Tuple.of(1, tree(leaf, depth)));
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> always = Arbitraries.just(Condition.always());
    List<Arbitrary<Condition>> leaves = new ArrayList<>();
    leaves.add(always);
    leaves.add(names(Category::of).map(Condition.InCategory::new));
    leaves.add(names(Sku::of).map(Condition.IsSku::new));
    leaves.add(names(Channel::of).map(Condition.OnChannel::new));
    leaves.add(names(Partner::of).map(Condition.WithPartner::new));
    leaves.add(names(Location::of).map(Condition.AtLocation::new));
    leaves.add(money().map(Condition::amountAtLeast));
    leaves.add(money().map(Condition::amountBelow));
    leaves.add(Arbitraries.of(DayOfWeek.class)
        .set()
        .ofMinSize(1)
        .map(days -> new Condition.OnWeekday(ImmutableSet.copyOf(days))));
    leaves.add(Combinators.combine(
            Arbitraries.integers().between(0, 23), Arbitraries.integers().between(1, 23))
        .as((from, length) ->
            Condition.timeOfDay(LocalTime.of(from, 0), LocalTime.of((from + length) % 24, 0))));
    leaves.add(spans().map(Condition::dates));
    leaves.add(Arbitraries.just(Condition.firstPurchase()));
    leaves.add(Arbitraries.of(FEW_SEGMENTS)
        .set()
        .ofMinSize(1)
        .map(segments -> new Condition.InSegment(ImmutableSet.copyOf(segments))));
    // So many that they need a word of their own.
    leaves.add(Arbitraries.just(new Condition.InSegment(SEGMENTS)));
    leaves.add(
        Arbitraries.of(Condition.kind(ActivityKind.PURCHASE), Condition.kind(ActivityKind.REVIEW)));
    Arbitrary<Condition> leaf = Arbitraries.oneOf(leaves);
    return Arbitraries.frequencyOf(Tuple.of(1, always), Tuple.of(2, tree(leaf, depth)));
  }

  private static Arbitrary<Condition> tree(Arbitrary<Condition> leaf, int depth) {
    return Arbitraries.recursive(
        () -> leaf,
        smaller -> Arbitraries.oneOf(
            leaf,
            smaller.map(Condition::not),
            smaller.list().ofMaxSize(3).map(of -> new Condition.All(ImmutableList.copyOf(of))),
            smaller
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(of -> new Condition.Any(ImmutableList.copyOf(of)))),
        0,
        depth);
  }

  private static <T> Arbitrary<ImmutableSet<T>> names(Function<String, T> of) {
    return Arbitraries.of(NAMES)
        .set()
        .ofMinSize(1)
        .ofMaxSize(2)
        .flatMap(few -> Arbitraries.frequency(Tuple.of(20, few), Tuple.of(1, withMany(few))))
        .map(names -> names.stream().map(of).collect(ImmutableSet.toImmutableSet()));
  }

  /** More names than a word has bits. */
  private static Set<String> withMany(Set<String> few) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.addAll(few);
    IntStream.range(0, 70).forEach(i -> names.add("n" + i));
    return names.build();
  }

  private static Arbitrary<Span> spans() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 200), Arbitraries.longs().between(1, 200))
        .as((from, hours) -> Span.of(at(from), at(from + hours)));
  }

  private static Instant at(long hours) {
    return START.plusSeconds(3_600 * hours);
  }

  private static Arbitrary<ExactMoney> money() {
    return Combinators.combine(currencies(), Arbitraries.longs().between(0, 50_000))
        .as(ExactMoney::ofMinor);
  }

  private static Arbitrary<String> currencies() {
    return Arbitraries.frequency(mostly("EUR"), rarely("USD"));
  }

  private static Arbitrary<RoundingMode> roundings() {
    return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
  }

  private static <T> Tuple2<Integer, T> mostly(T value) {
    return Tuple.of(9, value);
  }

  private static <T> Tuple2<Integer, T> rarely(T value) {
    return Tuple.of(1, value);
  }

  private static Arbitrary<Activity> purchases() {
    Arbitrary<Basket> baskets = currencies()
        .flatMap(currency -> Combinators.combine(
                line(currency).list().ofMinSize(1).ofMaxSize(4),
                Arbitraries.longs().between(0, 2_000),
                Arbitraries.frequency(mostly(0), rarely(30)))
            .as(Basket::new));
    return Combinators.combine(
            baskets,
            Arbitraries.longs().between(0, 400),
            name().optional(),
            name().optional(),
            name().optional())
        .as(CompiledRulesDomain::purchase);
  }

  private static Activity purchase(
      Basket basket,
      long hours,
      Optional<String> channel,
      Optional<String> partner,
      Optional<String> location) {
    String currency =
        basket.lines().isEmpty() ? "EUR" : basket.lines().get(0).unitPrice().currency();
    Purchase.Builder purchase = Purchase.builder();
    purchase
        .id(ActivityId.of("p"))
        .member(MemberId.of("ann"))
        .occurredAt(at(hours))
        .channel(channel.map(Channel::of))
        .partner(partner.map(Partner::of))
        .location(location.map(Location::of))
        .currency(currency)
        .addAllLines(basket.lines())
        .shipping(ExactMoney.ofMinor(currency, basket.shipping()));
    if (basket.paidWithPoints() > 0) {
      ExactMoney total = ExactMoney.ofMinor(currency, basket.shipping());
      for (Line line : basket.lines()) {
        total = total.plus(line.total());
      }
      ExactMoney points = total.times(Ratio.of(basket.paidWithPoints(), 100), RoundingMode.DOWN);
      purchase.addTenders(
          new Tender(Tender.Kind.POINTS, points),
          new Tender(Tender.Kind.CARD, total.minus(points)));
    }
    return purchase.build();
  }

  private static Arbitrary<Line> line(String currency) {
    Arbitrary<Long> prices = Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.longs().between(0, 30_000)),
        Tuple.of(1, Arbitraries.longs().between(500_000_000_000L, 1_000_000_000_000_000L)));
    return Combinators.combine(
            prices,
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 100),
            Arbitraries.longs().between(0, 3_000),
            name().optional(),
            name())
        .as((price, quantity, discount, tax, category, sku) -> {
          Line.Builder line = Line.builder();
          return line.sku(Sku.of(sku))
              .category(category.map(Category::of))
              .quantity(quantity)
              .unitPrice(ExactMoney.ofMinor(currency, price))
              .discount(ExactMoney.ofMinor(currency, Math.min(1_000_000, price) * discount / 100))
              .tax(ExactMoney.ofMinor(currency, tax))
              .build();
        });
  }

  /** One name more than rules speak of. */
  private static Arbitrary<String> name() {
    return Arbitraries.of("a", "b", "c", "d", "e");
  }

  private static Arbitrary<Activity> engagements() {
    return Combinators.combine(
            Arbitraries.of(ActivityKind.REVIEW, ActivityKind.TEST_DRIVE),
            Arbitraries.longs().between(1, 5_000),
            Arbitraries.longs().between(0, 400),
            name().optional())
        .as((kind, quantity, hours, channel) -> {
          Engagement.Builder engagement = Engagement.builder();
          return engagement
              .id(ActivityId.of("e"))
              .member(MemberId.of("ann"))
              .kind(kind)
              .quantity(quantity)
              .occurredAt(at(hours))
              .channel(channel.map(Channel::of))
              .build();
        });
  }

  private static Arbitrary<Activity> returns() {
    return Arbitraries.longs().between(0, 400).map(hours -> {
      Return.Builder back = Return.builder();
      return back.id(ActivityId.of("b"))
          .member(MemberId.of("ann"))
          .purchase(ActivityId.of("p"))
          .occurredAt(at(hours))
          .build();
    });
  }

  private static EarningContext context(
      Optional<Ratio> factor, Set<Segment> segments, long purchasesBefore) {
    MemberFacts.Builder facts = MemberFacts.builder();
    facts.addAllSegments(segments).status(factor.map(ratio -> new StatusFactor(ratio, "gold")));
    EarningContext.Builder context = EarningContext.builder();
    return context
        .calendar(CALENDAR)
        .facts(facts.build())
        .history(
            purchasesBefore == 0
                ? EarningHistory.empty()
                : EarningHistory.of(ImmutableList.of(new HistoryEntry.Counted(
                    ActivityKind.PURCHASE,
                    Optional.empty(),
                    LocalDate.of(2026, 1, 2),
                    purchasesBefore))))
        .build();
  }
}
