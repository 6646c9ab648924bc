package dev.laurel.core.earning;

import static dev.laurel.core.earning.Earnings.NOBODY;
import static dev.laurel.core.earning.Earnings.NOON;
import static dev.laurel.core.earning.Earnings.STARS;
import static dev.laurel.core.earning.Earnings.accrue;
import static dev.laurel.core.earning.Earnings.base;
import static dev.laurel.core.earning.Earnings.earned;
import static dev.laurel.core.earning.Earnings.eur;
import static dev.laurel.core.earning.Earnings.flat;
import static dev.laurel.core.earning.Earnings.granted;
import static dev.laurel.core.earning.Earnings.line;
import static dev.laurel.core.earning.Earnings.multiplier;
import static dev.laurel.core.earning.Earnings.perAmount;
import static dev.laurel.core.earning.Earnings.purchase;
import static dev.laurel.core.earning.Earnings.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Return;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningTest {
  private static final EarningRule ONE_PER_EURO =
      base("base", perAmount(1, "1.00")).build();

  @Nested
  class WhenMultipliersMeet {
    @ParameterizedTest
    @CsvSource({"MULTIPLY, 60", "ADD_EXCESS, 40", "MAX, 30"})
    void twoAndThreeCombineAsTheBookSays(Combination how, long stars) {
      assertThat(earned(book(how, Condition.always()), purchase("10.00"))).isEqualTo(stars);
    }

    @ParameterizedTest
    @CsvSource({"MULTIPLY, 80", "ADD_EXCESS, 60", "MAX, 50"})
    void oneOnSomeLinesActsOnTheseAlone(Combination how, long stars) {
      RuleBook book = book(how, Condition.category(Category.of("tyres")));

      assertThat(earned(book, purchase("r", NOON, line("tyres", "10.00"), line("oil", "10.00"))))
          .isEqualTo(stars);
    }

    @Test
    void wholeStepsAreCountedAgainOnTheLinesOfTheMultiplier() {
      RuleBook book = RuleBook.of(
          base("base", new Formula.PerStep(eur("10.00"), STARS.points(1))).build(),
          rule("tyres", multiplier(2, 1))
              .lines(Condition.category(Category.of("tyres")))
              .build());

      assertThat(granted(
              accrue(book, purchase("r", NOON, line("tyres", "15.00"), line("oil", "15.00")))))
          .containsExactly(3L, 1L);
    }

    @Test
    void aFactorBelowOneTakesFromItsBaseAndTheGrantsStayWhole() {
      Accrual accrual = accrue(
          RuleBook.of(ONE_PER_EURO, rule("half", multiplier(1, 2)).build()), purchase("9.00"));

      assertThat(granted(accrual)).containsExactly(9L, -5L);
      assertThat(accrual.grants()).singleElement().returns(STARS.points(4), Grant::points);
    }

    private static RuleBook book(Combination how, Condition linesOfTheSecond) {
      RuleBook.Builder book = RuleBook.builder();
      return book.addRules(
              ONE_PER_EURO,
              rule("two", multiplier(2, 1)).build(),
              rule("three", multiplier(3, 1)).lines(linesOfTheSecond).build())
          .putCombination(STARS, how)
          .build();
    }
  }

  @Nested
  class WhenPromotionsCompete {
    @ParameterizedTest
    @CsvSource({
      "ALL, 10.00, 35", "FIRST_BY_PRIORITY, 10.00, 20",
      "BEST_FOR_MEMBER, 10.00, 25", "BEST_FOR_MEMBER, 30.00, 60",
      "CHEAPEST_FOR_PROGRAM, 10.00, 20", "CHEAPEST_FOR_PROGRAM, 30.00, 45"
    })
    void theGroupChoosesBetweenDoublePointsAndFifteenMore(
        RuleGroup.Mode mode, String spent, long stars) {
      RuleBook.Builder book = RuleBook.builder();
      book.addRules(
              ONE_PER_EURO,
              rule("double", multiplier(2, 1)).priority(1).build(),
              flat("more", 2, 15))
          .addGroup(RuleGroup.of("spring", mode, "double", "more"));

      assertThat(earned(book.build(), purchase(spent))).isEqualTo(stars);
    }

    @Test
    void theLoserNamesTheGroupAndTheWinner() {
      RuleBook.Builder book = RuleBook.builder();
      book.addRules(flat("small", 1, 5), flat("large", 2, 50))
          .addGroup(RuleGroup.of("spring", RuleGroup.Mode.BEST_FOR_MEMBER, "small", "large"));

      assertThat(accrue(book.build(), purchase("1.00")).reasonFor(RuleId.of("small")))
          .contains(new SkipReason.Outranked(GroupId.of("spring"), RuleId.of("large")));
    }
  }

  @Nested
  class WhenCapsCut {
    private final RuleBook book = capped();

    @Test
    void theStepSaysWhatWasRequestedWhatWasGrantedAndWhichCapCut() {
      AccrualStep step = accrue(book, purchase("120.00")).steps().get(0);

      assertThat(step.requested()).isEqualTo(120);
      assertThat(step.granted()).isEqualTo(100);
      assertThat(step.cuts()).containsExactly(new Cut(CapId.of("month"), 20));
    }

    @Test
    void aReversalFreesTheCap() {
      Accrual first = accrue(book, purchase("120.00"));
      EarningContext after = NOBODY.after(first);

      assertThat(Earning.evaluate(book, purchase("50.00"), after).orThrow().skipped())
          .containsExactly(
              new Skipped(RuleId.of("base"), new SkipReason.CapUsedUp(CapId.of("month"), 50)));
      EarningContext.Builder reversed = EarningContext.builder();
      reversed.calendar(NOBODY.calendar()).history(after.history().without(first));
      assertThat(Earning.evaluate(book, purchase("50.00"), reversed.build())
              .orThrow()
              .total(STARS))
          .isEqualTo(STARS.points(50));
    }

    @Test
    void aBudgetIsSharedByAllMembersInTheOrderOfTheCaller() {
      RuleBook.Builder budget = RuleBook.builder();
      budget
          .addRule(ONE_PER_EURO)
          .addCap(Cap.perProgram("launch", STARS.points(100), Window.lifetime()));
      Accrual first = accrue(budget.build(), purchase("80.00"));
      EarningContext.Builder other = EarningContext.builder();
      other.calendar(NOBODY.calendar()).budgets(Budgets.unused().after(first));

      assertThat(Earning.evaluate(budget.build(), purchase("80.00"), other.build())
              .orThrow()
              .total(STARS))
          .isEqualTo(STARS.points(20));
    }

    private static RuleBook capped() {
      RuleBook.Builder book = RuleBook.builder();
      Window month = Window.calendar(CalendarPeriod.MONTH);
      return book.addRule(ONE_PER_EURO)
          .addCap(Cap.perMember("month", STARS.points(100), month))
          .build();
    }
  }

  @Nested
  class WhenFriendsAreBroughtIn {
    private final RuleBook book =
        RuleBook.of(rule("friend", new Formula.Referral(STARS.points(100), STARS.points(50)))
            .build());

    @Test
    void bothSidesGetTheirPoints() {
      Accrual accrual = accrue(book, Earnings.referral("ann", "bob"));

      assertThat(accrual.total(MemberId.of("ann"), STARS)).isEqualTo(STARS.points(100));
      assertThat(accrual.total(MemberId.of("bob"), STARS)).isEqualTo(STARS.points(50));
      assertThat(Referrals.none().after(accrual).without(accrual)).isEqualTo(Referrals.none());
    }

    @Test
    void nobodyIsBroughtInTwiceOrInACircle() {
      Referrals referrals = Referrals.none()
          .after(accrue(book, Earnings.referral("ann", "bob")))
          .with(MemberId.of("cid"), MemberId.of("bob"));

      assertThat(paid(referrals, "dan", "bob")).isFalse();
      assertThat(paid(referrals, "bob", "ann")).isFalse();
      assertThat(paid(referrals, "cid", "ann")).isFalse();
      assertThat(paid(referrals, "cid", "dan")).isTrue();
    }

    @Test
    void theFirstPurchaseOfTheFriendPaysBothSidesOnce() {
      EarningContext.Builder builder = EarningContext.builder();
      Referrals known = Referrals.none().with(MemberId.of("ann"), MemberId.of("zoe"));
      EarningContext context =
          builder.calendar(NOBODY.calendar()).referrals(known).build();

      Accrual first = Earning.evaluate(book, purchase("10.00"), context).orThrow();

      assertThat(first.total(MemberId.of("zoe"), STARS)).isEqualTo(STARS.points(100));
      assertThat(first.total(STARS)).isEqualTo(STARS.points(50));
      assertThat(Earning.evaluate(book, purchase("10.00"), context.after(first))
              .orThrow()
              .skipped())
          .containsExactly(new Skipped(RuleId.of("friend"), new SkipReason.NoReferral()));
    }

    private boolean paid(Referrals referrals, String referrer, String referee) {
      EarningContext.Builder context = EarningContext.builder();
      context.calendar(NOBODY.calendar()).referrals(referrals);
      return !Earning.evaluate(book, Earnings.referral(referrer, referee), context.build())
          .orThrow()
          .steps()
          .isEmpty();
    }
  }

  @Nested
  class WhenSomethingIsMissing {
    @Test
    void theNearestMissOfAnyIsTheOneThatCanBeReachedSoonest() {
      Condition any = Condition.any(
          Condition.amountAtLeast(eur("100.00")),
          Condition.countInWindow(ActivityKind.PURCHASE, Window.lifetime(), 4),
          Condition.amountAtLeast(eur("50.00")));

      assertThat(miss(any))
          .isEqualTo(new Miss.AmountShort(eur("50.00"), eur("37.60"), Condition.always()));
      assertThat(((Miss.AmountShort) miss(any)).missing()).isEqualTo(eur("12.40"));
    }

    @Test
    void allNamesEverythingThatFailsAndNothingElse() {
      Condition all = Condition.all(
          Condition.kind(ActivityKind.PURCHASE),
          Condition.not(Condition.firstPurchase()),
          Condition.countInWindow(ActivityKind.PURCHASE, Window.lifetime(), 3));

      assertThat(miss(all))
          .isInstanceOfSatisfying(
              Miss.AllOf.class,
              missing -> assertThat(missing.misses())
                  .containsExactly(
                      new Miss.Unwanted(Condition.firstPurchase()),
                      new Miss.CountShort(
                          ActivityKind.PURCHASE, Optional.empty(), Window.lifetime(), 3, 1)));
    }

    private static Miss miss(Condition condition) {
      RuleBook book = RuleBook.of(
          rule("a", new Formula.Flat(STARS.points(1))).when(condition).build());
      SkipReason reason =
          accrue(book, purchase("37.60")).reasonFor(RuleId.of("a")).orElseThrow();
      return ((SkipReason.ConditionUnmet) reason).miss();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T21:59:59Z, false",
    "2026-03-31T22:00:00Z, true",
    "2026-04-01T01:59:59Z, true",
    "2026-04-01T02:00:00Z, false"
  })
  void aTimeOfDayMayPassMidnightInTheZoneOfTheProgram(Instant at, boolean isMet) {
    RuleBook night = RuleBook.of(rule("night", new Formula.Flat(STARS.points(1)))
        .when(Condition.timeOfDay(LocalTime.of(23, 0), LocalTime.of(3, 0)))
        .build());
    EarningContext.Builder context = EarningContext.builder();
    context.calendar(ProgramCalendar.of(ZoneId.of("Africa/Lagos")));

    Accrual accrual = Earning.evaluate(night, purchase("r", at, line("a", "1.00")), context.build())
        .orThrow();

    assertThat(accrual.totals().isEmpty()).isNotEqualTo(isMet);
  }

  @Test
  void aReturnEarnsNothingByItself() {
    Return.Builder back = Return.builder();
    back.id(ActivityId.of("back"))
        .member(MemberId.of("ann"))
        .occurredAt(NOON)
        .purchase(ActivityId.of("r-1"));

    assertThat(
            accrue(RuleBook.of(ONE_PER_EURO, flat("visit", 1, 5)), back.build()).skipped())
        .extracting(Skipped::reason)
        .containsOnly(new SkipReason.OtherKind());
  }

  @Test
  void aRemainderIsKeptForTheNextEvent() {
    Formula kept = new Formula.PerAmount(PointRate.of(STARS.points(1), eur("10.00")), true);
    RuleBook book = RuleBook.of(base("base", kept).build());
    Accrual first = accrue(book, purchase("16.00"));

    Accrual second =
        Earning.evaluate(book, purchase("4.00"), NOBODY.after(first)).orThrow();

    assertThat(first.total(STARS)).isEqualTo(STARS.points(1));
    assertThat(second.total(STARS)).isEqualTo(STARS.points(1));
    assertThat(second.steps().get(0).exact()).isEqualTo(Ratio.ONE);
  }

  @Test
  void forgettingOldDaysKeepsWhatCountsForEver() {
    RuleBook book =
        RuleBook.of(rule("first", new Formula.FirstTime(STARS.points(5))).build(), ONE_PER_EURO);
    EarningHistory history = EarningHistory.empty().after(accrue(book, purchase("5.00")));

    EarningHistory pruned = history.forgettingDaysBefore(LocalDate.parse("2026-05-01"));

    EarningContext.Builder context = EarningContext.builder();
    context.calendar(NOBODY.calendar()).history(pruned);
    assertThat(
            Earning.evaluate(book, purchase("5.00"), context.build()).orThrow().total(STARS))
        .isEqualTo(STARS.points(5));
    assertThat(EarningHistory.of(pruned.entries())).isEqualTo(pruned);
  }
}
