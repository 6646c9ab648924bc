package dev.laurel.core.earning;

import static dev.laurel.core.earning.Earnings.STARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Return;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.time.Window;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KindPlansTest {
  private static final int CASES = 3_000;
  private static final ActivityKind REVIEW = ActivityKind.REVIEW;

  private static final RuleBook BOOK = RuleBook.of(
      Earnings.base("euros", Earnings.perAmount(1, "1.00")).build(),
      Earnings.rule("gold", new Formula.StatusMultiplier()).priority(1).build(),
      flat("food", 2, Condition.category(Category.of("food"))),
      flat("review", 3, Condition.kind(REVIEW)),
      flat("app", 4, Condition.all(Condition.kind(REVIEW), Condition.not(Condition.always()))),
      flat("any", 5, Condition.not(Condition.kind(REVIEW))));

  private static EarningRule flat(String id, int priority, Condition when) {
    return Earnings.rule(id, new Formula.Flat(STARS.points(5)))
        .priority(priority)
        .when(when)
        .build();
  }

  private static Activity engagement(String kind) {
    Engagement.Builder engagement = Engagement.builder();
    return engagement
        .id(ActivityId.of("e-1"))
        .member(MemberId.of("ann"))
        .kind(ActivityKind.of(kind))
        .occurredAt(Earnings.NOON)
        .build();
  }

  private static List<String> rulesFor(RuleBook book, Activity activity) {
    return book.kindPlans().of(activity).rules().stream()
        .map(planned -> planned.rule().id().value())
        .toList();
  }

  @Test
  void aPurchaseIsLookedAtByRulesThatItMayMeet() {
    assertThat(rulesFor(BOOK, Earnings.purchase("10.00")))
        .containsExactly("euros", "gold", "food", "any");
  }

  @Test
  void aReviewIsLookedAtByRulesForReviews() {
    assertThat(rulesFor(BOOK, engagement("review"))).containsExactly("review");
  }

  @Test
  void aKindThatNoRuleNamesIsLookedAtByRulesForAnyKind() {
    assertThat(rulesFor(BOOK, engagement("visit"))).containsExactly("any");
    assertThat(BOOK.kindPlans().of(engagement("visit")))
        .isSameAs(BOOK.kindPlans().of(engagement("test-drive")));
  }

  @Test
  void aReturnIsLookedAtByNone() {
    Return.Builder back = Return.builder();
    back.id(ActivityId.of("back"))
        .member(MemberId.of("ann"))
        .occurredAt(Earnings.NOON)
        .purchase(ActivityId.of("r-1"));

    assertThat(rulesFor(BOOK, back.build())).isEmpty();
  }

  @Test
  void whatMayFailIsLookedAtEvenWhereItCannotAward() {
    Condition third = Condition.countInWindow(REVIEW, Window.lifetime(), 3);
    RuleBook book = RuleBook.of(flat("third", 1, Condition.all(Condition.kind(REVIEW), third)));

    assertThat(rulesFor(book, engagement("visit"))).containsExactly("third");
  }

  @Test
  void whatALargePurchaseMayMissIsToldAtOnceAndWhatASmallOneMayNot() {
    Condition much = Condition.amountAtLeast(Earnings.eur("50.00"));
    RuleBook book = RuleBook.of(
        flat("review", 1, Condition.all(Condition.kind(REVIEW), much)),
        flat("app", 2, Condition.all(Condition.channel(Channel.of("app")), much)));

    assertThat(book.kindPlans().of(Earnings.purchase("10.00")).rules())
        .extracting(PlannedRule::isMissFragile)
        .containsExactly(false);
    assertThat(book.kindPlans().of(Earnings.purchase("100000000000.00")).rules())
        .extracting(PlannedRule::isMissFragile)
        .containsExactly(true, true);
  }

  @Test
  void aBookOfMoreKindsThanPlansIsServedByThatOfAllRules() {
    EarningRule[] rules = new EarningRule[100];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = flat("r" + i, i, Condition.kind(ActivityKind.of("kind-" + i)));
    }
    RuleBook book = RuleBook.of(rules);
    Set<EarningPlan> plans = new HashSet<>();
    for (int i = 0; i < rules.length; i++) {
      Activity activity = engagement("kind-" + i);
      plans.add(book.kindPlans().of(activity));
      assertThat(Earnings.earned(book, activity)).isEqualTo(5);
    }

    assertThat(plans).hasSize(65).contains(book.plan());
  }

  @Test
  void theRuleOfAFailureIsTheLastOfTheBookWhereRulesAreCompared() {
    long huge = Long.MAX_VALUE / 2 + 1;
    Formula half = new Formula.Flat(STARS.points(huge));
    RuleBook.Builder book = RuleBook.builder();
    RuleGroup.Builder outer = RuleGroup.builder();
    RuleGroup pair = RuleGroup.of("pair", RuleGroup.Mode.ALL, "a", "b");
    book.addRules(
            Earnings.rule("a", half).build(),
            Earnings.rule("b", half).priority(1).build(),
            flat("c", 2, Condition.kind(REVIEW)))
        .addGroup(outer
            .id(GroupId.of("outer"))
            .mode(RuleGroup.Mode.BEST_FOR_MEMBER)
            .addGroup(pair)
            .build());
    Evaluation evaluation = Earning.evaluate(book.build(), engagement("visit"), Earnings.NOBODY);

    assertThat(evaluation).isInstanceOf(Evaluation.Rejected.class);
    assertThat(((Evaluation.Rejected) evaluation).code()).isEqualTo(FailureCode.POINTS_OVERFLOW);
    assertThat(((Evaluation.Rejected) evaluation).rule()).isEqualTo(RuleId.of("c"));
  }

  @Test
  void reasonsAreThoseOfTheHistoryOfThen() {
    RuleBook book = RuleBook.of(
        Earnings.rule("welcome", new Formula.FirstTime(STARS.points(5))).build());
    EarningHistory once = EarningHistory.of(
        List.of(new HistoryEntry.Awarded(RuleId.of("welcome"), LocalDate.EPOCH, 1)));
    EarningContext.Builder context = EarningContext.builder();
    context.calendar(Earnings.NOBODY.calendar()).history(once);
    Accrual accrual =
        Earning.evaluate(book, engagement("visit"), context.build()).orThrow();

    assertThat(accrual.reasonFor(RuleId.of("welcome")))
        .isEqualTo(Optional.of(new SkipReason.LimitReached(AwardLimit.first(1), 1)));
    assertThat(accrual.skipped()).isSameAs(accrual.skipped());
    assertThat(accrual).isNotEqualTo(Earnings.accrue(book, engagement("visit")));
  }

  @Test
  void theUsersOwnCodeIsNotCalledAgainForReasons() {
    CustomKey key = CustomKey.of("moody");
    AtomicInteger calls = new AtomicInteger();
    CustomRules.Builder rules = CustomRules.builder();
    rules.putCondition(key, facts -> calls.incrementAndGet() > 1_000);
    EarningContext.Builder context = EarningContext.builder();
    context.calendar(Earnings.NOBODY.calendar()).customRules(rules.build());
    RuleBook book = RuleBook.of(flat("moody", 1, Condition.custom(key)));
    Accrual accrual =
        Earning.evaluate(book, engagement("visit"), context.build()).orThrow();

    assertThat(accrual.reasonFor(RuleId.of("moody")))
        .contains(new SkipReason.ConditionUnmet(new Miss.CustomUnmet(key)));
    assertThat(calls).hasValue(1);
  }

  @Test
  void theComparedCasesAreOfEveryKind() {
    List<KindPlansCase> cases =
        LongStream.range(0, CASES).mapToObj(KindPlansCase::new).toList();

    assertThat(cases).anyMatch(one -> one.whole() instanceof Evaluation.Rejected);
    assertThat(cases.stream().filter(KindPlansTest::isNarrowedAndAwarded)).hasSizeGreaterThan(500);
  }

  private static boolean isNarrowedAndAwarded(KindPlansCase one) {
    EarningPlan plan = one.book.kindPlans().of(one.activity);
    return plan.rules().size() < one.book.rules().size()
        && one.whole() instanceof Evaluation.Earned earned
        && !earned.accrual().steps().isEmpty();
  }

  static List<Arguments> twins() {
    return List.of(
        twin("takes nothing for fragile", kind -> new KindTest(kind, true, false) {
          @Override
          boolean mayFail(Condition condition) {
            return false;
          }
        }),
        twin("forgets what telling a reason looks at", kind -> new KindTest(kind, true, false) {
          @Override
          boolean mayFailToTell(Condition condition) {
            return false;
          }
        }),
        twin("takes all purchases for small", kind -> new KindTest(kind, true, true)),
        twin("takes purchases for visits", kind -> new KindTest(kind, true, false) {
          @Override
          boolean isNoPurchase() {
            return true;
          }
        }),
        twin("takes any for all", kind -> new KindTest(kind, true, false) {
          @Override
          boolean isNeverMet(Condition condition) {
            return condition instanceof Condition.Any any
                ? any.of().stream().anyMatch(this::isNeverMet)
                : super.isNeverMet(condition);
          }
        }),
        twin("takes what is met in part for met", kind -> new KindTest(kind, true, false) {
          @Override
          boolean isAlwaysMet(Condition condition) {
            return condition instanceof Condition.All all
                ? all.of().stream().anyMatch(this::isAlwaysMet)
                : super.isAlwaysMet(condition);
          }
        }),
        Arguments.of(
            "drops multipliers without a base from their groups",
            (BiFunction<RuleBook, Activity, EarningPlan>) KindPlansTest::withoutBaseless));
  }

  private static EarningPlan withoutBaseless(RuleBook book, Activity activity) {
    KindTest kind = KindTest.of(activity.kind());
    List<EarningRule> rules =
        KindPlans.narrowed(book, kind).rules().stream().map(PlannedRule::rule).toList();
    List<EarningRule> left = rules.stream()
        .filter(rule -> !rule.isMultiplier() || rules.stream().anyMatch(rule::multiplies))
        .toList();
    return book.plan().of(book, left, kind);
  }

  private static Arguments twin(String name, Function<ActivityKind, KindTest> tests) {
    BiFunction<RuleBook, Activity, EarningPlan> plans =
        (book, activity) -> activity instanceof Return
            ? book.kindPlans().of(activity)
            : KindPlans.narrowed(book, tests.apply(activity.kind()));
    return Arguments.of(name, plans);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("twins")
  void aBrokenTwinBreaksTheLaw(String name, BiFunction<RuleBook, Activity, EarningPlan> plans) {
    assertThat(failures(plans)).describedAs(name).isPositive();
  }

  @Test
  void theUnbrokenPlansKeepTheSameLaw() {
    assertThat(failures((book, activity) -> book.kindPlans().of(activity))).isZero();
  }

  private static long failures(BiFunction<RuleBook, Activity, EarningPlan> plans) {
    return LongStream.range(0, CASES).filter(seed -> breaks(seed, plans)).count();
  }

  private static boolean breaks(long seed, BiFunction<RuleBook, Activity, EarningPlan> plans) {
    try {
      new KindPlansCase(seed).check(plans);
      return false;
    } catch (AssertionError | RuntimeException expected) {
      return true;
    }
  }
}
