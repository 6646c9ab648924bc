package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.BOB;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.line;
import static dev.laurel.core.testkit.Programs.purchase;
import static dev.laurel.core.testkit.Programs.redeem;
import static dev.laurel.core.testkit.Programs.shop;
import static dev.laurel.core.testkit.Programs.stamp;
import static dev.laurel.core.testkit.Programs.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.SourceKey;
import dev.laurel.core.ledger.CommandStamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MemberMergeTest {
  private static final String MAY = "2025-05-03T10:00:00Z";
  private static final String JUNE = "2025-06-03T10:00:00Z";
  private static final String JULY = "2025-07-03T10:00:00Z";
  private static final Instant LATER = Instant.parse("2025-08-01T00:00:00Z");

  private final Loyalty loyalty = Loyalty.of(shop());
  private final Member ann = after(Member.of(ANN), purchase("a-1", ANN, MAY, "EUR 100.00"));
  private final Member bob = after(Member.of(BOB), purchase("b-1", BOB, MAY, "EUR 30.00"));

  private Member after(Member member, Activity... activities) {
    Member next = member;
    for (Activity activity : activities) {
      Outcome outcome = loyalty.submit(next, Submission.of(activity));
      assertThat(outcome.rejection()).isEmpty();
      next = outcome.member();
    }
    return next;
  }

  private static CommandStamp merge(MemberId gone) {
    return stamp("m-1", gone, JUNE);
  }

  private MergeOutcome.Done merged(Member gone, Member kept) {
    return (MergeOutcome.Done) loyalty.merge(gone, kept, merge(gone.id()));
  }

  private static long stars(Member member) {
    return member.account(STARS).balance(LATER).units();
  }

  @Test
  void theOneWhoStaysHasWhatBothHad() {
    MergeOutcome.Done done = merged(ann, bob);

    assertThat(stars(done.kept())).isEqualTo(130);
    assertThat(stars(done.gone())).isZero();
    assertThat(done.kept().history()).isEqualTo(ann.history().merge(bob.history()));
    assertThat(done.given().keySet()).containsExactly(STARS);
    assertThat(done.gone().bookings()).isEmpty();
    assertThat(done.gone().effects()).isEmpty();
  }

  @Test
  void thePurchaseOfTheOneIsReturnedByTheOther() {
    Member kept = merged(ann, bob).kept();

    Member back = after(kept, taken("r-1", BOB, JULY, "a-1", Return.all()));

    assertThat(stars(back)).isEqualTo(30);
    assertThat(back.account(STARS).totals(LATER).reversed()).isEqualTo(100);
    assertThat(back.history()).isEqualTo(bob.history());
    assertThat(loyalty
            .submit(back, Submission.of(taken("r-2", BOB, JULY, "a-1", Return.all())))
            .rejection()
            .orElseThrow()
            .code())
        .isEqualTo("ALREADY_REVERSED");
  }

  @Test
  void whatWasToldOfTheOneIsNotTakenAgainAtTheOther() {
    Member kept = merged(ann, bob).kept();

    assertThat(loyalty.submit(kept, Submission.of(purchase("a-1", ANN, MAY, "EUR 100.00"))))
        .isInstanceOf(Outcome.Duplicate.class);
  }

  @Test
  void factsOfTheOneWhoStaysWin() {
    MemberFacts.Builder anns = MemberFacts.builder();
    anns.attributes(Attributes.none().with("seat", "window").with("meal", "vegan"))
        .addSegment(Segment.of("families"))
        .enrolledOn(LocalDate.of(2020, 1, 1));
    MemberFacts.Builder bobs = MemberFacts.builder();
    bobs.attributes(Attributes.none().with("seat", "aisle"))
        .addSegment(Segment.of("drivers"))
        .enrolledOn(LocalDate.of(2024, 1, 1));

    MemberFacts facts =
        merged(ann.knowing(anns.build()), bob.knowing(bobs.build())).kept().facts();

    assertThat(facts.attributes().text("seat")).contains("aisle");
    assertThat(facts.attributes().text("meal")).contains("vegan");
    assertThat(facts.segments()).containsOnly(Segment.of("families"), Segment.of("drivers"));
    assertThat(facts.enrolledOn()).contains(LocalDate.of(2024, 1, 1));
  }

  @Test
  void aMemberDoesNotGoUpInItself_row54() {
    assertRejected(ann, ann, "MERGE_SELF");
  }

  @Test
  void whoeverHasGoneUpCannotGoUpAgain_row54() {
    MergeOutcome.Done done = merged(ann, bob);

    assertRejected(done.gone(), done.kept(), "MEMBER_MERGED");
    assertRejected(done.kept(), done.gone(), "MEMBER_MERGED");
  }

  @Test
  void oneNameForTwoThingsIsAConflict() {
    assertRejected(ann, after(bob, purchase("a-1", BOB, MAY, "EUR 5.00")), "IDEMPOTENCY_CONFLICT");
  }

  @Test
  void oneReceiptThatCountedTwiceMustBeReturnedOnce_row44() {
    Member once = after(ann, receipt("a-2", ANN));
    Member twice = after(bob, receipt("b-2", BOB));
    assertRejected(once, twice, "SOURCE_ALREADY_USED");

    Member back = after(once, taken("r-1", ANN, MAY, "a-2", Return.all()));

    assertThat(stars(merged(back, twice).kept())).isEqualTo(100 + 30 + 7);
  }

  private static Purchase receipt(String id, MemberId member) {
    return Purchase.builder()
        .id(ActivityId.of(id))
        .member(member)
        .occurredAt(Instant.parse(MAY))
        .sourceKey(SourceKey.of("till-1/42"))
        .addLine(line("EUR 7.00"))
        .build();
  }

  @Test
  void moreThanOneMemberMayHaveIsNotMerged() {
    assertRejected(knowing(ann, "a", 40), knowing(bob, "b", 40), "LIMIT_EXCEEDED");
    assertThat(merged(knowing(ann, "a", 40), knowing(bob, "a", 40))
            .kept()
            .facts()
            .attributes()
            .values())
        .hasSize(40);
  }

  private static Member knowing(Member member, String prefix, int facts) {
    Attributes attributes = Attributes.none();
    for (int i = 0; i < facts; i++) {
      attributes = attributes.with(prefix + i, BigDecimal.ONE);
    }
    return member.knowing(MemberFacts.builder().attributes(attributes).build());
  }

  @Test
  void debtOfTheOneIsRepaidByTheOther() {
    Member spent =
        loyalty.submit(ann, redeem("s-1", ANN, MAY, STARS.points(100))).member();
    Member owing = after(spent, taken("r-1", ANN, MAY, "a-1", Return.all()));
    assertThat(stars(owing)).isEqualTo(-100);

    assertThat(stars(merged(owing, bob).kept())).isEqualTo(-70);
    assertThat(stars(merged(bob, owing).kept())).isEqualTo(-70);
  }

  @Test
  void theStampIsThatOfTheOneWhoIsGone() {
    MergeOutcome outcome = loyalty.merge(ann, bob, merge(BOB));

    assertThat(outcome.rejection().orElseThrow().code()).isEqualTo("MEMBER_MISMATCH");
  }

  private void assertRejected(Member gone, Member kept, String code) {
    MergeOutcome outcome = loyalty.merge(gone, kept, merge(gone.id()));

    assertThat(outcome.rejection().map(Rejection::code)).contains(code);
    assertThat(outcome.rejection().map(Rejection::message).orElseThrow().length())
        .isLessThanOrEqualTo(300);
    assertThat(outcome.gone()).isSameAs(gone);
    assertThat(outcome.kept()).isSameAs(kept);
  }
}
