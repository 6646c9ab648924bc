package dev.laurel.core.earning;

import static dev.laurel.core.earning.Earnings.STARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A book whose rules speak of kinds, with an activity, and now and then numbers near the end of 64
 * bits, so that what can overflow does; the same for the same seed.
 */
final class KindPlansCase {
  private static final LocalDate TODAY = Earnings.NOON.atOffset(ZoneOffset.UTC).toLocalDate();
  private static final long HUGE = Long.MAX_VALUE - 1_000;
  private static final long MOST_MONEY = 1_000_000_000_000_000L;
  private static final List<ActivityKind> KINDS = List.of(
      ActivityKind.PURCHASE,
      ActivityKind.REVIEW,
      ActivityKind.REFERRAL,
      ActivityKind.RETURN,
      ActivityKind.of("visit"));

  final RuleBook book;
  final Activity activity;
  final EarningContext context;
  private final Random random;

  KindPlansCase(long seed) {
    this.random = new Random(seed);
    this.book = book();
    this.activity = activity();
    this.context = context();
  }

  /** The evaluation of all rules, which tells all reasons at once. */
  Evaluation whole() {
    return Earning.evaluate(book, book.plan(), true, new Occasion(activity, context));
  }

  /** The evaluation by a plan, which tells the reasons when they are asked for. */
  Evaluation by(EarningPlan plan) {
    return Earning.evaluate(book, plan, false, new Occasion(activity, context));
  }

  /** Checks that a plan, made of the book and the activity, decides as the plan of all rules. */
  void check(BiFunction<RuleBook, Activity, EarningPlan> plans) {
    Evaluation told = whole();
    Evaluation decided = by(plans.apply(book, activity));
    assertThat(decided).isEqualTo(told);
    if (told instanceof Evaluation.Earned earned) {
      assertThat(decided.orThrow().skipped()).isEqualTo(earned.accrual().skipped());
    }
  }

  private RuleBook book() {
    int count = 1 + random.nextInt(6);
    List<EarningRule> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rules.add(rule("r" + i, i));
    }
    RuleBook.Builder builder = RuleBook.builder();
    builder.addAllRules(rules);
    addGroup(builder, rules, Phase.BASE, "bases");
    addGroup(builder, rules, Phase.MULTIPLIER, "multipliers");
    if (random.nextInt(3) == 0) {
      builder.addCap(Cap.perEvent("event", STARS.points(random.nextInt(60))));
    }
    if (random.nextInt(3) == 0) {
      builder.addCap(Cap.perMember("member", STARS.points(50), month(), "r0"));
    }
    if (random.nextInt(3) == 0) {
      builder.addCap(Cap.perProgram("program", STARS.points(70), month()));
    }
    return builder.putCombination(STARS, pick(List.of(Combination.values()))).build();
  }

  private void addGroup(
      RuleBook.Builder builder, List<EarningRule> rules, Phase phase, String name) {
    RuleGroup.Builder group = RuleGroup.builder();
    boolean isOuter = random.nextBoolean();
    RuleGroup.Builder inner = RuleGroup.builder();
    for (EarningRule rule : rules) {
      if (rule.phase() == phase && random.nextInt(4) != 0) {
        (isOuter || random.nextBoolean() ? group : inner).addRule(rule.id());
      }
    }
    // Rules stand before groups, so that no two members are of one priority.
    inner.id(GroupId.of(name + "-inner")).mode(mode()).priority(100);
    builder.addGroup(
        group.id(GroupId.of(name)).mode(mode()).addGroup(inner.build()).build());
  }

  private RuleGroup.Mode mode() {
    return pick(List.of(RuleGroup.Mode.values()));
  }

  private EarningRule rule(String id, int priority) {
    EarningRule.Builder rule = EarningRule.builder();
    rule.id(RuleId.of(id)).priority(priority).points(STARS).when(condition(2));
    Formula formula = formula();
    rule.formula(formula).stopAfter(random.nextInt(6) == 0);
    if (formula.phase() == Phase.BASE) {
      rule.rounding(RoundingMode.FLOOR);
    }
    if (random.nextInt(5) == 0) {
      rule.lines(Condition.category(Category.of("food")));
    }
    if (random.nextInt(4) == 0) {
      Basis.Builder basis = Basis.builder();
      rule.basis(basis.isBeforeDiscount(true).build());
    }
    if (random.nextInt(5) == 0) {
      rule.limit(AwardLimit.of(1, month()));
    }
    return rule.build();
  }

  private Formula formula() {
    return switch (random.nextInt(11)) {
      case 0, 1 ->
        new Formula.PerAmount(
            PointRate.of(STARS.points(3), Earnings.eur("2.00")), random.nextBoolean());
      case 2 -> new Formula.PerStep(Earnings.eur("1.00"), STARS.points(2));
      case 3 -> new Formula.PerUnit(STARS.points(5));
      case 4, 5 -> new Formula.Multiplier(pick(List.of(Ratio.of(2), Ratio.of(1, 2), Ratio.ONE)));
      case 6 -> new Formula.StatusMultiplier();
      case 7 -> new Formula.FirstTime(STARS.points(9));
      case 8 -> new Formula.Referral(STARS.points(8), STARS.points(4));
      case 9 ->
        new Formula.Goal(
            random.nextBoolean() ? GoalTarget.quantity(3) : GoalTarget.amount(Earnings.eur("5.00")),
            STARS.points(7),
            random.nextBoolean());
      default -> new Formula.Flat(STARS.points(random.nextInt(8) == 0 ? HUGE : 6));
    };
  }

  private Condition condition(int depth) {
    if (depth > 0 && random.nextInt(2) == 0) {
      Condition[] parts = IntStream.range(0, 1 + random.nextInt(3))
          .mapToObj(i -> condition(depth - 1))
          .toArray(Condition[]::new);
      return switch (random.nextInt(4)) {
        case 0, 1 -> Condition.all(parts);
        case 2 -> Condition.any(parts);
        default -> Condition.not(parts[0]);
      };
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> Condition.kind(pick(KINDS), pick(KINDS));
      case 3 -> Condition.category(Category.of("food"));
      case 4 -> Condition.amountAtLeast(Earnings.eur("4.00"));
      case 5 -> Condition.amountBelow(Earnings.eur("9.00"));
      case 6 -> Condition.firstPurchase();
      case 7 -> Condition.countInWindow(pick(KINDS), month(), 2);
      case 8 -> Condition.channel(Channel.of("app"));
      default -> Condition.always();
    };
  }

  private Activity activity() {
    if (random.nextInt(12) == 0) {
      Return.Builder back = Return.builder();
      return back.id(ActivityId.of("back"))
          .member(MemberId.of("ann"))
          .occurredAt(Earnings.NOON)
          .purchase(ActivityId.of("r-1"))
          .build();
    }
    return random.nextInt(2) == 0 ? purchase() : engagement();
  }

  private Purchase purchase() {
    Purchase.Builder purchase = Earnings.shopping("r-1", Earnings.NOON);
    boolean isHuge = random.nextInt(4) == 0;
    int lines = random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      long price = isHuge ? MOST_MONEY : random.nextInt(2_000);
      Line.Builder line = Line.builder();
      purchase.addLine(line.sku(Sku.of("sku-" + i))
          .category(Category.of(random.nextBoolean() ? "food" : "fuel"))
          .unitPrice(ExactMoney.ofMinor("EUR", price))
          .discount(ExactMoney.ofMinor("EUR", isHuge ? price - 900 : 0))
          .build());
    }
    return purchase.channel(channel()).build();
  }

  private Engagement engagement() {
    ActivityKind kind = pick(List.of(
        ActivityKind.REVIEW,
        ActivityKind.REFERRAL,
        ActivityKind.of("visit"),
        ActivityKind.of("else")));
    Engagement.Builder engagement = Engagement.builder();
    engagement
        .id(ActivityId.of("e-1"))
        .member(MemberId.of("ann"))
        .kind(kind)
        .channel(channel())
        .occurredAt(Earnings.NOON)
        .quantity(1 + random.nextInt(4));
    if (kind.equals(ActivityKind.REFERRAL) && random.nextBoolean()) {
      engagement.referred(MemberId.of("ben"));
    }
    return engagement.build();
  }

  private Optional<Channel> channel() {
    return random.nextBoolean() ? Optional.of(Channel.of("app")) : Optional.empty();
  }

  private EarningContext context() {
    MemberFacts.Builder facts = MemberFacts.builder();
    if (random.nextBoolean()) {
      facts.status(new StatusFactor(Ratio.of(3, 2), "Gold"));
    }
    List<HistoryEntry> entries = new ArrayList<>();
    for (ActivityKind kind : KINDS) {
      addCounts(entries, kind);
    }
    entries.add(new HistoryEntry.Progressed(
        RuleId.of("r1"), random.nextInt(3) == 0 ? Long.MAX_VALUE : 2, random.nextInt(2)));
    EarningContext.Builder context = EarningContext.builder();
    return context
        .calendar(Earnings.NOBODY.calendar())
        .facts(facts.build())
        .history(EarningHistory.of(entries))
        .build();
  }

  /** Counts of which, now and then, the sum fits 64 bits and the sum of this month does not. */
  private void addCounts(List<HistoryEntry> entries, ActivityKind kind) {
    LocalDate first = TODAY.withDayOfMonth(1);
    if (random.nextInt(5) == 0) {
      entries.add(new HistoryEntry.Counted(kind, Optional.empty(), first.minusDays(1), -HUGE));
      entries.add(new HistoryEntry.Counted(kind, Optional.empty(), first, HUGE));
      entries.add(new HistoryEntry.Counted(kind, Optional.empty(), TODAY, HUGE));
    } else if (random.nextBoolean()) {
      entries.add(new HistoryEntry.Counted(kind, Optional.empty(), first, 1 + random.nextInt(2)));
    }
  }

  private static Window month() {
    return Window.calendar(CalendarPeriod.MONTH);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
