package dev.laurel.tiers.membership;

import dev.laurel.core.activity.Return;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Counting;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.RefundEffect;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.Rollover;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.StatusEffect;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random programs with ladders of every kind of term, and random lives in them. */
final class RandomClubs {
  private final Random random;
  private final MemberId member;
  private final String prefix;

  RandomClubs(long seed) {
    this(seed, Programs.ANN, "");
  }

  /** Lives of a member whose events have names of their own. */
  RandomClubs(long seed, MemberId member, String prefix) {
    this.random = new Random(seed);
    this.member = member;
    this.prefix = prefix;
  }

  LoyaltyProgram program(LateCommands late) {
    LoyaltyProgram.Builder program = LoyaltyProgram.builder();
    program
        .points(ProgramVersions.of(Clubs.points(late)))
        .crossing(List.of(Crossing.values()).get(random.nextInt(3)))
        .addLadder(versions("first"));
    if (random.nextBoolean()) {
      program.addLadder(versions("second"));
    }
    return program.build();
  }

  private LadderVersions versions(String code) {
    TierLadder ladder = ladder(code);
    if (random.nextInt(4) > 0) {
      return LadderVersions.of(ladder);
    }
    TierLadder.Builder cheaper = TierLadder.builder();
    cheaper.code(code).base(ladder.base()).period(ladder.period()).validity(ladder.validity());
    for (int level = 1; level <= ladder.rungs().size(); level++) {
      cheaper.addRung(Rung.of(ladder.tier(level), enter(level * 150L)));
    }
    return LadderVersions.of(ladder).with(Instant.parse("2026-07-01T00:00:00Z"), cheaper.build());
  }

  TierLadder ladder(String code) {
    TierLadder.Builder ladder = TierLadder.builder();
    ladder.code(code).base(Clubs.GREEN);
    long threshold = 0;
    int rungs = random.nextInt(4);
    for (int i = 1; i <= rungs; i++) {
      threshold += 50 + random.nextInt(400);
      Rung.Builder rung = Rung.builder();
      rung.tier(Tier.of("t" + i, "T" + i))
          .enter(enter(threshold))
          .stay(enter(1 + threshold * (1 + random.nextInt(2)) / 2))
          .factor(Ratio.of(10 + 2L * i, 10));
      if (random.nextInt(3) == 0) {
        rung.forLife(Qualification.reach(
            Metric.points(Clubs.MILES), 4 * threshold, QualifyingPeriod.lifetime()));
      }
      ladder.addRung(rung.build());
    }
    terms(ladder);
    return ladder.build();
  }

  private Qualification enter(long threshold) {
    return Qualification.anyOf(
        Qualification.reach(Metric.points(Clubs.MILES), threshold),
        Qualification.allOf(
            Qualification.reach(Metric.distinctMonths(), 1 + threshold / 100),
            Qualification.holds(Flag.of("card"))));
  }

  private void terms(TierLadder.Builder ladder) {
    QualifyingPeriod period = List.of(
            QualifyingPeriod.calendarYear(),
            QualifyingPeriod.calendar(CalendarPeriod.HALF, MonthDay.of(3, 31)),
            QualifyingPeriod.membershipYear(Period.ofMonths(12)),
            QualifyingPeriod.programCycle(Period.ofMonths(9), LocalDate.of(2024, 2, 29)),
            QualifyingPeriod.tierYear(Period.ofYears(1)),
            QualifyingPeriod.rolling(Period.ofMonths(12)),
            QualifyingPeriod.lifetime())
        .get(random.nextInt(7));
    ladder.period(period);
    boolean isNext = period.isPeriodic() && !period.restartsWithTier() && random.nextInt(4) == 0;
    Validity validity = validity(period, isNext);
    ladder.validity(validity);
    ladder.effect(isNext ? StatusEffect.NEXT_PERIOD : StatusEffect.IMMEDIATE);
    ladder.review(List.of(
            ReviewOutcome.dropToQualified(),
            ReviewOutcome.dropOne(),
            ReviewOutcome.dropOneIf(Qualification.reach(Metric.points(Clubs.MILES), 10)),
            ReviewOutcome.dropToBase(),
            ReviewOutcome.keep())
        .get(random.nextInt(5)));
    boolean mayCount = !isNext
        && !(period instanceof QualifyingPeriod.Rolling)
        && !(validity instanceof Validity.WhileQualified);
    ladder.counting(mayCount ? List.of(Counting.values()).get(random.nextInt(3)) : Counting.KEEP);
    if (period.isPeriodic() && random.nextBoolean()) {
      Rollover rollover = Rollover.of(Metric.points(Clubs.MILES)).atMost(300);
      ladder.addRollover(random.nextBoolean() ? rollover.recursive() : rollover.ownFirst());
    }
    ladder.refunds(List.of(RefundEffect.values()).get(random.nextInt(3)));
    if (random.nextInt(4) == 0) {
      ladder.putValidityByRule(
          RuleId.of("miles"), Expiry.afterRoundedUp(Period.ofYears(1), CalendarPeriod.YEAR));
    }
  }

  private Validity validity(QualifyingPeriod period, boolean isNext) {
    if (isNext) {
      return Validity.endOfNextPeriod();
    }
    List<Validity> all = new ArrayList<>(List.of(
        Validity.lasting(Period.ofMonths(15)), Validity.whileQualified(), Validity.forever()));
    if (period.restartsWithTier()) {
      all.add(Validity.endOfPeriod(Period.ofMonths(2)));
    } else if (period.isPeriodic()) {
      all.addAll(List.of(
          Validity.endOfPeriod(),
          Validity.endOfNextPeriod(),
          Validity.endOfNextPeriod(Period.ofMonths(3))));
    }
    return all.get(random.nextInt(all.size()));
  }

  /** A life of up to so many events over four years, in order of time. */
  List<MembershipEvent> life(int longest) {
    List<MembershipEvent> life = new ArrayList<>();
    int events = random.nextInt(longest + 1);
    boolean returns = random.nextBoolean();
    for (int i = 0; i < events; i++) {
      // Whole days, so that several events share an instant now and then.
      Instant at = Clubs.ENROLLED.plus(Duration.ofDays(random.nextInt(1_400)));
      int kind = random.nextInt(10);
      if (kind == 0) {
        life.add(flag(prefix + "flag-" + i, at));
      } else if (kind == 1) {
        life.add(gift(prefix + "gift-" + i, at));
      } else if (kind == 2 && !returns) {
        life.add(MembershipEvent.of(Programs.redeem(
            prefix + "spent-" + i,
            member,
            last().toString(),
            Clubs.STARS.points(1 + random.nextInt(60)))));
      } else {
        long cents = 1L + random.nextInt(40_000);
        life.add(Clubs.told(Clubs.purchase(prefix + "r-" + i, member, at, cents)));
        if (returns && kind == 3) {
          Instant back = at.plus(Duration.ofDays(random.nextInt(100)));
          Return.Part part = cents > 2 && random.nextBoolean()
              ? new Return.Amount(ExactMoney.ofMinor("EUR", cents / 2))
              : Return.all();
          life.add(Clubs.told(Programs.taken(
              prefix + "b-" + i, member, back.plusSeconds(1).toString(), prefix + "r-" + i, part)));
        }
      }
    }
    life.sort(MembershipEvent.BY_BUSINESS_TIME);
    return life;
  }

  static Instant last() {
    return Clubs.ENROLLED.plus(Duration.ofDays(1_600));
  }

  private MembershipEvent flag(String id, Instant at) {
    return MembershipEvent.of(
        "first",
        new StatusFact.Flagged(
            Programs.stamp(id, member, at.toString()), Flag.of("card"), random.nextBoolean()));
  }

  private MembershipEvent gift(String id, Instant at) {
    return MembershipEvent.of(
        "first",
        new StatusFact.Given(
            Programs.stamp(id, member, at.toString()),
            Tier.of("t1", "T1"),
            StatusSource.GIFTED,
            Span.of(at, at.plus(Duration.ofDays(1L + random.nextInt(300))))));
  }

  List<MembershipEvent> shuffled(List<MembershipEvent> life) {
    List<MembershipEvent> shuffled = new ArrayList<>(life);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
