package dev.laurel.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.laurel.benchmarks.Transaction.Channel;
import dev.laurel.benchmarks.Transaction.Partner;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.EarningHistory;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.HistoryEntry;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Phase;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.StatusFactor;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.ProgramCalendar;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The thirteen rules, and the purchases, in Laurel's words. */
final class LaurelRules {
  static final PointType STARS = PointType.redeemable("stars", "Stars");

  private static final ProgramCalendar CALENDAR = ProgramCalendar.of(Transactions.ZONE);

  private LaurelRules() {}

  static RuleBook book() {
    RuleBook.Builder book = RuleBook.builder();
    book.addRules(
        perAmount("base", 1, 100, Phase.BASE).build(),
        rule("status", new Formula.StatusMultiplier()).build(),
        rule("fuel", new Formula.Multiplier(Ratio.of(2))).when(category("fuel")).build(),
        perAmount("service", 3, 200, Phase.BONUS).lines(category("service")).build(),
        bonus("accessories", new Formula.PerStep(euros(2_500), STARS.points(10)))
            .lines(category("accessories"))
            .build(),
        bonus("coffee", new Formula.PerUnit(STARS.points(5)))
            .lines(category("coffee"))
            .build(),
        flat("weekend", 50)
            .when(Condition.all(
                Condition.weekday(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Condition.amountAtLeast(euros(5_000))))
            .build(),
        flat("evening", 10)
            .when(Condition.timeOfDay(LocalTime.of(17, 0), LocalTime.of(19, 0)))
            .build(),
        flat("app", 25).when(Condition.channel(channel(Channel.APP))).build(),
        flat("online", 100)
            .when(Condition.all(
                Condition.channel(channel(Channel.ONLINE)), Condition.amountAtLeast(euros(10_000))))
            .build(),
        perAmount("hotel", 1, 200, Phase.BONUS)
            .when(Condition.partner(partner(Partner.HOTEL)))
            .build(),
        flat("first", 500).when(Condition.firstPurchase()).build());
    book.addCap(Cap.perEvent("most", STARS.points(1_500)));
    return book.build();
  }

  /** The purchases that transactions stand for. */
  static Activity[] activities(Transaction[] transactions) {
    Activity[] activities = new Activity[transactions.length];
    for (int i = 0; i < transactions.length; i++) {
      activities[i] = activity(transactions[i], i);
    }
    return activities;
  }

  private static Activity activity(Transaction transaction, int number) {
    Purchase.Builder purchase = Purchase.builder();
    purchase
        .id(ActivityId.of("p" + number))
        .member(MemberId.of("m"))
        .occurredAt(transaction.getOccurredAt())
        .channel(channel(transaction.getChannel()))
        .addLine(line(transaction));
    if (transaction.getPartner() != Partner.NONE) {
      purchase.partner(partner(transaction.getPartner()));
    }
    return purchase.build();
  }

  /** What is known of the members who made them; alike for members who are alike. */
  static EarningContext[] contexts(Transaction[] transactions) {
    Map<String, EarningContext> known = new HashMap<>();
    return Arrays.stream(transactions)
        .map(each -> known.computeIfAbsent(
            each.getStatusPercent() + " " + each.isFirst(), key -> context(each)))
        .toArray(EarningContext[]::new);
  }

  private static EarningContext context(Transaction transaction) {
    MemberFacts.Builder facts = MemberFacts.builder();
    int percent = transaction.getStatusPercent();
    if (percent != 100) {
      facts.status(new StatusFactor(Ratio.of(percent, 100), "status of " + percent + " percent"));
    }
    EarningContext.Builder context = EarningContext.builder();
    context
        .calendar(CALENDAR)
        .facts(facts.build())
        .history(transaction.isFirst() ? EarningHistory.empty() : onePurchaseBefore());
    return context.build();
  }

  private static EarningHistory onePurchaseBefore() {
    return EarningHistory.of(ImmutableList.of(new HistoryEntry.Counted(
        ActivityKind.PURCHASE, Optional.empty(), LocalDate.of(2025, 12, 1), 1)));
  }

  private static Line line(Transaction transaction) {
    Line.Builder line = Line.builder();
    line.sku(Sku.of("article"))
        .category(Category.of(name(transaction.getCategory())))
        .quantity(transaction.getQuantity())
        .unitPrice(euros(transaction.getCents() / transaction.getQuantity()));
    return line.build();
  }

  private static EarningRule.Builder perAmount(String id, long stars, long cents, Phase phase) {
    PointRate rate = PointRate.of(STARS.points(stars), euros(cents));
    return rule(id, new Formula.PerAmount(rate, false)).phase(phase).rounding(RoundingMode.FLOOR);
  }

  private static EarningRule.Builder flat(String id, long stars) {
    return rule(id, new Formula.Flat(STARS.points(stars)));
  }

  private static EarningRule.Builder bonus(String id, Formula formula) {
    return rule(id, formula).phase(Phase.BONUS);
  }

  private static EarningRule.Builder rule(String id, Formula formula) {
    EarningRule.Builder rule = EarningRule.builder();
    rule.id(RuleId.of(id)).points(STARS).formula(formula);
    return rule;
  }

  private static Condition category(String name) {
    return Condition.category(Category.of(name));
  }

  private static ExactMoney euros(long cents) {
    return ExactMoney.ofMinor("EUR", cents);
  }

  private static dev.laurel.core.identity.Channel channel(Channel channel) {
    return dev.laurel.core.identity.Channel.of(name(channel));
  }

  private static dev.laurel.core.identity.Partner partner(Partner partner) {
    return dev.laurel.core.identity.Partner.of(name(partner));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
