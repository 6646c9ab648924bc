package dev.laurel.tiers.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.earning.Finding;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Change;
import dev.laurel.core.program.Program;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.Expiry;
import java.time.Period;
import org.junit.jupiter.api.Test;

class LadderCheckTest {
  private static final Tier BASE = Tier.of("base", "Base");
  private static final Tier SILVER = Tier.of("silver", "Silver");
  private static final Tier GOLD = Tier.of("gold", "Gold");
  private static final Program SHOP = Programs.shop();

  private static Qualification stars(long threshold) {
    return Qualification.reach(Metric.points(Programs.STARS), threshold);
  }

  private static TierLadder.Builder ladder() {
    TierLadder.Builder ladder = TierLadder.builder();
    ladder.code("elite").base(BASE);
    return ladder;
  }

  @Test
  void soundLadderHasNoFindings() {
    TierLadder ladder = ladder()
        .addRung(Rung.of(SILVER, stars(100), Ratio.of(11, 10)))
        .addRung(Rung.of(GOLD, stars(200), Ratio.of(12, 10)))
        .build();

    assertThat(LadderCheck.of(ladder, SHOP)).isEmpty();
  }

  @Test
  void higherTierThatGivesLessIsFound() {
    TierLadder ladder = ladder()
        .addRung(Rung.of(SILVER, stars(100), Ratio.of(12, 10)))
        .addRung(Rung.of(GOLD, stars(200), Ratio.of(11, 10)))
        .build();

    assertThat(LadderCheck.of(ladder, SHOP))
        .extracting(Finding::sentence)
        .containsExactly("ladder 'elite' gives less in 'gold' than below it: 11/10, 6/5");
  }

  @Test
  void everyOtherOddityIsFoundByItsCode() {
    PointType tokens = PointType.qualifying("tokens", "Tokens");
    TierLadder odd = ladder()
        .addRung(Rung.builder()
            .tier(SILVER)
            .enter(stars(100))
            .stay(stars(120))
            .reenter(stars(130))
            .build())
        .addRung(Rung.of(GOLD, Qualification.reach(Metric.points(tokens), 5)))
        .addRung(Rung.of(
            Tier.of("platinum", "Platinum"),
            Qualification.allOf(
                Qualification.reach(Metric.currentBalance(Programs.STARS), 10),
                stars(300),
                Qualification.reach(
                    Metric.points(Programs.STARS), 900, QualifyingPeriod.lifetime()))))
        .putValidityByRule(RuleId.of("none"), Expiry.after(Period.ofYears(2)))
        .build();

    assertThat(LadderCheck.of(odd, SHOP))
        .extracting(Finding::code)
        .containsExactly(
            "STAY_ABOVE_ENTER",
            "REENTER_ABOVE_ENTER",
            "TIER_UNREACHABLE",
            "TIER_ON_BALANCE",
            "WINDOWS_OVERLAP",
            "RULE_UNKNOWN");
    assertThat(LadderCheck.of(ladder().build(), SHOP))
        .extracting(Finding::code)
        .containsExactly("CONFIG_EMPTY");
  }

  @Test
  void differencesAreToldInWords() {
    TierLadder before = ladder()
        .addRung(Rung.of(SILVER, stars(100)))
        .addRung(Rung.of(GOLD, stars(200)))
        .build();
    TierLadder after = ladder()
        .review(ReviewOutcome.dropOne())
        .addRung(
            Rung.of(GOLD, Qualification.anyOf(stars(250), Qualification.holds(Flag.of("card")))))
        .build();

    assertThat(LadderDiff.between(before, after))
        .extracting(Change::sentence)
        .containsExactly(
            "order: was [base, silver, gold], is [base, gold]",
            "review: was DropToQualified[], is DropOne[requirement=Optional.empty]",
            "rungs.gold.enter: was 200 stars, is 250 stars or card",
            "rungs.gold.stay: was 200 stars, is 250 stars or card",
            "rungs.gold.reenter: was 200 stars, is 250 stars or card",
            "rungs.silver: gone, was 100 stars");
    assertThat(LadderDiff.between(before, before)).isEmpty();
  }
}
