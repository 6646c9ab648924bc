package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.BOB;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.amount;
import static dev.laurel.core.testkit.Programs.line;
import static dev.laurel.core.testkit.Programs.perAmount;
import static dev.laurel.core.testkit.Programs.purchase;
import static dev.laurel.core.testkit.Programs.redeem;
import static dev.laurel.core.testkit.Programs.shop;
import static dev.laurel.core.testkit.Programs.taken;
import static dev.laurel.core.testkit.Programs.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.SourceKey;
import dev.laurel.core.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramRunTest {
  private static final String MAY = "2025-05-03T10:00:00Z";
  private static final Instant END = Instant.parse("2025-12-31T00:00:00Z");

  @Test
  void everyMemberHasAnAccountAndTheSumsBalance() {
    ProgramRun run = ProgramRun.of(Loyalty.of(shop()));
    run.submit(Submission.of(purchase("r-1", ANN, MAY, "EUR 100.00")));
    run.submit(Submission.of(purchase("r-2", BOB, MAY, "EUR 50.00")));
    run.submit(redeem("c-1", ANN, MAY, STARS.points(30)));
    run.submit(redeem("c-2", BOB, MAY, STARS.points(51)));
    run.submit(Submission.of(taken("b-1", BOB, MAY, "r-2", amount("EUR 10.00"))));

    RunTotals.Sums sums = run.totals(END).of(STARS);

    assertThat(sums.accrued()).isEqualTo(150);
    assertThat(sums.available()).isEqualTo(110);
    assertThat(sums.redeemed()).isEqualTo(30);
    assertThat(sums.reversed()).isEqualTo(10);
    assertThat(sums.in()).isEqualTo(sums.out());
    assertThat(run.submitted()).isEqualTo(5);
    assertThat(run.done()).isEqualTo(4);
    assertThat(run.rejections()).containsExactly(Map.entry("INSUFFICIENT_POINTS", 1L));
  }

  @Test
  void sumsMergeHoweverMembersAreDivided() {
    ProgramRun run = ProgramRun.of(Loyalty.of(shop()));
    for (int i = 0; i < 7; i++) {
      run.submit(Submission.of(purchase("r-" + i, MemberId.of("m-" + i), MAY, "EUR 10.00")));
    }
    List<Member> members = List.copyOf(run.members().values());
    RunTotals left = RunTotals.none();
    RunTotals right = RunTotals.none();
    for (int i = 0; i < members.size(); i++) {
      if (i % 3 == 0) {
        left = left.plus(members.get(i), END);
      } else {
        right = right.plus(members.get(i), END);
      }
    }

    assertThat(left.merge(right)).isEqualTo(run.totals(END));
    assertThat(right.merge(left)).isEqualTo(run.totals(END));
    assertThat(RunTotals.none().merge(left)).isEqualTo(left);
  }

  @Test
  void aReferralPaysBothSidesOnce() {
    EarningRule referral = EarningRule.builder()
        .id(RuleId.of("friends"))
        .points(STARS)
        .formula(new Formula.Referral(STARS.points(500), STARS.points(200)))
        .build();
    ProgramRun run = ProgramRun.of(Loyalty.of(program(RuleBook.of(referral))));

    run.submit(Submission.of(referral("e-1", ANN, BOB)));
    run.submit(Submission.of(referral("e-2", BOB, ANN)));
    run.submit(Submission.of(referral("e-3", ANN, BOB)));

    assertThat(run.member(ANN).account(STARS).available(END)).isEqualTo(STARS.points(500));
    assertThat(run.member(BOB).account(STARS).available(END)).isEqualTo(STARS.points(200));
  }

  @Test
  void aBudgetIsSharedByAllMembers() {
    RuleBook rules = RuleBook.builder()
        .addRule(perAmount("base", 1, "EUR 1.00"))
        .addCap(Cap.perProgram("budget", STARS.points(120), Window.lifetime()))
        .build();
    ProgramRun run = ProgramRun.of(Loyalty.of(program(rules)));

    run.submit(Submission.of(purchase("r-1", ANN, MAY, "EUR 100.00")));
    run.submit(Submission.of(purchase("r-2", BOB, MAY, "EUR 100.00")));
    assertThat(run.member(BOB).account(STARS).available(END)).isEqualTo(STARS.points(20));

    run.submit(Submission.of(taken("b-1", ANN, MAY, "r-1", Return.all())));
    run.submit(Submission.of(purchase("r-3", BOB, MAY, "EUR 90.00")));
    assertThat(run.member(BOB).account(STARS).available(END)).isEqualTo(STARS.points(110));
  }

  @Test
  void aReturnOfAnotherMembersPurchaseIsToldApart_row48() {
    ProgramRun run = ProgramRun.of(Loyalty.of(shop()));
    run.submit(Submission.of(purchase("r-1", ANN, MAY, "EUR 100.00")));

    Outcome outcome = run.submit(Submission.of(taken("b-1", BOB, MAY, "r-1", Return.all())));

    assertThat(outcome.rejection().map(Rejection::code)).contains("REFERENCE_OTHER_MEMBER");
    assertThat(run.member(ANN).account(STARS).available(END)).isEqualTo(STARS.points(100));
  }

  @Test
  void aReceiptCountsForOneMember_row44() {
    ProgramRun run = ProgramRun.of(Loyalty.of(shop()));
    run.submit(Submission.of(receipt("r-1", ANN, "2023-01-01T00:00:00Z")));

    Outcome again = run.submit(Submission.of(receipt("r-2", BOB, "2023-01-02T00:00:00Z")));

    assertThat(again.rejection().map(Rejection::code)).contains("SOURCE_ALREADY_USED");
    assertThat(run.rejections()).containsExactly(Map.entry("SOURCE_ALREADY_USED", 1L));
    ProgramRun next = ProgramRun.of(Loyalty.of(shop()));
    run.members().values().forEach(next::enrol);
    assertThat(next.submit(Submission.of(receipt("r-2", BOB, "2023-01-02T00:00:00Z")))
            .rejection())
        .isEqualTo(again.rejection());
    run.submit(Submission.of(purchase("r-3", ANN, "2024-12-01T00:00:00Z", "EUR 1.00")));
    assertThat(run.submit(Submission.of(receipt("r-4", BOB, "2024-12-02T00:00:00Z")))
            .rejection())
        .isEmpty();
  }

  private static Purchase receipt(String id, MemberId member, String at) {
    return Purchase.builder()
        .id(ActivityId.of(id))
        .member(member)
        .occurredAt(Instant.parse(at))
        .sourceKey(SourceKey.of("store-4/till-2/0815"))
        .addLine(line("EUR 10.00"))
        .build();
  }

  @Test
  void onlyTheReturnWindowIsRemembered() {
    ProgramRun run = ProgramRun.of(Loyalty.of(shop()));
    run.submit(Submission.of(purchase("r-1", ANN, "2023-01-01T00:00:00Z", "EUR 100.00")));
    run.submit(Submission.of(purchase("r-2", ANN, "2024-12-01T00:00:00Z", "EUR 100.00")));

    assertThat(run.member(ANN).bookings()).containsOnlyKeys(ActivityId.of("r-2"));
    assertThat(run.member(ANN).account(STARS).available(END)).isEqualTo(STARS.points(200));
    Outcome late =
        run.submit(Submission.of(taken("b-1", ANN, "2024-12-02T00:00:00Z", "r-1", Return.all())));
    assertThat(late.rejection().map(Rejection::code)).contains("UNKNOWN_REFERENCE");
  }

  @Test
  void theListenerHearsEverythingOnce() {
    List<String> heard = new ArrayList<>();
    RunListener listener = new RunListener() {
      @Override
      public void onDone(Effect effect) {
        heard.add("done " + effect.submission().id());
      }

      @Override
      public void onDuplicate(Submission submission) {
        heard.add("again " + submission.id());
      }

      @Override
      public void onRejected(Submission submission, Rejection reason) {
        heard.add(reason.code() + " " + submission.id());
      }
    };
    ProgramRun run = ProgramRun.of(Loyalty.of(shop()), Shared.nothing(), listener);

    run.submit(Submission.of(purchase("r-1", ANN, MAY, "EUR 100.00")));
    run.submit(Submission.of(purchase("r-1", ANN, MAY, "EUR 100.00")));
    run.submit(Submission.of(purchase("r-1", ANN, MAY, "EUR 99.00")));

    assertThat(heard).containsExactly("done r-1", "again r-1", "IDEMPOTENCY_CONFLICT r-1");
    assertThat(run.duplicates()).isEqualTo(1);
  }

  @Test
  void aRunGoesOnFromMembersOfAnEarlierOne() {
    ProgramRun first = ProgramRun.of(Loyalty.of(shop()));
    first.submit(Submission.of(purchase("r-1", ANN, MAY, "EUR 100.00")));
    ProgramRun second = ProgramRun.of(Loyalty.of(shop()), first.shared(), RunListener.silent());

    second.enrol(first.member(ANN));
    second.submit(Submission.of(taken("b-1", ANN, MAY, "r-1", amount("EUR 40.00"))));

    assertThat(second.member(ANN).account(STARS).available(END)).isEqualTo(STARS.points(60));
    assertThatThrownBy(() -> second.enrol(first.member(ANN)))
        .isInstanceOf(InvalidValueException.class);
  }

  private static Program program(RuleBook rules) {
    return Program.builder()
        .id(shop().id())
        .calendar(shop().calendar())
        .addPointTerms(terms(STARS))
        .rules(rules)
        .build();
  }

  private static Engagement referral(String id, MemberId referrer, MemberId friend) {
    return Engagement.builder()
        .id(ActivityId.of(id))
        .member(referrer)
        .kind(ActivityKind.REFERRAL)
        .referred(friend)
        .occurredAt(Instant.parse(MAY))
        .build();
  }
}
