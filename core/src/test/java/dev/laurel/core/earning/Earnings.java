package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
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
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;

/** Short words for the tests of earning. */
final class Earnings {
  static final PointType STARS = PointType.redeemable("stars", "Stars");
  static final EarningContext NOBODY = EarningContext.of(ZoneOffset.UTC);
  static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

  private Earnings() {}

  static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  static Formula perAmount(long points, String money) {
    return new Formula.PerAmount(PointRate.of(STARS.points(points), eur(money)), false);
  }

  static Formula multiplier(long numerator, long denominator) {
    return new Formula.Multiplier(Ratio.of(numerator, denominator));
  }

  static EarningRule.Builder base(String id, Formula formula) {
    EarningRule.Builder builder = rule(id, formula);
    return builder.rounding(RoundingMode.FLOOR);
  }

  static EarningRule.Builder rule(String id, Formula formula) {
    EarningRule.Builder builder = EarningRule.builder();
    return builder.id(RuleId.of(id)).points(STARS).formula(formula);
  }

  static EarningRule flat(String id, int priority, long points) {
    return rule(id, new Formula.Flat(STARS.points(points))).priority(priority).build();
  }

  static Line line(String category, String price) {
    Line.Builder builder = Line.builder();
    return builder
        .sku(Sku.of("sku-" + category))
        .category(Category.of(category))
        .unitPrice(eur(price))
        .build();
  }

  static Purchase purchase(String id, Instant at, Line... lines) {
    return shopping(id, at).addLines(lines).build();
  }

  static Purchase purchase(String price) {
    return purchase("r-1", NOON, line("goods", price));
  }

  static Purchase.Builder shopping(String id, Instant at) {
    Purchase.Builder builder = Purchase.builder();
    return builder
        .id(ActivityId.of(id))
        .member(MemberId.of("ann"))
        .occurredAt(at)
        .currency("EUR");
  }

  static Tender paid(Tender.Kind kind, String amount) {
    return new Tender(kind, eur(amount));
  }

  static Engagement referral(String referrer, String referee) {
    Engagement.Builder referral = Engagement.builder();
    return referral
        .id(ActivityId.of("ref"))
        .member(MemberId.of(referrer))
        .kind(ActivityKind.REFERRAL)
        .occurredAt(NOON)
        .referred(MemberId.of(referee))
        .build();
  }

  static Accrual accrue(RuleBook book, Activity activity) {
    return Earning.evaluate(book, activity, NOBODY).orThrow();
  }

  static long earned(RuleBook book, Activity activity) {
    return accrue(book, activity).total(STARS).units();
  }

  static ImmutableList<Long> granted(Accrual accrual) {
    return accrual.steps().stream()
        .map(AccrualStep::granted)
        .collect(ImmutableList.toImmutableList());
  }
}
