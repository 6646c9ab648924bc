package dev.laurel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of curves of those who stay and leave. */
class SurvivalLaws {
  private static final List<String> EXITS = List.of("redeemed", "expired", "");

  /** One stay in the making; an exit of the empty name is censored. */
  record Stay(int time, String exit, int weight, int member) {}

  /** Whoever has not left in one cause has left in another, or stays. */
  @Property(tries = 300)
  void sharesAddUpToOne(@ForAll("stays") List<Stay> stays) {
    Spells spells = clustered(stays);
    CompetingRisks risks = CompetingRisks.of(spells);
    checkThatSharesAddUp(risks.staying(), risks.leavingIn("redeemed"), risks.leavingIn("expired"));
  }

  /** The law of competing exits, for whatever tells them. */
  static void checkThatSharesAddUp(StepCurve staying, StepCurve redeemed, StepCurve expired) {
    for (int time = 0; time <= 12; time++) {
      assertThat(staying.at(time) + redeemed.at(time) + expired.at(time))
          .isCloseTo(1, within(1e-12));
    }
  }

  /** The trap: taking the other causes for losses never understates a cause. */
  @Property(tries = 300)
  void takingOthersForLossesNeverUnderstates(@ForAll("stays") List<Stay> stays) {
    Spells spells = clustered(stays);
    StepCurve naive = KaplanMeier.stayingButFor("redeemed", spells, CurveError.CLUSTERED);
    StepCurve incidence = CompetingRisks.of(spells).leavingIn("redeemed");
    for (int time = 0; time <= 12; time++) {
      assertThat(1 - naive.at(time)).isGreaterThanOrEqualTo(incidence.at(time) - 1e-12);
    }
  }

  /** Of units that stand alone the jackknife is the formula of Greenwood. */
  @Property(tries = 300)
  void theJackknifeIsGreenwoodsFormulaForUnits(@ForAll("stays") List<Stay> stays) {
    StepCurve greenwood = KaplanMeier.staying(alone(stays), CurveError.GREENWOOD);
    StepCurve jackknife = KaplanMeier.staying(alone(stays), CurveError.CLUSTERED);
    for (int k = 0; k < greenwood.steps().size(); k++) {
      assertThat(jackknife.steps().get(k).standardError())
          .isCloseTo(greenwood.steps().get(k).standardError(), within(1e-9));
    }
  }

  /** Merging is commutative and associative and has an identity, to the last bit. */
  @Property(tries = 300)
  void howSpellsAreDividedDoesNotMatter(
      @ForAll("stays") List<Stay> some,
      @ForAll("stays") List<Stay> more,
      @ForAll("stays") List<Stay> rest) {
    Spells one = clustered(some);
    Spells two = clustered(more);
    Spells three = clustered(rest);
    StepCurve curve = redeemed(one.merge(two).merge(three));

    assertThat(redeemed(three.merge(two.merge(one)))).isEqualTo(curve);
    assertThat(redeemed(one.merge(clustered(List.of())))).isEqualTo(redeemed(one));
  }

  /** Weights that are all larger change no curve and no clustered error. */
  @Property(tries = 300)
  void theUnitOfWeightDoesNotMatter(@ForAll("stays") List<Stay> stays) {
    StepCurve fine = redeemed(clustered(stays.stream()
        .map(stay -> new Stay(stay.time(), stay.exit(), 7 * stay.weight(), stay.member()))
        .toList()));
    StepCurve coarse = redeemed(clustered(stays));
    for (int k = 0; k < coarse.steps().size(); k++) {
      assertThat(fine.steps().get(k).share())
          .isCloseTo(coarse.steps().get(k).share(), within(1e-12));
      assertThat(fine.steps().get(k).standardError())
          .isCloseTo(coarse.steps().get(k).standardError(), within(1e-12));
    }
  }

  /** To exchange the groups turns the comparison over, and a group does not differ from itself. */
  @Property(tries = 300)
  void toExchangeTheGroupsTurnsTheComparisonOver(
      @ForAll("stays") List<Stay> some, @ForAll("stays") List<Stay> more) {
    LogRank there = LogRank.between(alone(some), alone(more));
    LogRank back = LogRank.between(alone(more), alone(some));

    assertThat(back.z()).isCloseTo(-there.z(), within(1e-9));
    assertThat(back.pValue()).isCloseTo(there.pValue(), within(1e-9));
    assertThat(LogRank.between(alone(some), alone(some)).z()).isCloseTo(0, within(1e-9));
  }

  /** Where all are seen for one time, leaving or not, it is the pooled z, but for n - 1. */
  @Property(tries = 300)
  void atOneTimeItIsTheDifferenceOfTwoProportions(
      @ForAll("stays") List<Stay> some, @ForAll("stays") List<Stay> more) {
    checkAtOneTime(LogRank::between, some, more);
  }

  /** The law of one time, for whatever compares. */
  static void checkAtOneTime(
      BiFunction<Spells, Spells, LogRank> comparing, List<Stay> some, List<Stay> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return;
    }
    Spells one = alone(some.stream().map(SurvivalLaws::atOnce).toList());
    Spells two = alone(more.stream().map(SurvivalLaws::atOnce).toList());
    ProportionDifference difference = new ProportionDifference(left(some), left(more));
    double n = some.size() + more.size();

    assertThat(comparing.apply(one, two).z())
        .isCloseTo(difference.z() * Math.sqrt((n - 1) / n), within(1e-9));
  }

  private static Stay atOnce(Stay stay) {
    return new Stay(3, stay.exit(), stay.weight(), stay.member());
  }

  private static Proportion left(List<Stay> stays) {
    return Proportion.of(
        stays.stream().filter(stay -> !stay.exit().isEmpty()).count(), stays.size());
  }

  private static Spells alone(List<Stay> stays) {
    Spells.Builder alone = Spells.endingIn("redeemed", "expired");
    for (Stay stay : stays) {
      if (stay.exit().isEmpty()) {
        alone.addCensored(stay.time());
      } else {
        alone.add(stay.time(), stay.exit());
      }
    }
    return alone.build();
  }

  @Provide
  Arbitrary<List<Stay>> stays() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.of(EXITS),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(1, 5))
        .as(Stay::new)
        .list()
        .ofMaxSize(25);
  }

  private static StepCurve redeemed(Spells spells) {
    return CompetingRisks.of(spells).leavingIn("redeemed");
  }

  static Spells clustered(List<Stay> stays) {
    Spells.Builder spells = Spells.endingIn("redeemed", "expired");
    for (Stay stay : stays) {
      String member = "m" + stay.member();
      if (stay.exit().isEmpty()) {
        spells.addCensored(stay.time(), stay.weight(), member);
      } else {
        spells.add(stay.time(), stay.exit(), stay.weight(), member);
      }
    }
    return spells.build();
  }
}
