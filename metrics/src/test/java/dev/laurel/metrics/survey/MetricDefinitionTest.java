package dev.laurel.metrics.survey;

import static dev.laurel.metrics.survey.MetricRule.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.junit.jupiter.api.Test;

class MetricDefinitionTest {

  @Test
  void aDefinitionReadsAsItsRule() {
    assertThat(Conventions.NPS).hasToString("nps v1 (share of 9-10 minus share of 0-6, 0 to 10)");
    assertThat(Conventions.CES_1).hasToString("ces-1 v1 (mean, 1 to 5, lower is better)");
  }

  @Test
  void twoVendorsSatisfactionOnTenPointsAreTwoMetrics() {
    assertThatThrownBy(
            () -> Conventions.CSAT_TEN_TOP_TWO.requireSame(Conventions.CSAT_TEN_TOP_THREE))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("scores must share one definition: csat-10-top2 v1 (share of 9-10, 1 to 10),"
            + " csat-10-top3 v1 (share of 8-10, 1 to 10)")
        .extracting("code")
        .isEqualTo(FailureCode.DEFINITION_MISMATCH);
  }

  @Test
  void effortsOnFiveAndOnSevenPointsDoNotMeet() {
    assertThatThrownBy(() -> Conventions.CES_1.requireSame(Conventions.CES_2))
        .hasMessageContaining("ces-1 v1")
        .hasMessageContaining("ces-2 v1");
  }

  @Test
  void aRuleAgainstTheGoodEndOfItsScaleIsRefused() {
    assertThatThrownBy(() ->
            definition(Scale.falling(1, 7), MetricRule.NetScore.of(answers(5, 7), answers(1, 3))))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("a good answer must be better than a bad one on the scale 1 to 7, lower is"
            + " better: good [5, 6, 7], bad [1, 2, 3]");
    assertThatThrownBy(() -> definition(Scale.falling(1, 7), MetricRule.TopBox.of(answers(5, 7))))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void aRuleOfAnswersThatTheScaleLacksIsRefused() {
    assertThatThrownBy(() -> definition(Scale.rising(1, 5), MetricRule.TopBox.of(answers(4, 6))))
        .extracting("code")
        .isEqualTo(FailureCode.SCORE_RANGE);
  }

  @Test
  void anAnswerIsNotGoodAndBadAtOnce() {
    assertThatThrownBy(() -> MetricRule.NetScore.of(answers(4, 5), answers(1, 4)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("both good and bad");
  }

  @Test
  void lessEffortIsBetterOnlyOnAFallingScale() {
    assertThat(Conventions.CES_1.isMoreBetter()).isFalse();
    assertThat(Conventions.CES_2.isMoreBetter()).isTrue();
    assertThat(Conventions.NET_EASY.isMoreBetter()).isTrue();
    assertThat(Conventions.CES_1.least()).isEqualTo(1);
    assertThat(Conventions.CES_1.most()).isEqualTo(5);
  }

  private static MetricDefinition definition(Scale scale, MetricRule rule) {
    MetricDefinition.Builder definition = MetricDefinition.builder().name("own").version(1);
    definition.title("Own").scale(scale).rule(rule);
    return definition.build();
  }
}
