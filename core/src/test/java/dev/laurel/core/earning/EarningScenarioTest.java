package dev.laurel.core.earning;

import static dev.laurel.core.earning.Earnings.NOBODY;
import static dev.laurel.core.earning.Earnings.NOON;
import static dev.laurel.core.earning.Earnings.STARS;
import static dev.laurel.core.earning.Earnings.accrue;
import static dev.laurel.core.earning.Earnings.base;
import static dev.laurel.core.earning.Earnings.earned;
import static dev.laurel.core.earning.Earnings.eur;
import static dev.laurel.core.earning.Earnings.granted;
import static dev.laurel.core.earning.Earnings.line;
import static dev.laurel.core.earning.Earnings.multiplier;
import static dev.laurel.core.earning.Earnings.perAmount;
import static dev.laurel.core.earning.Earnings.purchase;
import static dev.laurel.core.earning.Earnings.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Remainder;
import dev.laurel.core.activity.Return;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The earning half of the worked scenarios. */
class EarningScenarioTest {
  private static final EarningRule ONE_PER_TEN =
      base("base", new Formula.PerStep(eur("10.00"), STARS.points(1))).build();

  @Nested
  class Scenario1MultiplierDropsFractions {
    @Test
    void fourTimesOneAndAHalfIsSixOfWhichTwoAreThePromotion() {
      assertThat(granted(accrue(book(3, 2), purchase("4.00")))).containsExactly(4L, 2L);
    }

    @Test
    void fiveTimesThreeIsFifteen() {
      assertThat(earned(book(3, 1), purchase("5.00"))).isEqualTo(15);
    }

    @Test
    void fiveTimesOneAndAHalfIsSeven() {
      assertThat(earned(book(3, 2), purchase("5.00"))).isEqualTo(7);
    }

    @Test
    void aChainIsRoundedOnceAndItsStepsAreWhole() {
      RuleBook book = RuleBook.of(
          base("base", perAmount(3, "2.00")).build(),
          rule("double", multiplier(2, 1)).build());

      Accrual accrual = accrue(book, purchase("19.99"));

      assertThat(granted(accrual)).containsExactly(29L, 30L);
      assertThat(accrual.steps().get(0).exact()).isEqualTo(Ratio.parse("29.985"));
    }

    private RuleBook book(long numerator, long denominator) {
      return RuleBook.of(
          base("base", perAmount(1, "1.00")).build(),
          rule("bonus", multiplier(numerator, denominator)).build());
    }
  }

  @Nested
  class Scenarios2And3Refunds {
    @Test
    void twoHalvesComingBackTakeOnePointOnce() {
      RuleBook book = RuleBook.of(ONE_PER_TEN);

      assertThat(keptAfter(book, "10.00", "5.00")).isZero();
      assertThat(keptAfter(book, "10.00", "5.00", "5.00")).isZero();
    }

    @Test
    void whatIsLeftOfAHundredIsTwentyFiveHoweverItCameBack() {
      RuleBook book = RuleBook.of(base("base", perAmount(1, "1.00")).build());

      assertThat(keptAfter(book, "100.00", "75.00")).isEqualTo(25);
      assertThat(keptAfter(book, "100.00", "25.00", "25.00", "25.00")).isEqualTo(25);
    }

    private long keptAfter(RuleBook book, String price, String... refunds) {
      List<Return.Part> parts = new ArrayList<>();
      for (String refund : refunds) {
        parts.add(new Return.Amount(eur(refund)));
      }
      return Remainder.of(purchase(price), parts) instanceof Remainder.Left left
          ? earned(book, left.purchase())
          : 0;
    }
  }

  @Nested
  class Scenario20PromotionByEventDate {
    private final ProgramCalendar calendar = ProgramCalendar.of(ZoneOffset.UTC);
    private final Span march =
        calendar.spanOf(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));
    private final RuleBook book = RuleBook.of(
        base("base", perAmount(1, "1.00")).build(),
        rule("march", multiplier(2, 1)).active(march).build());

    @Test
    void thePurchaseOfTheLastDayCountsTwiceHoweverLateItBecomesKnown() {
      Purchase late = Earnings.shopping("r-1", Instant.parse("2026-03-31T23:59:59Z"))
          .recordedAt(Instant.parse("2026-04-03T09:00:00Z"))
          .addLine(line("goods", "10.00"))
          .build();

      assertThat(earned(book, late)).isEqualTo(20);
    }

    @Test
    void thePurchaseOfTheNextDayCountsOnce() {
      Purchase next =
          purchase("r-1", Instant.parse("2026-04-01T00:00:00Z"), line("goods", "10.00"));

      Accrual accrual = accrue(book, next);

      assertThat(accrual.total(STARS).units()).isEqualTo(10);
      assertThat(accrual.skipped())
          .containsExactly(new Skipped(RuleId.of("march"), new SkipReason.NotActive(march)));
    }
  }

  @Nested
  class Scenario22CrossingATierAtEventStart {
    private final RuleBook book = RuleBook.of(
        base("base", perAmount(1, "1.00")).build(),
        rule("status", new Formula.StatusMultiplier()).build());

    @Test
    void theStatusBeforeTheEventCounts() {
      assertThat(Earning.evaluate(book, purchase("10.00"), NOBODY)
              .orThrow()
              .total(STARS)
              .units())
          .isEqualTo(10);
      assertThat(as("6/5", "Gold")).isEqualTo(12);
      assertThat(as("17/10", "Reserve")).isEqualTo(17);
    }

    @Test
    void theReasonStandsBesideTheNumber() {
      Accrual accrual = Earning.evaluate(book, purchase("10.00"), with("6/5", "Gold since March"))
          .orThrow();

      assertThat(accrual.steps().get(1).working())
          .isEqualTo(new Working.Multiplied(
              RuleId.of("base"), Ratio.of(6, 5), Optional.of("Gold since March")));
    }

    private long as(String factor, String status) {
      return Earning.evaluate(book, purchase("10.00"), with(factor, status))
          .orThrow()
          .total(STARS)
          .units();
    }

    private EarningContext with(String factor, String status) {
      MemberFacts facts = MemberFacts.builder()
          .status(new StatusFactor(Ratio.parse(factor), status))
          .build();
      EarningContext.Builder builder = EarningContext.builder();
      return builder.calendar(NOBODY.calendar()).facts(facts).build();
    }
  }

  @Nested
  class Scenario26GoalOvershoot {
    private final RuleBook book = RuleBook.of(
        rule("miles", new Formula.Goal(GoalTarget.quantity(20_000), STARS.points(500), true))
            .build());

    @Test
    void whatOvershootsCountsForTheNextRound() {
      EarningContext after19 = NOBODY.after(accrue(book, miles("v-1", 19_000)));

      Accrual second = Earning.evaluate(book, miles("v-2", 2_000), after19).orThrow();

      assertThat(second.total(STARS)).isEqualTo(STARS.points(500));
      assertThat(second.steps().get(0).working())
          .isEqualTo(new Working.Reached(GoalTarget.quantity(20_000), 19_000, 21_000, 1));
      Accrual third =
          Earning.evaluate(book, miles("v-3", 18_000), after19.after(second)).orThrow();
      assertThat(third.reasonFor(RuleId.of("miles")))
          .contains(new SkipReason.GoalOpen(GoalTarget.quantity(20_000), 39_000, 1_000));
    }

    @Test
    void oneEventMayCompleteSeveralRounds() {
      assertThat(earned(book, miles("v-1", 65_000))).isEqualTo(1500);
    }

    private Engagement miles(String id, long miles) {
      Engagement.Builder builder = Engagement.builder();
      return builder
          .id(ActivityId.of(id))
          .member(MemberId.of("ann"))
          .kind(ActivityKind.VEHICLE_EVENT)
          .occurredAt(NOON)
          .quantity(miles)
          .build();
    }
  }

  @Test
  void scaleTwoCountsHundredths() {
    PointType miles = new PointType("miles", "Miles", 2, PointType.Use.REDEEMABLE);
    EarningRule.Builder builder = EarningRule.builder();
    EarningRule rule = builder
        .id(RuleId.of("base"))
        .points(miles)
        .formula(
            new Formula.PerAmount(PointRate.of(Points.parse("1.5", miles), eur("1.00")), false))
        .rounding(RoundingMode.FLOOR)
        .build();

    assertThat(accrue(RuleBook.of(rule), purchase("19.99")).total(miles).amount())
        .isEqualTo("29.98");
  }
}
