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

/** What a changed program can never do, stated for any way of comparing two programs. */
enum WhatIfLaw {
  /** The same program makes no difference. */
  THE_SAME_PROGRAM_CHANGES_NOTHING {
    @Override
    void check(Comparer comparer, long seed) {
      RandomClubs clubs = new RandomClubs(seed);
      LoyaltyProgram program = clubs.program(LateCommands.AS_ARRIVED);
      WhatIf question = new WhatIf(program, program, RandomClubs.last());

      assertThat(comparer.compare(question, life(clubs)).isChanged()).isFalse();
    }
  },
  /**
   * Raising thresholds never raises a tier, from the start or from an instant on.
   *
   * <p>Returns are recalculated: where they leave a tier until its review, a member who reached it
   * later, by what has come back since, keeps it longer than one who had it already.
   */
  HIGHER_THRESHOLDS_RAISE_NOBODY {
    @Override
    void check(Comparer comparer, long seed) {
      RandomClubs clubs = new RandomClubs(seed);
      Random random = new Random(~seed);
      long gold = 1L + random.nextInt(400);
      long reserve = gold + 1L + random.nextInt(400);
      LadderVersions now = LadderVersions.of(ladder(gold, reserve));
      TierLadder dearer = ladder(gold + random.nextInt(200), reserve + 200 + random.nextInt(200));
      Instant change = random.nextBoolean()
          ? Instant.parse("2026-03-01T00:00:00Z")
          : Instant.parse("1972-01-01T00:00:00Z");
      MemberDifference difference = comparer.compare(
          new WhatIf(program(now), program(now.with(change, dearer)), RandomClubs.last()),
          life(clubs));

      assertThat(level(difference.then().tiers().get("first"), dearer))
          .isLessThanOrEqualTo(level(difference.now().tiers().get("first"), dearer));
    }
  },
  /** What one member would have does not depend on who was looked at before. */
  MEMBERS_DO_NOT_TOUCH_EACH_OTHER {
    @Override
    void check(Comparer comparer, long seed) {
      RandomClubs anns = new RandomClubs(seed);
      LoyaltyProgram now = anns.program(LateCommands.AS_ARRIVED);
      LoyaltyProgram then = new RandomClubs(seed + 1).program(LateCommands.AS_ARRIVED);
      WhatIf question = new WhatIf(now, then, RandomClubs.last());
      WhatIf.Life ann = life(anns);
      WhatIf.Life bob = new WhatIf.Life(
          Programs.BOB,
          Clubs.ENROLLED,
          MemberFacts.none(),
          new RandomClubs(~seed, Programs.BOB, "bob-").life(12));
      WhatIfTotals both = total(comparer, question, ann, bob);

      assertThat(total(comparer, question, bob, ann)).isEqualTo(both);
      assertThat(total(comparer, question, ann).merge(total(comparer, question, bob)))
          .isEqualTo(both);
      assertThat(WhatIfTotals.none(question).merge(both)).isEqualTo(both);
    }
  };

  /** A way of comparing what two programs make of a life. */
  interface Comparer {
    MemberDifference compare(WhatIf question, WhatIf.Life life);
  }

  abstract void check(Comparer comparer, long seed);

  private static WhatIfTotals total(Comparer comparer, WhatIf question, WhatIf.Life... lives) {
    WhatIfTotals totals = WhatIfTotals.none(question);
    for (WhatIf.Life life : lives) {
      totals = totals.plus(comparer.compare(question, life));
    }
    return totals;
  }

  private static WhatIf.Life life(RandomClubs clubs) {
    return new WhatIf.Life(Programs.ANN, Clubs.ENROLLED, MemberFacts.none(), clubs.life(12));
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
