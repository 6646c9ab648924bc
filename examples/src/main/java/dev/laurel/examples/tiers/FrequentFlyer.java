package dev.laurel.examples.tiers;

import static dev.laurel.examples.tiers.Life.noon;
import static dev.laurel.tiers.ladder.Qualification.allOf;
import static dev.laurel.tiers.ladder.Qualification.anyOf;
import static dev.laurel.tiers.ladder.Qualification.holds;
import static dev.laurel.tiers.ladder.Qualification.reach;
import static java.time.ZoneOffset.UTC;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.Phase;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.challenge.Challenge;
import dev.laurel.tiers.challenge.Trial;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.Rollover;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusSource;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.Period;

/**
 * An airline's program in qualification years: so many miles or segments, and so many dollars or a
 * waiver; a soft landing of one tier a year, surplus miles carried by Silver and above, Silver for
 * life at a million miles, and a match of another airline's status, given or on trial.
 */
public final class FrequentFlyer {
  static final PointType MILES = PointType.qualifying("miles", "Qualifying miles");
  static final PointType DOLLARS = PointType.qualifying("dollars", "Qualifying dollars");
  static final ActivityKind FLOWN = ActivityKind.of("miles-flown");
  static final ActivityKind SEGMENT = ActivityKind.of("segment");
  static final Tier MEMBER = Tier.of("member", "Member");
  static final Tier SILVER = Tier.of("silver", "Silver");
  static final Tier GOLD = Tier.of("gold", "Gold");
  static final Tier PLATINUM = Tier.of("platinum", "Platinum");

  private FrequentFlyer() {}

  /** The program as one value. */
  static LoyaltyProgram program() {
    return LoyaltyProgram.of(points(), ladder());
  }

  /** Prints a flyer's years. */
  public static void main(String[] args) {
    System.out.print(story());
    System.out.print(trial());
  }

  /** A flyer who is matched, earns Gold with a waiver, stops flying and lands softly. */
  public static String story() {
    StringBuilder story = new StringBuilder();
    Life unused = eve(story);
    return story.toString();
  }

  /** The life of Eve, told on the way. */
  static Life eve(StringBuilder story) {
    Life eve = new Life(program(), "eve", "2023-01-01");
    eve.learns(
        "elite",
        new StatusFact.Given(
            eve.stamp("match", "2023-02-01"),
            SILVER,
            StatusSource.MATCHED,
            Span.of(Instant.parse("2023-02-01T00:00:00Z"), Instant.parse("2023-05-01T00:00:00Z"))));
    tier(story, eve, "2023-04-30");
    tier(story, eve, "2023-05-01");
    eve.engages("transatlantic", "2023-06-01", FLOWN, 62_000)
        .buys("tickets", "2023-06-01", "ticket", "USD 4000.00");
    story.append(eve.statement("2023-07-01"));
    eve.learns(
        "elite",
        new StatusFact.Flagged(eve.stamp("card", "2023-08-01"), Flag.of("card-waiver"), true));
    for (String day : new String[] {"2023-08-01", "2024-12-31", "2025-01-01", "2026-01-01"}) {
      tier(story, eve, day);
    }
    return eve;
  }

  /** A match on trial: Gold is lent for 90 days, and what is flown in them decides what follows. */
  static Challenge match() {
    return Challenge.builder()
        .code("match-gold")
        .provisional(GOLD)
        .length(Period.ofDays(90))
        .addOutcome(outcome(20_000, GOLD))
        .addOutcome(outcome(10_000, SILVER))
        .build();
  }

  private static Challenge.Outcome outcome(long miles, Tier tier) {
    return new Challenge.Outcome(reach(Metric.points(MILES), miles), tier, Period.ofMonths(12));
  }

  /** A flyer who comes from another airline with Gold and flies enough for Silver. */
  static String trial() {
    StringBuilder story = new StringBuilder();
    Life unused = kim(story);
    return story.toString();
  }

  /** The life of Kim, told on the way. */
  static Life kim(StringBuilder story) {
    Life kim = new Life(program(), "kim", "2025-02-01");
    CommandStamp accepted = kim.stamp("match", "2025-03-01");
    ProgramCalendar calendar = program().calendar();
    match().accept(accepted, calendar).ifPresent(lent -> kim.learns("elite", lent));
    tier(story, kim, "2025-03-01");
    kim.engages("outward", "2025-04-01", FLOWN, 7_000);
    trial(story, kim, accepted, "2025-04-02");
    kim.engages("homeward", "2025-05-10", FLOWN, 7_000);
    trial(story, kim, accepted, "2025-05-11");
    String over =
        calendar.dateOf(match().span(accepted.occurredAt(), calendar).until()).toString();
    match()
        .result(kim.membership().record("elite"), accepted, CommandId.of("outcome"), noon(over))
        .ifPresent(fact -> kim.learns("elite", fact));
    for (String day : new String[] {"2025-05-30", over, "2026-05-31", "2026-06-01"}) {
      tier(story, kim, day);
    }
    return kim;
  }

  private static void trial(StringBuilder story, Life life, CommandStamp accepted, String day) {
    Trial trial =
        match().evaluate(life.membership().record("elite"), accepted.occurredAt(), noon(day));
    for (Trial.Line line : trial.lines()) {
      story.append(day).append(": ").append(line.outcome().tier().name()).append(" for a year: ");
      story.append(line.progress().isMet() ? "done" : line.progress().missing() + " more");
      story.append(" by ");
      story.append(program().calendar().dateOf(trial.span().until().minusSeconds(1)));
      story.append('\n');
    }
  }

  private static void tier(StringBuilder story, Life life, String day) {
    story.append(day).append(": ").append(life.tier("elite", day).name()).append('\n');
  }

  static TierLadder ladder() {
    return TierLadder.builder()
        .code("elite")
        .base(MEMBER)
        .addRung(Rung.builder()
            .tier(SILVER)
            .enter(elite(25_000, 30, 3_000))
            .forLife(reach(Metric.points(MILES), 1_000_000, QualifyingPeriod.lifetime()))
            .build())
        .addRung(Rung.of(GOLD, elite(50_000, 60, 8_000)))
        .addRung(Rung.of(PLATINUM, elite(75_000, 100, 12_000)))
        .addRollover(Rollover.of(Metric.points(MILES)).onlyFrom(SILVER))
        .review(ReviewOutcome.dropOne())
        .build();
  }

  private static Qualification elite(long miles, long segments, long dollars) {
    return allOf(
        anyOf(reach(Metric.points(MILES), miles), reach(Metric.times(SEGMENT), segments)),
        anyOf(reach(Metric.points(DOLLARS), dollars), holds(Flag.of("card-waiver"))));
  }

  private static Program points() {
    return Program.builder()
        .id(ProgramId.of("flyer"))
        .calendar(ProgramCalendar.of(UTC))
        .addPointTerm(
            PointTerms.builder().type(MILES).remainder(Remainder.writeOff()).build())
        .addPointTerm(
            PointTerms.builder().type(DOLLARS).remainder(Remainder.writeOff()).build())
        .rules(RuleBook.of(
            EarningRule.builder()
                .id(RuleId.of("miles"))
                .points(MILES)
                .formula(new Formula.PerUnit(MILES.points(1)))
                .phase(Phase.BONUS)
                .when(Condition.kind(FLOWN))
                .build(),
            EarningRule.builder()
                .id(RuleId.of("dollars"))
                .points(DOLLARS)
                .formula(new Formula.PerAmount(
                    PointRate.of(DOLLARS.points(1), ExactMoney.parse("USD 1.00")), false))
                .rounding(RoundingMode.DOWN)
                .build()))
        .build();
  }
}
