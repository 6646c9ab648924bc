package dev.laurel.tiers.membership;

import static dev.laurel.tiers.membership.Clubs.GOLD;
import static dev.laurel.tiers.membership.Clubs.GREEN;
import static dev.laurel.tiers.membership.Clubs.RESERVE;
import static dev.laurel.tiers.membership.Clubs.STARS;
import static dev.laurel.tiers.membership.Clubs.bought;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.program.Change;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.testkit.Programs;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.TierLadder;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final Instant CHANGE = Instant.parse("2025-06-01T00:00:00Z");
  private static final Instant END = Instant.parse("2025-12-01T00:00:00Z");

  private static Qualification stars(long threshold) {
    return Qualification.reach(Metric.points(STARS), threshold);
  }

  private static TierLadder ladder(long gold, long reserve) {
    return TierLadder.builder()
        .code("stars")
        .base(GREEN)
        .addRung(Rung.of(GOLD, stars(gold), Ratio.of(6, 5)))
        .addRung(Rung.of(RESERVE, stars(reserve), Ratio.of(17, 10)))
        .build();
  }

  private static LoyaltyProgram program(LadderVersions ladder) {
    return LoyaltyProgram.builder()
        .points(ProgramVersions.of(Clubs.points(LateCommands.AS_ARRIVED)))
        .addLadder(ladder)
        .build();
  }

  private static WhatIf question(TierLadder next) {
    LadderVersions now = LadderVersions.of(ladder(500, 2_500));
    return new WhatIf(program(now), program(now.with(CHANGE, next)), END);
  }

  private static WhatIf.Life life(MembershipEvent... events) {
    return new WhatIf.Life(Programs.ANN, Clubs.ENROLLED, MemberFacts.none(), List.of(events));
  }

  private static WhatIf.Life goldOf600() {
    return life(
        bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"),
        bought("r-2", "2025-07-01T00:00:00Z", "EUR 100.00"));
  }

  @Test
  void raisedThresholdsLeaveMembersTheirTierUntilTheReview() {
    MemberDifference difference = question(ladder(900, 2_500)).compare(goldOf600());

    assertThat(difference.isChanged()).isFalse();
  }

  @Test
  void loweredThresholdsRaiseMembersAndWhatTheyEarn() {
    MemberDifference difference = question(ladder(400, 600)).compare(goldOf600());

    assertThat(difference.changes())
        .extracting(Change::sentence)
        .containsExactly(
            "issued.stars: was 720, is 770",
            "balances.stars: was 720, is 770",
            "tiers.stars: was gold, is reserve");
  }

  @Test
  void tierThatIsTakenOutMovesItsMembers() {
    TierLadder single = TierLadder.builder()
        .code("stars")
        .base(GREEN)
        .addRung(Rung.of(RESERVE, stars(2_500), Ratio.of(17, 10)))
        .putSuccessor("gold", RESERVE)
        .build();

    WhatIfTotals totals = question(single)
        .total(Stream.of(goldOf600(), life(bought("r-1", "2025-02-01T00:00:00Z", "EUR 100.00"))));

    assertThat(totals.members()).isEqualTo(2);
    assertThat(totals.changed()).isEqualTo(1);
    assertThat(totals.moves())
        .containsEntry(new WhatIfTotals.Move("stars", "gold", "reserve"), 1L)
        .containsEntry(new WhatIfTotals.Move("stars", "green", "green"), 1L);
    assertThat(totals.of(STARS).issuedDifference()).isEqualTo(50);
    PointRate cost = PointRate.of(STARS.points(100), ExactMoney.parse("EUR 0.60"));
    assertThat(totals.cost(cost, RoundingMode.HALF_EVEN)).isEqualTo(ExactMoney.parse("EUR 0.30"));
  }

  @Test
  void totalsMergeAndThoseOfDifferentQuestionsDoNot() {
    WhatIf cheaper = question(ladder(400, 600));
    WhatIfTotals one = cheaper.total(Stream.of(goldOf600()));
    WhatIfTotals two = cheaper.total(Stream.of(life(), goldOf600()));

    assertThat(one.merge(two)).isEqualTo(two.merge(one));
    assertThat(one.merge(two))
        .isEqualTo(cheaper.total(Stream.of(goldOf600(), life(), goldOf600())));
    assertThat(one.merge(WhatIfTotals.none(cheaper))).isEqualTo(one);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> one.merge(WhatIfTotals.none(question(ladder(900, 2_500)))))
        .withMessageContaining("one question");
  }
}
