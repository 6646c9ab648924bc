package dev.laurel.journeys.refine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** To exchange the versions mirrors the judgement, and equal journeys decide nothing. */
class RefinementLaws {
  private interface Judge
      extends BiFunction<Refinement.Side, Refinement.Side, Refinement.Verdict> {}

  /** Calls everything refuted that is not better, however little was seen. */
  private static Refinement.Verdict hastily(Refinement.Side before, Refinement.Side after) {
    double gain = Trials.judge(before, after)
        .at(Question.CONVERSION)
        .orElseThrow()
        .difference()
        .value();
    return gain > 0 ? Refinement.Verdict.CONFIRMED : Refinement.Verdict.REFUTED;
  }

  @Property(tries = 100)
  void toExchangeTheVersionsMirrorsTheJudgement(
      @ForAll("sides") Refinement.Side one, @ForAll("sides") Refinement.Side two) {
    Refinement there = Trials.judge(one, two);
    Refinement back = Trials.judge(two, one);

    assertThat(back.verdict()).isEqualTo(mirrored(there.verdict()));
    assertThat(back.unasked()).isEqualTo(there.unasked());
    for (Finding finding : there.findings()) {
      Finding mirror = back.at(finding.question()).orElseThrow();
      assertThat(mirror.difference().value())
          .isCloseTo(-finding.difference().value(), within(1e-12));
      assertThat(mirror.qValue()).isCloseTo(finding.qValue(), within(1e-9));
      assertThat(mirror.difference().interval().orElseThrow().lower())
          .isCloseTo(-finding.difference().interval().orElseThrow().upper(), within(1e-9));
    }
  }

  @Property(tries = 100)
  void equalJourneysDecideNothing(@ForAll("sides") Refinement.Side side) {
    checkThatEqualJourneysDecideNothing(
        (before, after) -> Trials.judge(before, after).verdict(), side);
  }

  @Example
  void aHastyTwinIsCaught() {
    assertThatThrownBy(
            () -> checkThatEqualJourneysDecideNothing(RefinementLaws::hastily, Trials.side(40, 20)))
        .isInstanceOf(AssertionError.class);
  }

  private static void checkThatEqualJourneysDecideNothing(Judge judge, Refinement.Side side) {
    assertThat(judge.apply(side, side)).isEqualTo(Refinement.Verdict.UNDECIDED);
  }

  private static Refinement.Verdict mirrored(Refinement.Verdict verdict) {
    return switch (verdict) {
      case CONFIRMED -> Refinement.Verdict.REFUTED;
      case REFUTED -> Refinement.Verdict.CONFIRMED;
      case UNDECIDED -> Refinement.Verdict.UNDECIDED;
    };
  }

  @Provide
  Arbitrary<Refinement.Side> sides() {
    return Combinators.combine(
            Arbitraries.integers().between(20, 80), Arbitraries.integers().between(0, 100))
        .as((journeys, percent) -> Trials.side(journeys, journeys * percent / 100));
  }
}
