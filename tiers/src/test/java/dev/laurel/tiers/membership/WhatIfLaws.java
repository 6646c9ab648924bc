package dev.laurel.tiers.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.testkit.Programs;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.RefundEffect;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a changed program can never do. */
class WhatIfLaws {
  private static WhatIf.Life life(RandomClubs clubs) {
    return new WhatIf.Life(Programs.ANN, Clubs.ENROLLED, MemberFacts.none(), clubs.life(12));
  }

  /** The same program makes no difference. */
  @Property
  void theSameProgramChangesNothing(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    LoyaltyProgram program = clubs.program(LateCommands.AS_ARRIVED);

    assertThat(new WhatIf(program, program, RandomClubs.last())
            .compare(life(clubs))
            .isChanged())
        .isFalse();
  }

  /**
   * Raising thresholds never raises a tier, from the start or from an instant on.
   *
   * <p>Returns are recalculated: where they leave a tier until its review, a member who reached it
   * later, by what has come back since, keeps it longer than one who had it already.
   */
  @Property
  void higherThresholdsRaiseNobody(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    Random random = new Random(~seed);
    long gold = 1L + random.nextInt(400);
    long reserve = gold + 1L + random.nextInt(400);
    LadderVersions now = LadderVersions.of(ladder(gold, reserve));
    TierLadder dearer = ladder(gold + random.nextInt(200), reserve + 200 + random.nextInt(200));
    Instant change = random.nextBoolean()
        ? Instant.parse("2026-03-01T00:00:00Z")
        : Instant.parse("1972-01-01T00:00:00Z");
    MemberDifference difference = new WhatIf(
            program(now), program(now.with(change, dearer)), RandomClubs.last())
        .compare(life(clubs));

    assertThat(level(difference.then().tiers().get("first"), dearer))
        .isLessThanOrEqualTo(level(difference.now().tiers().get("first"), dearer));
  }

  private static int level(String code, TierLadder ladder) {
    return ladder.tiers().stream().map(Object::toString).toList().indexOf(code);
  }

  private static TierLadder ladder(long gold, long reserve) {
    return TierLadder.builder()
        .code("first")
        .base(Clubs.GREEN)
        .refunds(RefundEffect.RECALCULATE_NOW)
        .addRung(Rung.of(
            Clubs.GOLD, Qualification.reach(Metric.points(Clubs.MILES), gold), Ratio.of(6, 5)))
        .addRung(Rung.of(
            Clubs.RESERVE, Qualification.reach(Metric.points(Clubs.MILES), reserve), Ratio.of(2)))
        .build();
  }

  private static LoyaltyProgram program(LadderVersions ladder) {
    return LoyaltyProgram.builder()
        .points(ProgramVersions.of(Clubs.points(LateCommands.AS_ARRIVED)))
        .addLadder(ladder)
        .build();
  }
}
