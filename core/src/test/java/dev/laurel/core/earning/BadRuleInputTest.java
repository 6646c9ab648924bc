package dev.laurel.core.earning;

import static dev.laurel.core.earning.Earnings.NOBODY;
import static dev.laurel.core.earning.Earnings.STARS;
import static dev.laurel.core.earning.Earnings.accrue;
import static dev.laurel.core.earning.Earnings.base;
import static dev.laurel.core.earning.Earnings.flat;
import static dev.laurel.core.earning.Earnings.line;
import static dev.laurel.core.earning.Earnings.multiplier;
import static dev.laurel.core.earning.Earnings.perAmount;
import static dev.laurel.core.earning.Earnings.purchase;
import static dev.laurel.core.earning.Earnings.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.activity.Line;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 77 and 83 to 93 of the bad input, as far as they speak of rules. */
@Timeout(60)
class BadRuleInputTest {
  @Test
  void row77AnEmptyBookIsLegalAndEarnsNothing() {
    assertThat(accrue(RuleBook.empty(), purchase("10.00")).totals()).isEmpty();
  }

  @Test
  void row79ARuleThatIsDefinedTwice() {
    refused(FailureCode.CONFIG_DUPLICATE, () -> RuleBook.of(flat("a", 1, 1), flat("a", 2, 2)));
  }

  @Test
  void row83ARuleThatRefersToItself() {
    refused(
        FailureCode.RULE_CYCLE,
        () -> rule("a", multiplier(2, 1)).addOf(RuleId.of("a")).build());
  }

  @Test
  void row83RulesThatReferToEachOther() {
    EarningRule a = rule("a", multiplier(2, 1)).addOf(RuleId.of("b")).build();
    EarningRule b = rule("b", multiplier(2, 1)).addOf(RuleId.of("a")).build();

    refused(FailureCode.RULE_CYCLE, () -> RuleBook.of(a, b));
  }

  @Test
  void row83AChainOfAThousandRulesIsWalkedWithoutRecursion() {
    EarningRule[] rules = new EarningRule[1_000];
    for (int i = 0; i < rules.length; i++) {
      RuleId next = RuleId.of("r" + (i + 1) % rules.length);
      rules[i] = rule("r" + i, multiplier(2, 1)).addOf(next).build();
    }

    refused(FailureCode.RULE_CYCLE, () -> RuleBook.of(rules));
  }

  @Test
  void row83AConditionNestedTooDeep() {
    refused(FailureCode.RULE_TOO_DEEP, () -> {
      Condition condition = Condition.always();
      for (int i = 0; i < 100; i++) {
        condition = Condition.not(condition);
      }
    });
  }

  @Test
  void row83AConditionThatDoublesWithEachLevel() {
    refused(FailureCode.LIMIT_EXCEEDED, () -> {
      Condition condition = Condition.firstPurchase();
      for (int i = 0; i < 60; i++) {
        condition = Condition.all(condition, condition);
      }
    });
  }

  @Test
  void row84AReferenceToAnUnknownRule() {
    EarningRule lost = rule("a", multiplier(2, 1)).addOf(RuleId.of("gone")).build();
    refused(FailureCode.REFERENCE_UNKNOWN, () -> RuleBook.of(lost));

    RuleBook.Builder capped = RuleBook.builder();
    capped.addCap(Cap.perEvent("cap", STARS.points(1), "gone"));
    refused(FailureCode.REFERENCE_UNKNOWN, capped::build);

    RuleBook.Builder grouped = RuleBook.builder();
    grouped.addGroup(RuleGroup.of("group", RuleGroup.Mode.ALL, "gone"));
    refused(FailureCode.REFERENCE_UNKNOWN, grouped::build);
  }

  @Test
  void row84AReferenceToAnUnknownSegment() {
    EarningRule lost = rule("a", new Formula.Flat(STARS.points(1)))
        .when(Condition.not(Condition.segment(Segment.of("gone"))))
        .build();

    refused(FailureCode.REFERENCE_UNKNOWN, () -> RuleBook.of(lost));
  }

  @Test
  void row85TwoRulesOfOnePriorityOfWhichOneStopsTheOther() {
    EarningRule stopping =
        rule("a", new Formula.Flat(STARS.points(1))).stopAfter(true).build();

    refused(FailureCode.RULE_AMBIGUOUS, () -> RuleBook.of(stopping, flat("b", 0, 1)));
    assertThat(RuleBook.of(stopping, flat("b", 1, 1)).rules()).hasSize(2);
  }

  @Test
  void row85TwoRulesOfOnePriorityOfWhichTheFirstWins() {
    RuleBook.Builder book = RuleBook.builder();
    book.addRules(flat("a", 0, 1), flat("b", 0, 2))
        .addGroup(RuleGroup.of("group", RuleGroup.Mode.FIRST_BY_PRIORITY, "a", "b"));

    refused(FailureCode.RULE_AMBIGUOUS, book::build);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000.1", "1000000000"})
  void row86AMultiplierOutOfRange(String factor) {
    refused(FailureCode.MULTIPLIER_RANGE, () -> new Formula.Multiplier(Ratio.parse(factor)));
    refused(FailureCode.MULTIPLIER_RANGE, () -> new StatusFactor(Ratio.parse(factor), "why"));
  }

  @Test
  void row86NotANumberDoesNotEvenBecomeARatio() {
    assertThatThrownBy(() -> Ratio.parse("NaN")).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void row87RoundingHalvesUpIsAFinding() {
    EarningRule salami =
        rule("salami", perAmount(1, "1.00")).rounding(RoundingMode.HALF_UP).build();

    assertThat(RuleBook.of(salami).findings())
        .containsExactly(new Finding(
            "RULE_SPLITTABLE",
            Finding.Severity.WARNING,
            Optional.of(RuleId.of("salami")),
            "rule 'salami' rounds HALF_UP, so that a purchase split into small ones earns more"));
  }

  @Test
  void row88ACapBelowZeroOrOverNoTime() {
    refused(FailureCode.CAP_INVALID, () -> Cap.builder().limit(-1, STARS));
    refused(FailureCode.CAP_INVALID, () -> AwardLimit.first(0));
    refused(
        FailureCode.WINDOW_INVALID,
        () -> Cap.perMember("cap", STARS.points(1), Window.rolling(Period.ZERO)));
  }

  @Test
  void row89TooManyRules() {
    EarningRule[] rules = new EarningRule[1_001];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = flat("r" + i, i, 1);
    }

    refused(FailureCode.LIMIT_EXCEEDED, () -> RuleBook.of(rules));
  }

  @Test
  void row89AsManyRulesAndLinesAsThereMayBeAreQuick() {
    EarningRule[] rules = new EarningRule[1_000];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = base("r" + i, perAmount(1, "1.00"))
          .lines(Condition.category(Category.of("goods")))
          .build();
    }
    Line[] lines = new Line[1_000];
    Arrays.fill(lines, line("goods", "1.00"));
    RuleBook book = RuleBook.of(rules);

    assertThat(assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                accrue(book, purchase("r-1", Earnings.NOON, lines)).total(STARS).units()))
        .isEqualTo(1_000_000);
  }

  @Test
  void row90NamesAreEqualOrNotAndNeverPatterns() {
    EarningRule rule = rule("a", new Formula.Flat(STARS.points(1)))
        .when(Condition.attribute(Condition.Owner.ACTIVITY, "text", "(.*a){12}$"))
        .build();

    assertThat(accrue(RuleBook.of(rule), purchase("1.00")).totals()).isEmpty();
  }

  @Test
  void row91ATurkishMachineGivesTheSameAnswer() {
    Locale before = Locale.getDefault();
    String turkish;
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      turkish = explained();
    } finally {
      Locale.setDefault(before);
    }

    assertThat(turkish).isEqualTo(explained()).contains("gold_i only");
  }

  private static String explained() {
    EarningRule rule = rule("title", new Formula.Flat(STARS.points(1)))
        .when(Condition.attribute(Condition.Owner.MEMBER, "tier", "gold_i"))
        .build();
    return AccrualText.text(accrue(RuleBook.of(rule), purchase("1.00")));
  }

  @Test
  void row92CodeThatThrowsRejectsTheEventAsAWhole() {
    assertThat(customCondition(facts -> {
          throw new IllegalStateException("boom\n");
        }))
        .isEqualTo(new Evaluation.Rejected(
            RuleId.of("own"),
            FailureCode.RULE_FAILED,
            "custom code 'own' threw IllegalStateException: 'boom\\u000a'"));
  }

  @Test
  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  void row92CodeThatReturnsNullOrIsNotThere() {
    assertThat(customCondition(facts -> null))
        .asInstanceOf(type(Evaluation.Rejected.class))
        .returns(FailureCode.RULE_FAILED, Evaluation.Rejected::code);
    assertThat(Earning.evaluate(own(), purchase("1.00"), NOBODY))
        .asInstanceOf(type(Evaluation.Rejected.class))
        .returns(FailureCode.RULE_FAILED, Evaluation.Rejected::code);
  }

  @Test
  void row92CodeThatRecursesForEver() {
    assertThat(customCondition(BadRuleInputTest::recursesForEver))
        .asInstanceOf(type(Evaluation.Rejected.class))
        .returns(FailureCode.RULE_FAILED, Evaluation.Rejected::code);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static Boolean recursesForEver(MeteredFacts facts) {
    return recursesForEver(facts);
  }

  @Test
  void row93CodeThatReadsForEverUsesUpItsBudgetEvenIfItHidesIt() {
    assertThat(customCondition(facts -> {
          while (true) {
            facts.kind();
          }
        }))
        .asInstanceOf(type(Evaluation.Rejected.class))
        .returns(FailureCode.RULE_BUDGET, Evaluation.Rejected::code);
    assertThat(customCondition(facts -> {
          for (int i = 0; i < 20_000; i++) {
            try {
              facts.step();
            } catch (RuntimeException hidden) {
              return true;
            }
          }
          return true;
        }))
        .asInstanceOf(type(Evaluation.Rejected.class))
        .returns(FailureCode.RULE_BUDGET, Evaluation.Rejected::code);
  }

  @Test
  void roundingHasNoDefault() {
    refused(FailureCode.REQUIRED, () -> rule("a", perAmount(1, "1.00")).build());
    refused(
        FailureCode.VALUE_INVALID,
        () -> base("a", new Formula.Flat(STARS.points(1))).build());
  }

  @Test
  void linesAreSelectedByCategoryAndArticleAlone() {
    refused(
        FailureCode.VALUE_INVALID,
        () -> base("a", perAmount(1, "1.00")).lines(Condition.firstPurchase()).build());
  }

  @Test
  void pointsBeyondSixtyFourBitsRejectTheEvent() {
    EarningRule huge =
        base("huge", new Formula.PerUnit(STARS.points(Long.MAX_VALUE))).build();

    assertThat(Earning.evaluate(
            RuleBook.of(huge),
            purchase("r", Earnings.NOON, line("a", "1.00"), line("b", "1.00")),
            NOBODY))
        .asInstanceOf(type(Evaluation.Rejected.class))
        .returns(FailureCode.POINTS_OVERFLOW, Evaluation.Rejected::code)
        .returns(RuleId.of("huge"), Evaluation.Rejected::rule);
  }

  private static RuleBook own() {
    return RuleBook.of(rule("own", new Formula.Flat(STARS.points(1)))
        .when(Condition.custom(CustomKey.of("own")))
        .build());
  }

  private static Evaluation customCondition(CustomCondition code) {
    CustomRules.Builder rules = CustomRules.builder();
    EarningContext.Builder context = EarningContext.builder();
    context
        .calendar(NOBODY.calendar())
        .customRules(rules.putCondition(CustomKey.of("own"), code).build());
    return Earning.evaluate(own(), purchase("1.00"), context.build());
  }

  private static void refused(FailureCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .asInstanceOf(type(InvalidValueException.class))
        .returns(code, InvalidValueException::code);
  }
}
