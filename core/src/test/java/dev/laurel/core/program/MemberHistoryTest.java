package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.oneYear;
import static dev.laurel.core.testkit.Programs.purchase;
import static dev.laurel.core.testkit.Programs.redeem;
import static dev.laurel.core.testkit.Programs.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.points.Points;
import dev.laurel.core.testkit.Programs;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemberHistoryTest {
  private static final String MARCH = "2025-03-01T00:00:00Z";
  private static final String MAY = "2025-05-01T00:00:00Z";
  private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

  private MemberHistory history = MemberHistory.open(
      Loyalty.of(shop(oneYear(STARS)).lateActivities(LateCommands.REPLAY).build()), Member.of(ANN));

  private Points available(Member member, Instant at) {
    return member.account(STARS).available(at);
  }

  @Test
  void aLatePurchaseLetsAnEarlierRefusedRedemptionSucceed() {
    history = history.append(redeem("c-1", ANN, MAY, STARS.points(40)));
    assertThat(history.outcomeOf(CommandId.of("c-1")).orElseThrow())
        .isInstanceOf(Outcome.Rejected.class);

    history = history.append(Submission.of(purchase("r-1", ANN, MARCH, "EUR 100.00")));

    assertThat(history.outcomeOf(CommandId.of("c-1")).orElseThrow())
        .isInstanceOf(Outcome.Done.class);
    assertThat(available(history.member(), JUNE)).isEqualTo(STARS.points(60));
    assertThat(history.steps())
        .extracting(step -> step.submission().id().value())
        .containsExactly("r-1", "c-1");
  }

  @Test
  void aRedemptionThatWasAcceptedStands() {
    history = history.append(Submission.of(purchase("r-1", ANN, MARCH, "EUR 100.00")));
    history = history.append(redeem("c-1", ANN, MAY, STARS.points(100)));

    history = history.append(redeem("c-0", ANN, "2025-04-01T00:00:00Z", STARS.points(30)));

    assertThat(history.outcomeOf(CommandId.of("c-1")).orElseThrow())
        .isInstanceOf(Outcome.Done.class);
    assertThat(history.member().account(STARS).balance(JUNE)).hasToString("-30 stars");
  }

  @Test
  void whatWasThoughtIsToldApartFromWhatWas() {
    Purchase late = Purchase.builder()
        .id(ActivityId.of("r-1"))
        .member(ANN)
        .occurredAt(Instant.parse(MARCH))
        .recordedAt(JUNE)
        .addLine(Programs.line("EUR 100.00"))
        .build();
    history = history.append(Submission.of(purchase("r-2", ANN, MARCH, "EUR 7.00")));
    history = history.append(Submission.of(late));
    Instant may = Instant.parse(MAY);

    assertThat(available(history.asOf(may, may), may)).isEqualTo(STARS.points(7));
    assertThat(available(history.asOf(may, JUNE), may)).isEqualTo(STARS.points(107));
    assertThat(history.asOf(Instant.parse("2025-02-01T00:00:00Z"), JUNE).accounts())
        .isEmpty();
  }

  /** What was refused on arrival and is accepted by a later replay was no debt before. */
  @Test
  void whatWasRefusedThenStaysRefusedInThePast() {
    Purchase late = Purchase.builder()
        .id(ActivityId.of("r-1"))
        .member(ANN)
        .occurredAt(Instant.parse(MARCH))
        .recordedAt(JUNE)
        .addLine(Programs.line("EUR 100.00"))
        .build();
    history = history.append(redeem("c-1", ANN, MAY, STARS.points(40)));
    history = history.append(Submission.of(late));
    Instant may = Instant.parse(MAY);

    assertThat(available(history.asOf(JUNE, JUNE), JUNE)).isEqualTo(STARS.points(60));
    assertThat(history.asOf(may, may).account(STARS).balance(may)).hasToString("0 stars");
  }

  @Test
  void theSameSubmissionIsNotAddedTwice() {
    history = history.append(Submission.of(purchase("r-1", ANN, MARCH, "EUR 100.00")));

    assertThat(history.append(Submission.of(purchase("r-1", ANN, MARCH, "EUR 100.00"))))
        .isSameAs(history);
  }

  @Test
  void aStatementAddsUp() {
    history = history.append(Submission.of(purchase("r-1", ANN, MARCH, "EUR 100.00")));
    history = history.append(Submission.of(purchase("r-2", ANN, MAY, "EUR 50.00")));
    history = history.append(redeem("c-1", ANN, MAY, STARS.points(120)));

    Statement.Account stars = Statement.of(history.member(), JUNE).accounts().get(0);

    assertThat(stars.balance()).hasToString("30 stars");
    assertThat(stars.lots())
        .extracting(lot -> lot.id() + " " + lot.remaining())
        .containsExactly("r-2/base 30 stars");
    assertThat(stars.expiring().total()).isEqualTo(STARS.points(30));
    assertThat(stars.expiring().dates().firstKey().lastDay()).hasToString("2026-05-01");
  }
}
