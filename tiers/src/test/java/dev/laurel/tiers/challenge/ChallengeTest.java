package dev.laurel.tiers.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.status.QualifyingEvent;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusRecord;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private static final ActivityKind FLIGHT = ActivityKind.of("flight");
  private static final Metric FLIGHTS = Metric.times(FLIGHT);
  private static final MemberId ANN = MemberId.of("m-ann");
  private static final Tier MEMBER = Tier.of("member", "Member");
  private static final Tier SILVER = Tier.of("silver", "Silver");
  private static final Tier GOLD = Tier.of("gold", "Gold");
  private static final ProgramCalendar UTC = ProgramCalendar.of(ZoneOffset.UTC);
  private static final CommandStamp ACCEPTED =
      CommandStamp.of(CommandId.of("match"), ANN, Instant.parse("2025-03-01T10:00:00Z"));
  private static final Instant DEADLINE = Instant.parse("2025-05-31T00:00:00Z");

  private final Challenge challenge = Challenge.builder()
      .code("match-gold")
      .provisional(GOLD)
      .length(Period.ofDays(90))
      .addOutcome(outcome(20, GOLD, Period.ofMonths(12)))
      .addOutcome(outcome(10, SILVER, Period.ofMonths(12)))
      .build();

  private static Challenge.Outcome outcome(long flights, Tier tier, Period lasting) {
    return new Challenge.Outcome(Qualification.reach(FLIGHTS, flights), tier, lasting);
  }

  private static StatusRecord flown(StatusRecord record, String id, String at, long flights) {
    Instant when = Instant.parse(at);
    return record
        .decide(new StatusFact.Happened(
            CommandStamp.of(CommandId.of(id), ANN, when),
            QualifyingEvent.builder()
                .activity(ActivityId.of(id))
                .kind(FLIGHT)
                .occurredAt(when)
                .times(flights)
                .build()))
        .orThrow();
  }

  /** A member who flew 30 times before the match and takes the challenge. */
  private StatusRecord accepted() {
    TierLadder ladder = TierLadder.builder()
        .code("elite")
        .base(MEMBER)
        .addRung(Rung.of(SILVER, Qualification.reach(FLIGHTS, 100)))
        .addRung(Rung.of(GOLD, Qualification.reach(FLIGHTS, 200)))
        .build();
    StatusRecord record =
        StatusRecord.open(LadderVersions.of(ladder), UTC, Instant.parse("2025-01-01T00:00:00Z"));
    return flown(record, "before", "2025-02-01T00:00:00Z", 30)
        .decide(challenge.accept(ACCEPTED, UTC).orElseThrow())
        .orThrow();
  }

  private Optional<StatusFact> result(StatusRecord record, Instant asOf) {
    return challenge.result(record, ACCEPTED, CommandId.of("proved"), asOf);
  }

  private static Tier tier(StatusRecord record, Instant at) {
    return record.standing(at).tier();
  }

  @Test
  void theTierIsLentUntilTheDeadline() {
    StatusRecord record = accepted();

    assertThat(tier(record, DEADLINE.minusSeconds(1))).isEqualTo(GOLD);
    assertThat(tier(record, DEADLINE)).isEqualTo(MEMBER);
    assertThat(result(record, DEADLINE)).isEmpty();
  }

  @Test
  void onlyWhatIsDoneWithinTheTrialCounts() {
    StatusRecord record = flown(accepted(), "f", "2025-04-01T00:00:00Z", 8);

    Trial trial =
        challenge.evaluate(record, ACCEPTED.occurredAt(), Instant.parse("2025-04-02T00:00:00Z"));

    assertThat(trial.best()).isEmpty();
    assertThat(trial.lines().get(0).progress().missing()).isEqualTo("12 times flight");
    assertThat(trial.lines().get(1).progress().missing()).isEqualTo("2 times flight");
    assertThat(trial.span().until()).isEqualTo(DEADLINE);
  }

  @Test
  void theBestOutcomeIsGivenAtOnce() {
    StatusRecord record = flown(accepted(), "f", "2025-04-01T00:00:00Z", 20);
    Instant now = Instant.parse("2025-04-01T00:00:00Z");

    StatusRecord proved = record.decide(result(record, now).orElseThrow()).orThrow();

    assertThat(tier(proved, Instant.parse("2026-04-01T23:00:00Z"))).isEqualTo(GOLD);
    assertThat(tier(proved, Instant.parse("2026-04-02T00:00:00Z"))).isEqualTo(MEMBER);
  }

  @Test
  void aLesserOutcomeIsGivenAtTheDeadline() {
    StatusRecord record = flown(accepted(), "f", "2025-04-01T00:00:00Z", 12);

    assertThat(result(record, DEADLINE.minusSeconds(1))).isEmpty();
    StatusRecord proved = record.decide(result(record, DEADLINE).orElseThrow()).orThrow();

    assertThat(tier(proved, DEADLINE.minusSeconds(1))).isEqualTo(GOLD);
    assertThat(tier(proved, DEADLINE)).isEqualTo(SILVER);
  }

  @Test
  void whatComesAfterTheDeadlineIsTooLate() {
    StatusRecord record = flown(accepted(), "f", "2025-05-31T00:00:00Z", 20);

    assertThat(result(record, Instant.parse("2025-06-30T00:00:00Z"))).isEmpty();
  }

  @Test
  void goalsWithAPeriodOfTheirOwnAreRefused() {
    Qualification lifetime = Qualification.reach(FLIGHTS, 5, QualifyingPeriod.lifetime());

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Challenge.Outcome(lifetime, GOLD, Period.ofMonths(1)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.VALUE_INVALID));
  }

  @Nested
  class MilestoneRewards {
    private final Milestones nights = Milestones.between(FLIGHTS, 20, 10, 150);

    /** Scenario 26: 19,000 and 2,000 complete round one and leave round two at 1,000. */
    @Test
    void overshootCountsForTheNext() {
      Milestones miles = Milestones.every(FLIGHTS, 20_000);

      assertThat(miles.reached(19_000, 21_000)).containsExactly(20_000L);
      assertThat(miles.missing(21_000)).hasValue(19_000);
    }

    @Test
    void oneEventMayPassSeveral() {
      assertThat(nights.reached(15, 45)).containsExactly(20L, 30L, 40L);
      assertThat(nights.passed(45)).isEqualTo(3);
      assertThat(nights.reached(45, 40)).isEmpty();
    }

    @Test
    void thereIsNothingBeyondTheLast() {
      assertThat(nights.reached(145, 500)).containsExactly(150L);
      assertThat(nights.missing(150)).isEmpty();
      assertThat(nights.missing(149)).hasValue(1);
    }

    @Test
    void milestonesMustRise() {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Milestones.between(FLIGHTS, 20, 10, 19))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.RANGE));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Milestones.every(FLIGHTS, 0));
    }
  }
}
