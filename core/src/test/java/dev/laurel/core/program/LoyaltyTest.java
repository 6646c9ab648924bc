package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.BOB;
import static dev.laurel.core.testkit.Programs.MILES;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.amount;
import static dev.laurel.core.testkit.Programs.line;
import static dev.laurel.core.testkit.Programs.oneYear;
import static dev.laurel.core.testkit.Programs.perAmount;
import static dev.laurel.core.testkit.Programs.purchase;
import static dev.laurel.core.testkit.Programs.redeem;
import static dev.laurel.core.testkit.Programs.shop;
import static dev.laurel.core.testkit.Programs.stamp;
import static dev.laurel.core.testkit.Programs.taken;
import static dev.laurel.core.testkit.Programs.terms;
import static dev.laurel.core.testkit.Programs.testDrive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.StatusFactor;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.SourceKey;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoyaltyTest {
  private static final String MAY = "2025-05-03T10:00:00Z";
  private static final String JUNE = "2025-06-03T10:00:00Z";
  private static final Instant LATER = Instant.parse("2025-07-01T00:00:00Z");

  private Loyalty loyalty = Loyalty.of(shop());
  private Member ann = Member.of(ANN);

  private Outcome submit(Submission submission) {
    Outcome outcome = loyalty.submit(ann, submission);
    ann = outcome.member();
    return outcome;
  }

  private Outcome submit(Activity activity) {
    return submit(Submission.of(activity));
  }

  private Points available() {
    return ann.account(STARS).available(LATER);
  }

  private void assertRejected(Outcome outcome, String code) {
    assertThat(outcome.rejection().map(Rejection::code)).contains(code);
    assertThat(outcome.rejection().orElseThrow().message()).hasSizeLessThanOrEqualTo(300);
  }

  @Nested
  class Earning {
    @Test
    void aPurchaseBecomesLotsWithTheirReasons() {
      Purchase bought = Purchase.builder()
          .id(ActivityId.of("r-1"))
          .member(ANN)
          .occurredAt(Instant.parse(MAY))
          .addLine(line("service", "EUR 30.00"))
          .addLine(line("EUR 70.00"))
          .build();

      Outcome outcome = submit(bought);

      assertThat(outcome.orThrow().accrual().orElseThrow().total(STARS))
          .isEqualTo(STARS.points(130));
      assertThat(ann.account(STARS).lots(LATER))
          .extracting(lot -> lot.id() + " " + lot.remaining())
          .containsExactlyInAnyOrder("r-1/base 100 stars", "r-1/double-service 30 stars");
    }

    @Test
    void anEngagementEarnsToo() {
      submit(testDrive("e-1", ANN, MAY));

      assertThat(available()).isEqualTo(STARS.points(50));
    }

    @Test
    void theStatusIsANumberWithAReason() {
      EarningRule status = EarningRule.builder()
          .id(RuleId.of("status"))
          .points(STARS)
          .formula(new Formula.StatusMultiplier())
          .build();
      RuleBook rules =
          RuleBook.builder().addAllRules(shop().rules().rules()).addRule(status).build();
      loyalty = Loyalty.of(Program.builder()
          .id(shop().id())
          .calendar(shop().calendar())
          .addPointTerms(terms(STARS))
          .rules(rules)
          .build());
      submit(Submission.of(
          stamp("f-1", ANN, MAY),
          MemberFacts.builder()
              .status(new StatusFactor(Ratio.of(11, 10), "Silver"))
              .build()));

      submit(purchase("r-1", ANN, JUNE, "EUR 100.00"));

      assertThat(available()).isEqualTo(STARS.points(110));
    }
  }

  @Nested
  class Returning {
    @Test
    void aPartialReturnKeepsWhatTheRestEarns_scenario3() {
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));

      submit(taken("b-1", ANN, JUNE, "r-1", amount("EUR 75.00")));

      assertThat(available()).isEqualTo(STARS.points(25));
    }

    @Test
    void splittingTheReturnChangesNothing_scenario3() {
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));

      submit(taken("b-1", ANN, JUNE, "r-1", amount("EUR 25.00")));
      submit(taken("b-2", ANN, JUNE, "r-1", amount("EUR 25.00")));
      submit(taken("b-3", ANN, JUNE, "r-1", amount("EUR 25.00")));

      assertThat(available()).isEqualTo(STARS.points(25));
    }

    @Test
    void stepsDoNotLeakPoints_scenario2() {
      EarningRule steps = EarningRule.builder()
          .id(RuleId.of("steps"))
          .points(STARS)
          .formula(new Formula.PerStep(ExactMoney.parse("EUR 10.00"), STARS.points(1)))
          .rounding(RoundingMode.DOWN)
          .build();
      loyalty = Loyalty.of(Program.builder()
          .id(shop().id())
          .calendar(shop().calendar())
          .addPointTerms(terms(STARS))
          .rules(RuleBook.of(steps))
          .build());
      submit(purchase("r-1", ANN, MAY, "EUR 10.00"));
      assertThat(available()).isEqualTo(STARS.points(1));

      submit(taken("b-1", ANN, JUNE, "r-1", amount("EUR 5.00")));
      assertThat(available()).isEqualTo(STARS.zero());

      submit(taken("b-2", ANN, JUNE, "r-1", amount("EUR 5.00")));
      assertThat(available()).isEqualTo(STARS.zero());
      assertThat(ann.account(STARS).debt(LATER)).isEqualTo(STARS.zero());
    }

    @Test
    void spentPointsBecomeDebtThatTheNextPurchaseRepays() {
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));
      submit(redeem("c-1", ANN, MAY, STARS.points(80)));

      submit(taken("b-1", ANN, JUNE, "r-1", Return.all()));
      assertThat(ann.account(STARS).balance(LATER)).hasToString("-80 stars");

      submit(purchase("r-2", ANN, JUNE, "EUR 100.00"));
      assertThat(ann.account(STARS).balance(LATER)).hasToString("20 stars");
    }

    @Test
    void pointsThatPaidComeBackByTheirExactShare() {
      submit(purchase("r-0", ANN, MAY, "EUR 3000.00"));
      Purchase mixed = Purchase.builder()
          .id(ActivityId.of("r-1"))
          .member(ANN)
          .occurredAt(Instant.parse(MAY))
          .addLine(line("EUR 100.00"))
          .addTender(new Tender(Tender.Kind.POINTS, ExactMoney.parse("EUR 30.00")))
          .addTender(new Tender(Tender.Kind.CARD, ExactMoney.parse("EUR 70.00")))
          .build();
      submit(Submission.paying(
          mixed.id(), new LedgerCommand.Redeem(stamp("c-1", ANN, MAY), STARS.points(2_999), "")));
      submit(mixed);
      assertThat(available()).isEqualTo(STARS.points(1 + 70));

      submit(taken("b-1", ANN, JUNE, "r-1", amount("EUR 50.00")));
      assertThat(available()).isEqualTo(STARS.points(1 + 35 + 1_499));

      submit(taken("b-2", ANN, JUNE, "r-1", Return.all()));
      assertThat(available()).isEqualTo(STARS.points(3_000));
    }

    @Test
    void pointsThatPaidMayStayUntilAllComesBack() {
      loyalty = Loyalty.of(
          shop(terms(STARS)).paidWithPoints(PaidWithPoints.ON_FULL_REFUND_ONLY).build());
      submit(purchase("r-0", ANN, MAY, "EUR 100.00"));
      submit(Submission.paying(
          ActivityId.of("r-1"),
          new LedgerCommand.Redeem(stamp("c-1", ANN, MAY), STARS.points(100), "")));
      submit(purchase("r-1", ANN, MAY, "EUR 10.00"));

      submit(taken("b-1", ANN, JUNE, "r-1", amount("EUR 5.00")));
      assertThat(available()).isEqualTo(STARS.points(5));

      submit(taken("b-2", ANN, JUNE, "r-1", amount("EUR 5.00")));
      assertThat(available()).isEqualTo(STARS.points(100));
    }

    @Test
    void theRulesOfTheDayOfPurchaseDecide() {
      Program before = shop();
      Program after = Program.builder()
          .id(before.id())
          .version(2)
          .calendar(before.calendar())
          .addPointTerms(terms(STARS))
          .rules(RuleBook.of(perAmount("base", 5, "EUR 1.00")))
          .build();
      loyalty = Loyalty.of(ProgramVersions.of(before).with(Instant.parse(JUNE), after));
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));

      submit(taken("b-1", ANN, "2025-06-20T00:00:00Z", "r-1", amount("EUR 40.00")));
      assertThat(available()).isEqualTo(STARS.points(60));

      submit(purchase("r-2", ANN, JUNE, "EUR 10.00"));
      assertThat(available()).isEqualTo(STARS.points(110));
    }

    @Test
    void aReturnFindsItsPurchase_row47_row49_row50_row51() {
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));
      submit(testDrive("e-1", ANN, MAY));
      Member before = ann;

      Outcome unknown = submit(taken("b-1", ANN, JUNE, "r-9", Return.all()));
      assertRejected(unknown, "UNKNOWN_REFERENCE");
      assertThat(unknown.rejection().orElseThrow().retryable()).isTrue();
      assertRejected(submit(taken("b-2", ANN, JUNE, "e-1", Return.all())), "NOT_REFUNDABLE");
      assertRejected(
          submit(taken("b-3", ANN, JUNE, "r-1", amount("EUR 100.01"))), "REFUND_EXCEEDS_ORIGINAL");
      assertRejected(
          submit(taken("b-4", ANN, JUNE, "r-1", Return.lines(Map.of(0, 2)))),
          "REFUND_EXCEEDS_ORIGINAL");
      assertRejected(submit(taken("b-5", ANN, JUNE, "r-1", amount("USD 1.00"))), "MIXED_CURRENCY");
      assertThat(ann).isEqualTo(before);

      submit(taken("b-6", ANN, JUNE, "r-1", Return.all()));
      assertRejected(submit(taken("b-7", ANN, JUNE, "r-1", Return.all())), "ALREADY_REVERSED");
      assertRejected(submit(taken("b-8", ANN, JUNE, "b-6", Return.all())), "NOT_REFUNDABLE");
    }

    @Test
    void aRejectedShortfallLeavesTheWholeReturnUndone() {
      loyalty = Loyalty.of(
          shop(PointTerms.builder().type(STARS).remainder(Remainder.reject()).build())
              .build());
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));
      submit(redeem("c-1", ANN, MAY, STARS.points(80)));
      Member before = ann;

      Outcome outcome = submit(taken("b-1", ANN, JUNE, "r-1", Return.all()));

      assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
      assertThat(ann).isEqualTo(before);
    }
  }

  @Nested
  class Repeating {
    @Test
    void theSameActivityAgainChangesNothing_row41() {
      Effect first = submit(purchase("r-1", ANN, MAY, "EUR 100.00")).orThrow();
      Member before = ann;

      Outcome again = submit(purchase("r-1", ANN, MAY, "EUR 100.00"));

      assertThat(again).isInstanceOf(Outcome.Duplicate.class);
      assertThat(again.orThrow()).isEqualTo(first);
      assertThat(ann).isEqualTo(before);
    }

    @Test
    void otherContentUnderTheSameNameIsAConflict_row42() {
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));
      submit(redeem("c-1", ANN, MAY, STARS.points(10)));

      Outcome lines = submit(purchase("r-1", ANN, MAY, "EUR 100.01"));
      assertRejected(lines, "IDEMPOTENCY_CONFLICT");
      assertThat(lines.rejection().orElseThrow().message()).endsWith("other content: lines");
      Outcome points = submit(redeem("c-1", ANN, MAY, STARS.points(11)));
      assertThat(points.rejection().orElseThrow().message()).endsWith("other content: points");
      Outcome kind = submit(redeem("r-1", ANN, MAY, STARS.points(10)));
      assertThat(kind.rejection().orElseThrow().message()).endsWith("other content: kind");
    }

    @Test
    void aRejectedSubmissionIsDecidedAgain() {
      assertRejected(submit(redeem("c-1", ANN, MAY, STARS.points(10))), "INSUFFICIENT_POINTS");
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));

      assertThat(submit(redeem("c-1", ANN, MAY, STARS.points(10))))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @Nested
  class Refusing {
    @Test
    void anotherMembersActivityIsNotTaken_row43() {
      assertRejected(submit(purchase("r-1", BOB, MAY, "EUR 1.00")), "MEMBER_MISMATCH");
    }

    @Test
    void aReceiptCountsOnceUnderWhateverId_row44() {
      SourceKey key = SourceKey.of("store-4/till-2/0815");
      submit(receipt("r-1", key));

      assertRejected(submit(receipt("r-2", key)), "SOURCE_ALREADY_USED");
      assertThat(submit(receipt("r-2", key)).rejection().orElseThrow().message())
          .contains("r-2", "r-1");
      assertThat(submit(receipt("r-1", key))).isInstanceOf(Outcome.Duplicate.class);
      assertThat(submit(receipt("r-3", SourceKey.of("store-4/till-2/0816"))))
          .isInstanceOf(Outcome.Done.class);
      assertThat(available()).isEqualTo(STARS.points(20));
    }

    @Test
    void aReturnedReceiptStaysUsed_row44() {
      SourceKey key = SourceKey.of("store-4/till-2/0815");
      submit(receipt("r-1", key));
      submit(taken("b-1", ANN, MAY, "r-1", Return.all()));

      assertRejected(submit(receipt("r-2", key)), "SOURCE_ALREADY_USED");
      ann = ann.forget(Instant.parse(JUNE));
      assertThat(submit(receipt("r-2", key))).isInstanceOf(Outcome.Done.class);
    }

    private Purchase receipt(String id, SourceKey key) {
      return Purchase.builder()
          .id(ActivityId.of(id))
          .member(ANN)
          .occurredAt(Instant.parse(MAY))
          .sourceKey(key)
          .addLine(line("EUR 10.00"))
          .build();
    }

    @Test
    void pointsOfAnotherProgramAreNotTaken_row58() {
      assertRejected(submit(redeem("c-1", ANN, MAY, MILES.points(1))), "TYPE_MISMATCH");
    }

    @Test
    void oneMoreThanThereIsIsTooMuch_row7() {
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));

      assertRejected(submit(redeem("c-1", ANN, MAY, STARS.points(101))), "INSUFFICIENT_POINTS");
      assertThat(submit(redeem("c-2", ANN, MAY, STARS.points(100))))
          .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void expiredPointsAreGoneWithoutAnyJob_row9() {
      loyalty = Loyalty.of(shop(oneYear(STARS)).build());
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));

      assertRejected(
          submit(redeem("c-1", ANN, "2026-05-04T00:00:00Z", STARS.points(1))),
          "INSUFFICIENT_POINTS");
      assertThat(submit(redeem("c-2", ANN, "2026-05-03T23:59:59.999999Z", STARS.points(1))))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @Nested
  class Forgetting {
    @Test
    void whatIsForgottenCannotBeReturnedAndStaysInTheBalance() {
      submit(purchase("r-1", ANN, MAY, "EUR 100.00"));

      ann = ann.forget(Instant.parse(JUNE));

      assertThat(available()).isEqualTo(STARS.points(100));
      assertRejected(submit(taken("b-1", ANN, JUNE, "r-1", Return.all())), "UNKNOWN_REFERENCE");
    }
  }

  @Test
  void whatIsKnownOfAMemberIsReplacedAndNothingElse() {
    submit(purchase("r-1", ANN, MAY, "EUR 100.00"));
    MemberFacts gold = MemberFacts.builder()
        .status(new StatusFactor(Ratio.of(3, 2), "Gold since May"))
        .build();

    Member known = ann.knowing(gold);

    assertThat(known.facts()).isEqualTo(gold);
    assertThat(known.accounts()).isEqualTo(ann.accounts());
    assertThat(known.knowing(ann.facts())).isEqualTo(ann);
  }

  @Test
  void aRedemptionThatStandsNeedsNoPoints() {
    Submission redemption = redeem("s-1", ANN, MAY, STARS.points(30));

    assertThat(loyalty.submit(ann, redemption).rejection()).isPresent();
    Outcome standing = loyalty.submitStanding(ann, redemption, Shared.nothing());
    assertThat(standing.rejection()).isEmpty();
    assertThat(standing.member().account(STARS).balance(LATER).units()).isEqualTo(-30);
  }
}
