package dev.laurel.examples.tiers;

import static dev.laurel.tiers.ladder.Qualification.allOf;
import static dev.laurel.tiers.ladder.Qualification.reach;
import static java.time.ZoneOffset.UTC;

import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.program.Program;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.Rollover;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.membership.LoyaltyProgram;
import java.time.Period;

/**
 * A hotel group's program without any points: nights make the tier, which lasts through February
 * after the next year; 60 nights reach the highest tier and 55 keep it; surplus nights roll over
 * once; 400 nights in a lifetime keep Silver for good.
 */
public final class HotelGuest {
  static final ActivityKind NIGHTS = ActivityKind.of("nights");
  static final Tier GUEST = Tier.of("guest", "Guest");
  static final Tier SILVER = Tier.of("silver", "Silver");
  static final Tier GLOBAL = Tier.of("global", "Global");

  private HotelGuest() {}

  /** The program as one value. */
  static LoyaltyProgram program() {
    return LoyaltyProgram.of(
        Program.builder()
            .id(ProgramId.of("hotel"))
            .calendar(ProgramCalendar.of(UTC))
            .rules(RuleBook.of())
            .build(),
        ladder());
  }

  /** Prints a guest's years. */
  public static void main(String[] args) {
    System.out.print(story());
  }

  /**
   * A guest who reaches the highest tier, keeps it with less, and loses it at the end of winter.
   */
  public static String story() {
    StringBuilder story = new StringBuilder();
    Life unused = max(story);
    return story.toString();
  }

  /** The life of Max, told on the way. */
  static Life max(StringBuilder story) {
    Life max = new Life(program(), "max", "2024-01-01")
        .engages("project", "2024-06-01", NIGHTS, 62)
        .engages("visits", "2025-03-01", NIGHTS, 53);
    story.append(max.statement("2025-04-01"));
    for (String day : new String[] {"2026-12-31", "2027-02-28", "2027-03-01"}) {
      story.append(day).append(": ").append(max.tier("nights", day).name()).append('\n');
    }
    return max;
  }

  static TierLadder ladder() {
    Metric nights = Metric.times(NIGHTS);
    return TierLadder.builder()
        .code("nights")
        .base(GUEST)
        .addRung(Rung.builder()
            .tier(SILVER)
            .enter(reach(nights, 20))
            .forLife(allOf(reach(nights, 400, QualifyingPeriod.lifetime())))
            .build())
        .addRung(Rung.builder()
            .tier(GLOBAL)
            .enter(reach(nights, 60))
            .stay(reach(nights, 55))
            .build())
        .addRollover(Rollover.of(nights))
        .validity(Validity.endOfNextPeriod(Period.ofMonths(2)))
        .build();
  }
}
