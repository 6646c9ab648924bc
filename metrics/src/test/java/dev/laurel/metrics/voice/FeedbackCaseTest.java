package dev.laurel.metrics.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.survey.Conventions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedbackCaseTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant DUE = NOON.plus(Duration.ofDays(2));
  private static final CaseCommand ASSIGN = new CaseCommand.Assign(NOON, "desk-4", DUE);

  @Test
  void aDetractorIsContactedHelpedAndAskedAgain() {
    FeedbackCase done = done(
        opened(3),
        ASSIGN,
        new CaseCommand.Contact(hour(5)),
        new CaseCommand.Resolve(hour(9), "repair"),
        new CaseCommand.Resurvey(hour(200), new Rating(Conventions.NPS, 9)));

    assertThat(done.status()).isEqualTo(FeedbackCase.Status.RESURVEYED);
    assertThat(done.isContactedInTime()).isTrue();
    assertThat(done.isRecovered()).isTrue();
    assertThat(done.resolution()).contains("repair");
    assertThat(done.toString()).doesNotContain("desk-4");
  }

  @Test
  void onlyABadAnswerOpensACase() {
    assertThat(FeedbackCase.open(FeedbackTest.rating("f", 7, Optional.empty()), NOON))
        .isEmpty();
    assertThat(FeedbackCase.open(FeedbackTest.feedback("f", NOON, "words"), NOON))
        .isEmpty();
    assertThat(new Rating(Conventions.CSAT, 3).isBad()).isTrue();
    assertThat(new Rating(Conventions.CES_1, 4).isBad()).isTrue();
    assertThat(new Rating(Conventions.CES_2, 4).isBad()).isFalse();
    assertThatThrownBy(() ->
            FeedbackCase.open(FeedbackTest.rating("f", 1, Optional.empty()), NOON.minusSeconds(1)))
        .extracting("code")
        .isEqualTo(FailureCode.WINDOW_INVALID);
  }

  @Test
  void nothingFollowsAnEnd_row103() {
    FeedbackCase given = done(opened(0), new CaseCommand.GiveUp(hour(1), "unreachable"));

    assertRefused(given, new CaseCommand.Contact(hour(2)), CaseDecision.Code.ILLEGAL_TRANSITION);
    assertRefused(
        given, new CaseCommand.GiveUp(hour(2), "x"), CaseDecision.Code.ILLEGAL_TRANSITION);
  }

  @Test
  void stepsAreNotSkippedNorTakenBackInTime() {
    FeedbackCase open = opened(0);
    FeedbackCase reached = done(open, new CaseCommand.Contact(hour(3)));
    FeedbackCase resolved = done(reached, new CaseCommand.Resolve(hour(4), "repair"));

    assertRefused(
        open, new CaseCommand.Resolve(hour(1), "repair"), CaseDecision.Code.ILLEGAL_TRANSITION);
    assertRefused(
        reached, new CaseCommand.Resolve(hour(2), "repair"), CaseDecision.Code.TIME_GOES_BACK);
    assertRefused(
        resolved,
        new CaseCommand.Resurvey(hour(5), new Rating(Conventions.CSAT, 5)),
        CaseDecision.Code.DEFINITION_MISMATCH);
    assertThat(done(reached, new CaseCommand.Assign(hour(6), "desk-9", hour(8))).status())
        .isEqualTo(FeedbackCase.Status.CONTACTED);
  }

  @Test
  void theFirstContactCounts() {
    FeedbackCase twice = done(
        opened(0), ASSIGN, new CaseCommand.Contact(hour(1)), new CaseCommand.Contact(hour(90)));

    assertThat(twice.contactedAt()).contains(hour(1));
  }

  @Test
  void theLoopIsJudgedWithIntervals() {
    FeedbackCase inTime = done(opened(0), ASSIGN, new CaseCommand.Contact(hour(10)));
    FeedbackCase late = done(opened(0), ASSIGN, new CaseCommand.Contact(hour(50)));
    FeedbackCase waiting = done(opened(0), ASSIGN);
    FeedbackCase untaken = opened(0);
    FeedbackCase recovered = done(
        inTime,
        new CaseCommand.Resolve(hour(11), "repair"),
        new CaseCommand.Resurvey(hour(60), new Rating(Conventions.NPS, 8)));
    List<FeedbackCase> cases = List.of(inTime, late, waiting, untaken, recovered);

    ClosedLoop loop = ClosedLoop.of(cases, hour(100));

    assertThat(loop.contactedInTime()).isEqualTo(Proportion.of(2, 4));
    assertThat(loop.resolved()).isEqualTo(Proportion.of(1, 5));
    assertThat(loop.recovered()).isEqualTo(Proportion.of(1, 1));
    assertThat(ClosedLoop.of(List.of(waiting), hour(47)).contactedInTime())
        .isEqualTo(Proportion.of(0, 0));
    assertThat(loop.merge(loop).resolved()).isEqualTo(Proportion.of(2, 10));
    assertThatThrownBy(() -> ClosedLoop.of(cases, hour(1)))
        .extracting("code")
        .isEqualTo(FailureCode.WINDOW_INVALID);
  }

  /** Oracle: statsmodels, Wilson of 8 in 10. */
  @Test
  void eightOfTenInTimeMayBeHalf() {
    Estimate share = new ClosedLoop(Proportion.of(8, 10), Proportion.of(0, 0), Proportion.of(0, 0))
        .contactedInTime()
        .estimate()
        .orElseThrow();

    assertThat(share.interval().orElseThrow().lower()).isCloseTo(.4901624715, within(6e-11));
    assertThat(share.interval().orElseThrow().upper()).isCloseTo(.9433178485, within(6e-11));
  }

  /** By hand: of four, one reached within 10 hours, one lost at 20, one reached at 50. */
  @Test
  void openCasesAreNotForgottenInTheTimeToContact() {
    FeedbackCase early = done(opened(0), new CaseCommand.Contact(hour(10)));
    FeedbackCase given = done(opened(0), new CaseCommand.GiveUp(hour(20), "unreachable"));
    FeedbackCase late = done(opened(0), new CaseCommand.Contact(hour(49).plusSeconds(1)));
    FeedbackCase open = opened(0);

    var curve = ClosedLoop.waitingForContact(
        List.of(early, given, late, open), hour(100), Duration.ofHours(1));

    assertThat(curve.at(9)).isEqualTo(1);
    assertThat(curve.at(10)).isCloseTo(0.75, within(1e-12));
    assertThat(curve.at(49)).isCloseTo(0.75, within(1e-12));
    assertThat(curve.at(50)).isCloseTo(0.375, within(1e-12));
    assertThat(curve.firstAtMost(0.5)).hasValue(50);
  }

  private static void assertRefused(
      FeedbackCase each, CaseCommand command, CaseDecision.Code code) {
    assertThat(each.decide(command))
        .isEqualTo(new CaseDecision.Refused(code, each.status(), command));
  }

  private static FeedbackCase opened(int answer) {
    return FeedbackCase.open(FeedbackTest.rating("f", answer, Optional.empty()), NOON)
        .orElseThrow();
  }

  private static FeedbackCase done(FeedbackCase each, CaseCommand... commands) {
    FeedbackCase now = each;
    for (CaseCommand command : commands) {
      now = ((CaseDecision.Accepted) now.decide(command)).next();
    }
    return now;
  }

  private static Instant hour(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }
}
