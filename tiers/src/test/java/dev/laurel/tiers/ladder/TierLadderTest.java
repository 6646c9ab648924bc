package dev.laurel.tiers.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TierLadderTest {
  private static final PointType MILES = PointType.qualifying("miles", "Miles");
  private static final Tier BASE = Tier.of("base", "Base");
  private static final Tier SILVER = Tier.of("silver", "Silver");
  private static final Tier GOLD = Tier.of("gold", "Gold");

  private static Qualification miles(long threshold) {
    return Qualification.reach(Metric.points(MILES), threshold);
  }

  private static TierLadder.Builder ladder() {
    TierLadder.Builder ladder = TierLadder.builder();
    ladder.code("elite").base(BASE);
    return ladder;
  }

  private static void assertRefused(ThrowingCallable building, FailureCode code, String path) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(building)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
        .satisfies(refusal -> assertThat(refusal.path()).isEqualTo(path));
  }

  /** Rows 77 to 82 of the bad input. */
  @Nested
  class BadConfiguration {
    @Test
    void ladderWithoutTiersHasItsBaseTierAlone() {
      TierLadder ladder = ladder().build();

      assertThat(ladder.tiers()).containsExactly(BASE);
      assertThat(ladder.factor(0)).isEqualTo(Ratio.ONE);
    }

    @Test
    void unsortedThresholdsAreRefusedAndNotSorted() {
      TierLadder.Builder unsorted =
          ladder().addRung(Rung.of(GOLD, miles(200))).addRung(Rung.of(SILVER, miles(100)));

      assertRefused(unsorted::build, FailureCode.CONFIG_UNSORTED, "rungs[1].enter");
    }

    @Test
    void duplicateThresholdsAndCodesAreRefused() {
      TierLadder.Builder sameThreshold =
          ladder().addRung(Rung.of(SILVER, miles(100))).addRung(Rung.of(GOLD, miles(100)));
      TierLadder.Builder sameCode = ladder()
          .addRung(Rung.of(SILVER, miles(100)))
          .addRung(Rung.of(Tier.of("silver", "Silver again"), miles(200)));

      assertRefused(sameThreshold::build, FailureCode.CONFIG_DUPLICATE, "rungs[1].enter");
      assertRefused(sameCode::build, FailureCode.CONFIG_DUPLICATE, "rungs[1].tier");
    }

    @Test
    void bandsThatShareAFigureAreRefused() {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> bands(Bands.band(BASE, 0, 100), Bands.band(SILVER, 100)))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.CONFIG_OVERLAP))
          .withMessageContaining("100");
    }

    @Test
    void bandsThatLeaveAFigureOutAreRefused() {
      assertRefused(
          () -> bands(Bands.band(BASE, 0, 99), Bands.band(SILVER, 101)),
          FailureCode.CONFIG_GAP,
          "bands[1].from");
      assertRefused(
          () -> bands(Bands.band(BASE, 1, 99), Bands.band(SILVER, 100)),
          FailureCode.CONFIG_BASE_MISSING,
          "bands");
      assertRefused(() -> bands(), FailureCode.CONFIG_BASE_MISSING, "bands");
      assertRefused(
          () -> bands(Bands.band(BASE, -1, 99), Bands.band(SILVER, 100)),
          FailureCode.RANGE,
          "bands[0].from");
      assertRefused(
          () -> bands(Bands.band(BASE, 0), Bands.band(SILVER, 100)),
          FailureCode.CONFIG_GAP,
          "bands[0].through");
      assertRefused(
          () -> bands(Bands.band(BASE, 0, 99), Bands.band(GOLD, 100, 50), Bands.band(SILVER, 51)),
          FailureCode.CONFIG_UNSORTED,
          "bands[2].from");
    }

    @Test
    void negativeAndZeroThresholdsAreRefused() {
      assertRefused(() -> miles(0), FailureCode.RANGE, "threshold");
      assertRefused(() -> miles(-5), FailureCode.RANGE, "threshold");
    }

    @Test
    void factorsOutsideTheirRangeAreRefused() {
      Rung.Builder rung = Rung.builder();
      rung.tier(SILVER).enter(miles(100)).factor(Ratio.ZERO);

      assertRefused(rung::build, FailureCode.MULTIPLIER_RANGE, "factor");
    }

    private void bands(Bands.Band... bands) {
      Bands unused = new Bands(Metric.points(MILES), List.of(bands));
    }
  }

  @Nested
  class TermsThatContradict {
    @Test
    void windowsWithoutPeriodsCannotEndWithOne() {
      TierLadder.Builder rolling = ladder().period(QualifyingPeriod.rolling(Period.ofMonths(12)));

      assertRefused(rolling::build, FailureCode.VALUE_INVALID, "validity");
    }

    @Test
    void tierThatBeginsWithTheNextPeriodMustLastThroughIt() {
      TierLadder.Builder short1 =
          ladder().effect(StatusEffect.NEXT_PERIOD).validity(Validity.endOfPeriod());

      assertRefused(short1::build, FailureCode.VALUE_INVALID, "validity");
    }

    @Test
    void statusForLifeNeedsFiguresOfALifetime() {
      Rung.Builder rung = Rung.builder();
      rung.tier(SILVER).enter(miles(100)).forLife(miles(1000));

      assertRefused(rung::build, FailureCode.VALUE_INVALID, "forLife");
    }

    @Test
    void groupMustAskForOneToAllOfItsParts() {
      assertRefused(() -> Qualification.atLeast(3, miles(1), miles(2)), FailureCode.RANGE, "count");
      assertRefused(Qualification::anyOf, FailureCode.RANGE, "count");
    }

    @Test
    void groupThatDoublesWithEachLevelIsRefusedBeforeItIsWalked() {
      // Doubled 12 times it has 8,191 parts, 13 times 16,383, and 63 times nobody could walk it.
      assertThat(doubled(12).thresholds()).hasSize(4_096);
      assertRefused(() -> doubled(13), FailureCode.LIMIT_EXCEEDED, "parts");
      assertRefused(() -> doubled(63), FailureCode.LIMIT_EXCEEDED, "parts");
    }

    private Qualification doubled(int times) {
      Qualification shared = miles(1);
      for (int i = 0; i < times; i++) {
        shared = Qualification.allOf(shared, shared);
      }
      return shared;
    }

    @Test
    void tierThatIsGoneNeedsASuccessor() {
      TierLadder before = ladder().addRung(Rung.of(SILVER, miles(100))).build();
      TierLadder after = ladder().addRung(Rung.of(GOLD, miles(100))).build();

      assertRefused(
          () -> LadderVersions.of(before).with(Instant.parse("2026-01-01T00:00:00Z"), after),
          FailureCode.REFERENCE_UNKNOWN,
          "successors");
    }
  }

  @Nested
  class WhatIsMissing {
    private final Measures none = measures(0);

    private Measures measures(long miles) {
      return new Measures() {
        @Override
        public long of(Metric metric, Optional<QualifyingPeriod> period) {
          return metric.equals(Metric.points(MILES)) ? miles : 0;
        }

        @Override
        public boolean holds(Flag flag) {
          return false;
        }
      };
    }

    @Test
    void isToldAsTheTreeIsBuilt() {
      Qualification both = Qualification.allOf(
          Qualification.anyOf(miles(100), Qualification.holds(Flag.of("waiver"))),
          Qualification.reach(Metric.distinctMonths(), 4));

      assertThat(both.evaluate(none).missing())
          .isEqualTo("(100 miles or waiver) and 4 different months");
      assertThat(Qualification.atLeast(2, miles(1), miles(2), miles(3))
              .evaluate(none)
              .missing())
          .isEqualTo("2 of: 1 miles or 2 miles or 3 miles");
      assertThat(Qualification.byInvitation().evaluate(none).missing()).isEqualTo("an invitation");
      assertThat(miles(100).evaluate(measures(100)).missing()).isEmpty();
    }

    @Test
    void shareOfAnEventThatItTook() {
      assertThat(miles(500).metAfterShare(measures(495), measures(505))).contains(Ratio.of(1, 2));
      assertThat(miles(500).metAfterShare(measures(500), measures(505))).contains(Ratio.ZERO);
      assertThat(miles(500).metAfterShare(measures(0), measures(499))).isEmpty();
      assertThat(
              Qualification.allOf(miles(100), miles(150)).metAfterShare(measures(0), measures(200)))
          .contains(Ratio.of(3, 4));
      assertThat(
              Qualification.anyOf(miles(100), miles(150)).metAfterShare(measures(0), measures(200)))
          .contains(Ratio.of(1, 2));
    }
  }
}
