package dev.laurel.core.reward;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Short words for the tests of benefits. */
final class Perks {
  static final Segment DRIVERS = Segment.of("company-car-drivers");
  static final MemberId ANN = MemberId.of("ann");
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  static final BenefitId CAP = BenefitId.of("driving-cap");
  static final BenefitId GYM = BenefitId.of("gym");
  static final BenefitId LOUNGE = BenefitId.of("lounge");
  static final BenefitId TICKET = BenefitId.of("stadium");
  static final BenefitId PRIORITY = BenefitId.of("priority");
  static final BenefitId SUITE = BenefitId.of("suite-upgrade");
  static final BenefitId MILES = BenefitId.of("bonus-night");
  static final BenefitId SPA = BenefitId.of("spa");
  static final ChoiceId MILESTONE = ChoiceId.of("milestone-40");

  private Perks() {}

  static RewardCatalog catalog() {
    return RewardCatalog.of(
        List.of(
            benefit(CAP, new Reward.Gift(Sku.of("cap")), Availability.once())
                .eligibility(Condition.segment(DRIVERS))
                .build(),
            benefit(
                    GYM,
                    new Reward.Discount(Ratio.of(1, 2), Optional.of(Partner.of("gym"))),
                    Availability.once())
                .build(),
            benefit(
                    LOUNGE,
                    new Reward.Privilege("Lounge visit"),
                    Availability.perPeriod(2, Window.anniversary(Period.ofYears(1))))
                .build(),
            benefit(TICKET, new Reward.Gift(Sku.of("stadium-ticket")), Availability.times(2))
                .stock(3)
                .build(),
            benefit(PRIORITY, new Reward.Privilege("Priority boarding"), Availability.standing())
                .build(),
            benefit(SUITE, new Reward.Privilege("Suite upgrade"), Availability.byChoice())
                .build(),
            benefit(MILES, new Reward.Privilege("Bonus night"), Availability.byChoice())
                .build(),
            benefit(SPA, new Reward.Privilege("Spa day"), Availability.byChoice())
                .build()),
        List.of(new Choice(
            MILESTONE, "After 40 nights", List.of(SUITE, MILES, SPA), 2, Period.ofDays(90))));
  }

  private static Benefit.Builder benefit(BenefitId id, Reward reward, Availability availability) {
    Benefit.Builder benefit = Benefit.builder().id(id).name(id.value());
    return benefit.reward(reward).availability(availability);
  }

  static EarningContext driver() {
    MemberFacts.Builder facts = MemberFacts.builder().addSegment(DRIVERS);
    return context(facts.enrolledOn(LocalDate.of(2025, 6, 1)).build());
  }

  static EarningContext stranger() {
    return context(MemberFacts.none());
  }

  private static EarningContext context(MemberFacts facts) {
    EarningContext.Builder context = EarningContext.builder();
    return context.calendar(ProgramCalendar.of(ZoneOffset.UTC)).facts(facts).build();
  }

  static RewardCommand.Take take(String id, BenefitId benefit, Instant at) {
    return RewardCommand.take(CommandId.of(id), ANN, benefit, at);
  }

  static RewardCommand.Take takeFrom(String id, BenefitId benefit, String opened, Instant at) {
    return new RewardCommand.Take(
        CommandId.of(id), ANN, benefit, Optional.of(CommandId.of(opened)), Optional.empty(), at);
  }
}
