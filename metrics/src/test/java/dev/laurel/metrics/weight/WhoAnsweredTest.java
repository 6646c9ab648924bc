package dev.laurel.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.failure.FailureCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WhoAnsweredTest {
  private static final Map<String, Long> ASKED = Map.of("new", 5000L, "mid", 3000L, "vip", 2000L);
  private static final Map<String, Long> ANSWERED = Map.of("new", 100L, "mid", 100L, "vip", 50L);
  private static final WhoAnswered WHO = WhoAnswered.of(ASKED, ANSWERED).orElseThrow();

  /** Oracle: scipy, chi2_contingency without correction, on answered and silent. */
  @Test
  void willingnessIsComparedAsThePeerDoes() {
    assertThat(WHO.statistic()).isCloseTo(13.6752136752, within(6e-11));
    assertThat(WHO.freedom()).isEqualTo(2);
    assertThat(WHO.pValue()).isCloseTo(.0010726673976605, within(6e-17));
    assertThat(WHO.leastExpected()).isCloseTo(50, within(1e-12));
    assertThat(WHO.isSignificant(Confidence.P95)).isTrue();
  }

  /** Oracle: the same, standardised residuals by hand of expected counts 75, 125 and 50. */
  @Test
  void eachSegmentTellsHowUnusualItIs() {
    assertThat(WHO.parts())
        .extracting(WhoAnswered.Part::segment)
        .containsExactly("mid", "new", "vip");
    assertThat(WHO.parts().get(0).residual()).isCloseTo(3.49428279, within(6e-9));
    assertThat(WHO.parts().get(1).residual()).isCloseTo(-3.20256308, within(6e-9));
    assertThat(WHO.parts().get(2).residual()).isCloseTo(0, within(1e-12));
    assertThat(WHO.parts().get(0).rate()).isEqualTo(Proportion.of(100, 3000));
    assertThat(WHO.parts().get(0).shareOfAsked()).isCloseTo(.3, within(1e-12));
    assertThat(WHO.parts().get(0).shareOfAnswers()).isCloseTo(.4, within(1e-12));
  }

  @Test
  void aTenthOfTheAnswersIsMisplaced() {
    assertThat(WHO.dissimilarity()).isCloseTo(.1, within(1e-12));
  }

  /** The usual shortcut takes those asked for a distribution without chance: 13.33 instead. */
  @Test
  void theShortcutIsTooShyByTheResponseRate() {
    double shortcut = 25.0 * 25 / 75 + 25.0 * 25 / 125;

    assertThat(shortcut).isCloseTo(13.3333333333, within(6e-11));
    assertThat(WHO.statistic() * (1 - 250 / 10_000.0)).isCloseTo(shortcut, within(1e-10));
  }

  /** By hand: two segments are the two-sample test of shares. */
  @Test
  void ofTwoSegmentsItIsTheTestOfTwoShares() {
    WhoAnswered two =
        WhoAnswered.of(Map.of("a", 70L, "b", 80L), Map.of("a", 56L, "b", 48L)).orElseThrow();
    ProportionDifference rates =
        new ProportionDifference(Proportion.of(56, 70), Proportion.of(48, 80));

    assertThat(two.statistic()).isCloseTo(rates.z() * rates.z(), within(1e-12));
    assertThat(two.pValue()).isCloseTo(.0080450814, within(6e-11));
    assertThat(two.parts().get(0).residual()).isCloseTo(2.6501719513, within(6e-11));
  }

  @Test
  void itReadsWithoutStatistics() {
    assertThat(WhoAnsweredText.text(WHO, Confidence.P95))
        .isEqualTo(
            "Those who answered are not like those asked: mid is 30 % of those asked and 40 % of"
                + " those who answered. 10 % of the answers would have to come from other segments."
                + " Chance alone would do this once in 1,000 (p 0.001). Weights by segment make up"
                + " for it.");
    assertThat(WhoAnsweredText.text(
            WhoAnswered.of(Map.of("a", 40L, "b", 40L), Map.of("a", 4L, "b", 5L)).orElseThrow(),
            Confidence.P95))
        .isEqualTo(
            "Nothing shows that those who answered are unlike those asked. Chance alone would do this"
                + " 72 times in 100 (p 0.72). Some segments are so small that p is rough.");
  }

  @Test
  void aSegmentWithoutNameIsNamedInWords() {
    WhoAnswered who =
        WhoAnswered.of(Map.of("", 100L, "b", 100L), Map.of("", 90L, "b", 10L)).orElseThrow();

    assertThat(WhoAnsweredText.text(who, Confidence.P95))
        .startsWith("Those who answered are not like those asked: (none) is 50 % of those asked");
  }

  @Test
  void whereAllAreAlikeNothingIsSeen() {
    WhoAnswered everybody =
        WhoAnswered.of(Map.of("a", 3L, "b", 4L), Map.of("a", 3L, "b", 4L)).orElseThrow();
    WhoAnswered single =
        WhoAnswered.of(Map.of("a", 3L, "gone", 0L), Map.of("a", 1L)).orElseThrow();

    assertThat(everybody.pValue()).isEqualTo(1);
    assertThat(everybody.freedom()).isZero();
    assertThat(everybody.dissimilarity()).isZero();
    assertThat(single.pValue()).isEqualTo(1);
    assertThat(single.parts()).hasSize(1);
  }

  @Test
  void nobodyAskedOrNobodyWhoAnsweredCannotBeCompared_row95() {
    assertThat(WhoAnswered.of(Map.of(), Map.of())).isEmpty();
    assertThat(WhoAnswered.of(ASKED, Map.of("new", 0L))).isEmpty();
  }

  @Test
  void moreAnswersThanPeopleAskedAreRefused() {
    assertThatThrownBy(() -> WhoAnswered.of(ASKED, Map.of("vip", 2001L)))
        .hasMessage(
            "segment 'vip' must have from 0 to as many answers as people asked: 2001 of 2000")
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> WhoAnswered.of(ASKED, Map.of("unknown", 1L)))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> WhoAnswered.of(Map.of("a", -1L), Map.of()))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
  }

  /** Seed 4: two thousand surveys of five segments that are equally willing, one in ten. */
  @Test
  void equallyWillingSegmentsAreSeldomTaxed() {
    Random random = new Random(4);
    int called = 0;
    for (int i = 0; i < 2_000; i++) {
      Map<String, Long> asked = new LinkedHashMap<>();
      Map<String, Long> answered = new LinkedHashMap<>();
      for (int segment = 0; segment < 5; segment++) {
        long people = 100 + 100L * segment;
        asked.put("s" + segment, people);
        answered.put(
            "s" + segment, random.doubles(people).filter(each -> each < 0.1).count());
      }
      called += WhoAnswered.of(asked, answered).orElseThrow().isSignificant(Confidence.P95) ? 1 : 0;
    }

    // Five in a hundred, give or take four standard errors.
    assertThat(called / 2_000.0).isCloseTo(.05, within(.02));
  }
}
