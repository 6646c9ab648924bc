package dev.laurel.core.estimate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The laws of curves tell broken twins from sound ones (S12). */
class BrokenCurvesTest {
  private static final Spells SPELLS = SurvivalLaws.clustered(List.of(
      new SurvivalLaws.Stay(2, "redeemed", 1, 1),
      new SurvivalLaws.Stay(6, "expired", 1, 2),
      new SurvivalLaws.Stay(8, "redeemed", 1, 3)));

  @Test
  void soundCurvesPass() {
    CompetingRisks risks = CompetingRisks.of(SPELLS);

    SurvivalLaws.checkThatSharesAddUp(
        risks.staying(), risks.leavingIn("redeemed"), risks.leavingIn("expired"));
  }

  /** The usual mistake: one less Kaplan-Meier for each cause. */
  @Test
  void takingOthersForLossesIsTold() {
    CompetingRisks risks = CompetingRisks.of(SPELLS);

    assertThatThrownBy(() ->
            SurvivalLaws.checkThatSharesAddUp(risks.staying(), naive("redeemed"), naive("expired")))
        .isInstanceOf(AssertionError.class);
  }

  private static StepCurve naive(String cause) {
    StepCurve stays = KaplanMeier.stayingButFor(cause, SPELLS, CurveError.CLUSTERED);
    StepCurve.Builder gone = StepCurve.builder();
    gone.method("1 - Kaplan-Meier").start(0).observations(stays.observations());
    for (StepCurve.Step step : stays.steps()) {
      gone.addStep(
          new StepCurve.Step(step.time(), step.atRisk(), step.exits(), 1 - step.share(), 0));
    }
    return gone.build();
  }

  /** A comparison that takes those who leave together for those who leave one by one. */
  @Test
  void leavingTogetherIsNotLeavingOneByOne() {
    BiFunction<Spells, Spells, LogRank> naive = (one, two) -> {
      LogRank sound = LogRank.between(one, two);
      double n = one.size() + two.size();
      double share = one.size() / n;
      long left = Math.round(sound.expected() / share);
      return new LogRank(sound.observed(), sound.expected(), left * share * (1 - share));
    };
    List<SurvivalLaws.Stay> all = List.of(
        new SurvivalLaws.Stay(1, "redeemed", 1, 1), new SurvivalLaws.Stay(1, "expired", 1, 1));
    List<SurvivalLaws.Stay> none = List.of(new SurvivalLaws.Stay(1, "", 1, 1));

    SurvivalLaws.checkAtOneTime(LogRank::between, all, none);
    assertThatThrownBy(() -> SurvivalLaws.checkAtOneTime(naive, all, none))
        .isInstanceOf(AssertionError.class);
  }
}
