package dev.laurel.tiers.status;

import static dev.laurel.tiers.ladder.Qualification.allOf;
import static dev.laurel.tiers.ladder.Qualification.anyOf;
import static dev.laurel.tiers.ladder.Qualification.holds;
import static dev.laurel.tiers.ladder.Qualification.reach;
import static dev.laurel.tiers.status.Lives.GOLD;
import static dev.laurel.tiers.status.Lives.MEMBER;
import static dev.laurel.tiers.status.Lives.PLATINUM;
import static dev.laurel.tiers.status.Lives.SILVER;
import static dev.laurel.tiers.status.Lives.STARS;
import static dev.laurel.tiers.status.Lives.after;
import static dev.laurel.tiers.status.Lives.balance;
import static dev.laurel.tiers.status.Lives.earned;
import static dev.laurel.tiers.status.Lives.enrolled;
import static dev.laurel.tiers.status.Lives.raised;
import static dev.laurel.tiers.status.Lives.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import dev.laurel.tiers.ladder.Bands;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.Rollover;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The worked scenarios of the specification that are about tiers, by their numbers. */
class TierScenarioTest {

  /** Scenario 13: tiers on the balance. */
  @Test
  void tiersOnTheBalanceFollowIt() {
    Bands bands = new Bands(
        Metric.currentBalance(STARS),
        List.of(
            Bands.band(Tier.of("basic", "Basic"), 0, 99),
            Bands.band(SILVER, 100, 499),
            Bands.band(GOLD, 500, 999),
            Bands.band(PLATINUM, 1000)));
    TierLadder ladder = TierLadder.builder()
        .code("balance")
        .base(bands.base())
        .addAllRungs(bands.rungs())
        .validity(Validity.whileQualified())
        .build();

    StatusRecord record = after(
        enrolled(ladder, "2023-01-01T00:00:00Z"),
        balance("b-1", "2023-01-10T00:00:00Z", 100),
        balance("b-2", "2023-02-15T00:00:00Z", 50),
        balance("b-3", "2023-02-25T00:00:00Z", 550));

    assertThat(tier(record, "2023-01-10T00:00:00Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2023-02-15T00:00:00Z").code()).isEqualTo("basic");
    assertThat(tier(record, "2023-02-25T00:00:00Z")).isEqualTo(GOLD);
  }

  /** Scenario 14: three ways to fall from 350 to 150. */
  @Nested
  class GoldWhoSpendsTwoHundred {
    private final Tier bronze = Tier.of("bronze", "Bronze");

    private StatusRecord under(Validity validity, ReviewOutcome outcome) {
      TierLadder ladder = TierLadder.builder()
          .code("balance")
          .base(MEMBER)
          .addRung(Rung.of(bronze, reach(Metric.currentBalance(STARS), 100)))
          .addRung(Rung.of(SILVER, reach(Metric.currentBalance(STARS), 200)))
          .addRung(Rung.of(GOLD, reach(Metric.currentBalance(STARS), 300)))
          .validity(validity)
          .review(outcome)
          .build();
      return after(
          enrolled(ladder),
          balance("b-1", "2025-02-01T00:00:00Z", 350),
          balance("b-2", "2025-03-01T00:00:00Z", 150));
    }

    @Test
    void fallsAtOnceWhereTiersLastWhileQualified() {
      StatusRecord record = under(Validity.whileQualified(), ReviewOutcome.dropOne());

      assertThat(tier(record, "2025-02-28T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(record, "2025-03-01T00:00:00Z")).isEqualTo(bronze);
    }

    @Test
    void fallsOneTierAtTheReviewByTheSoftLanding() {
      StatusRecord record = under(Validity.endOfPeriod(), ReviewOutcome.dropOne());

      assertThat(tier(record, "2025-12-31T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(record, "2026-01-01T00:00:00Z")).isEqualTo(SILVER);
    }

    @Test
    void fallsToWhatIsQualifiedForAtTheReview() {
      StatusRecord record = under(Validity.endOfPeriod(), ReviewOutcome.dropToQualified());

      assertThat(tier(record, "2026-01-01T00:00:00Z")).isEqualTo(bronze);
    }

    @Test
    void debtChangesNothing() {
      TierLadder ladder = TierLadder.builder()
          .code("points")
          .base(MEMBER)
          .addRung(Rung.of(SILVER, reach(Metric.points(STARS), 100)))
          .build();
      StatusRecord record = after(
          enrolled(ladder),
          earned("e", "2025-02-01T00:00:00Z", "base", STARS, 100, ActivityKind.REVIEW),
          balance("b", "2025-03-01T00:00:00Z", -500));

      assertThat(tier(record, "2025-03-01T00:00:00Z")).isEqualTo(SILVER);
    }
  }

  /** Scenario 15: the review looks at the figures, then they begin again. */
  @Test
  void reviewComesBeforeTheReset() {
    TierLadder ladder = TierLadder.builder()
        .code("levels")
        .base(Tier.of("l0", "Level 0"))
        .addRung(Rung.of(Tier.of("l1", "Level 1"), reach(Metric.points(STARS), 10)))
        .addRung(Rung.of(Tier.of("l2", "Level 2"), reach(Metric.points(STARS), 30)))
        .addRung(Rung.of(Tier.of("l3", "Level 3"), reach(Metric.points(STARS), 100)))
        .period(QualifyingPeriod.membershipYear(Period.ofDays(365)))
        .build();
    StatusRecord climbed = after(
        enrolled(ladder),
        earned("e-1", "2025-02-01T00:00:00Z", "base", STARS, 10, ActivityKind.REVIEW),
        earned("e-2", "2025-03-01T00:00:00Z", "base", STARS, 20, ActivityKind.REVIEW));

    assertThat(tier(climbed, "2025-02-01T00:00:00Z").code()).isEqualTo("l1");
    assertThat(tier(climbed, "2025-03-01T00:00:00Z").code()).isEqualTo("l2");
    assertThat(levelAfterYearWith(climbed, 5)).isEqualTo("l0");
    assertThat(levelAfterYearWith(climbed, 10)).isEqualTo("l1");
    assertThat(levelAfterYearWith(climbed, 30)).isEqualTo("l2");
  }

  private static String levelAfterYearWith(StatusRecord climbed, long active) {
    StatusRecord record = after(
        climbed, earned("e-3", "2026-06-01T00:00:00Z", "base", STARS, active, ActivityKind.REVIEW));
    Instant next = Instant.parse("2027-01-01T00:00:00Z");
    assertThat(record.measures(next).of(Metric.points(STARS), Optional.empty())).isZero();
    return record.standing(next).tier().code();
  }

  /** Scenario 18: miles or segments, and dollars or a waiver. */
  @Nested
  class AirlineWithWaivers {
    private final PointType miles = PointType.qualifying("mqm", "Medallion qualifying miles");
    private final PointType segments = PointType.qualifying("mqs", "Segments");
    private final PointType dollars = PointType.qualifying("mqd", "Dollars");
    private final Tier diamond = Tier.of("diamond", "Diamond");
    private final ActivityKind flight = ActivityKind.of("flight");

    private final TierLadder ladder = TierLadder.builder()
        .code("medallion")
        .base(MEMBER)
        .addRung(Rung.of(SILVER, medallion(25_000, 30, 3_000, "waiver")))
        .addRung(Rung.of(GOLD, medallion(50_000, 60, 8_000, "waiver")))
        .addRung(Rung.of(PLATINUM, medallion(75_000, 100, 12_000, "waiver")))
        .addRung(Rung.of(diamond, medallion(125_000, 140, 20_000, "diamond-waiver")))
        .addRollover(Rollover.of(Metric.points(miles)).onlyFrom(SILVER))
        .build();

    private Qualification medallion(long mqm, long mqs, long mqd, String waiver) {
      return allOf(
          anyOf(reach(Metric.points(miles), mqm), reach(Metric.points(segments), mqs)),
          anyOf(reach(Metric.points(dollars), mqd), holds(Flag.of(waiver))));
    }

    private StatusRecord flew(long mqm, long mqd) {
      StatusRecord record = after(
          enrolled(ladder, "2023-01-01T00:00:00Z"),
          earned("m", "2023-06-01T00:00:00Z", "miles", miles, mqm, flight));
      return mqd == 0
          ? record
          : after(record, earned("d", "2023-06-02T00:00:00Z", "dollars", dollars, mqd, flight));
    }

    @Test
    void milesAndDollarsTogetherMakeGold() {
      StatusRecord record = flew(80_000, 9_000);

      assertThat(tier(record, "2023-07-01T00:00:00Z")).isEqualTo(GOLD);
      assertThat(record
              .outlook(Instant.parse("2023-07-01T00:00:00Z"))
              .next()
              .orElseThrow()
              .progress()
              .missing())
          .isEqualTo("3000 mqd or waiver");
    }

    @Test
    void theCardWaivesTheDollars() {
      StatusRecord record =
          after(flew(80_000, 9_000), raised("w", "2023-06-03T00:00:00Z", "waiver"));

      assertThat(tier(record, "2023-07-01T00:00:00Z")).isEqualTo(PLATINUM);
    }

    @Test
    void theCardsWaiverIsNotTheDiamondWaiver() {
      StatusRecord record =
          after(flew(130_000, 9_000), raised("w", "2023-06-03T00:00:00Z", "waiver"));

      assertThat(tier(record, "2023-07-01T00:00:00Z")).isEqualTo(PLATINUM);
    }

    @Test
    void surplusMilesOfASilverAreCarriedAndThoseOfNobodyAreNot() {
      Instant next = Instant.parse("2024-01-01T00:00:00Z");

      assertThat(flew(40_000, 3_000).measures(next).of(Metric.points(miles), Optional.empty()))
          .isEqualTo(15_000);
      assertThat(flew(20_000, 0).measures(next).of(Metric.points(miles), Optional.empty()))
          .isZero();
    }
  }

  /** Scenario 21: a car counts for its year and three more, a service for its year. */
  @Test
  void milestonesCountAsLongAsTheirSourceSays() {
    PointType milestones = PointType.qualifying("milestones", "Milestones");
    Tier blue = Tier.of("blue", "Blue");
    TierLadder ladder = TierLadder.builder()
        .code("fordpass")
        .base(Tier.of("bronze", "Bronze"))
        .addRung(Rung.of(SILVER, reach(Metric.points(milestones), 2)))
        .addRung(Rung.of(blue, reach(Metric.points(milestones), 5)))
        .putValidityByRule(
            RuleId.of("vehicle"), Expiry.afterRoundedUp(Period.ofYears(3), CalendarPeriod.YEAR))
        .validity(Validity.endOfPeriod())
        .build();
    ActivityKind purchase = ActivityKind.PURCHASE;

    StatusRecord record = after(
        enrolled(ladder),
        earned("car", "2025-05-10T00:00:00Z", "vehicle", milestones, 1, purchase),
        earned("service", "2025-07-10T00:00:00Z", "service", milestones, 1, purchase));

    long[] counts = new long[5];
    for (int i = 0; i < 5; i++) {
      Instant december = Instant.parse((2025 + i) + "-12-31T23:59:59Z");
      counts[i] = record.measures(december).of(Metric.points(milestones), Optional.empty());
    }
    assertThat(counts).containsExactly(2, 1, 1, 1, 0);
    assertThat(tier(record, "2025-12-31T23:59:59Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2026-01-01T00:00:00Z").code()).isEqualTo("bronze");
  }
}
