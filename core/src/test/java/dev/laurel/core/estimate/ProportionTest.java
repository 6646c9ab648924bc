package dev.laurel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  private static final Offset<Double> PRINTED = within(6e-11);

  @Test
  void aShareIsThatOfAnythingButNothing() {
    assertThat(Proportion.of(8, 10).share()).isEqualTo(0.8);
    assertThatThrownBy(() -> Proportion.of(0, 0).share())
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
  }

  @Test
  void theLeastExpectedIsOfTheRarerOnTheSmallerSide() {
    Proportion some = Proportion.of(6, 20);
    Proportion others = Proportion.of(4, 30);

    assertThat(new ProportionDifference(some, others).leastExpected()).isEqualTo(4);
    assertThat(new ProportionDifference(others, some).leastExpected()).isEqualTo(4);
    assertThat(
            new ProportionDifference(Proportion.of(14, 20), Proportion.of(26, 30)).leastExpected())
        .isEqualTo(4);
    assertThat(new ProportionDifference(Proportion.of(0, 20), Proportion.of(0, 30)).leastExpected())
        .isZero();
  }

  /**
   * Oracle: statsmodels 0.13.5, {@code proportion_confint}; Jeffreys at 0 as the library has it.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 10, WALD, 0, 0",
    "0, 10, WILSON, 0, .2775327999",
    "0, 10, AGRESTI_COULL, 0, .3208873058",
    "0, 10, CLOPPER_PEARSON, 0, .3084971078",
    "0, 10, JEFFREYS, 0, .2171962675",
    "1, 10, WALD, 0, .2859385097",
    "1, 10, WILSON, .0178762131, .4041500268",
    "1, 10, AGRESTI_COULL, 0, .4259677374",
    "1, 10, CLOPPER_PEARSON, .0025285785, .4450161170",
    "1, 10, JEFFREYS, .0110116738, .3813147711",
    "8, 10, WALD, .5520819871, 1",
    "8, 10, WILSON, .4901624715, .9433178485",
    "8, 10, AGRESTI_COULL, .4793675906, .9541127295",
    "8, 10, CLOPPER_PEARSON, .4439045377, .9747892737",
    "8, 10, JEFFREYS, .4972255036, .9559405864",
    "81, 263, WALD, .2521901262, .3637794555",
    "81, 263, WILSON, .2552885199, .3662095770",
    "81, 263, AGRESTI_COULL, .2552206652, .3662774317",
    "81, 263, CLOPPER_PEARSON, .2527367456, .3676219226",
    "81, 263, JEFFREYS, .2545219350, .3656474992",
    "15, 148, WALD, .0527300064, .1499726963",
    "15, 148, WILSON, .0623863995, .1604872417",
    "15, 148, AGRESTI_COULL, .0613859749, .1614876663",
    "15, 148, CLOPPER_PEARSON, .0578440101, .1616504903",
    "15, 148, JEFFREYS, .0604485170, .1576431435",
    "412, 500, WALD, .7906202539, .8573797461",
    "412, 500, WILSON, .7881858287, .8548735987",
    "412, 500, AGRESTI_COULL, .7880951439, .8549642834",
    "412, 500, CLOPPER_PEARSON, .7877324297, .8563814051",
    "412, 500, JEFFREYS, .7888006009, .8554614959",
    "9999, 10000, WALD, .9997040134, 1",
    "9999, 10000, WILSON, .9994337311, .9999823473",
    "9999, 10000, AGRESTI_COULL, .9993732561, 1",
    "9999, 10000, CLOPPER_PEARSON, .9994429630, .9999974682",
    "9999, 10000, JEFFREYS, .9995326774, .9999892100"
  })
  void intervalsAreThoseOfThePeer(
      long successes, long total, Proportion.Method method, double lower, double upper) {
    Estimate estimate =
        Proportion.of(successes, total).estimate(method, Confidence.P95).orElseThrow();

    assertThat(estimate.interval().orElseThrow().lower()).isCloseTo(lower, PRINTED);
    assertThat(estimate.interval().orElseThrow().upper()).isCloseTo(upper, PRINTED);
    assertThat(estimate.value()).isEqualTo((double) successes / total);
    assertThat(estimate.observations()).hasValue(total);
  }

  @Test
  void anEmptyProportionHasNoShare() {
    assertThat(Proportion.of(0, 0).estimate()).isEmpty();
  }

  @Test
  void moreSuccessesThanTheTotalAreRefused() {
    assertThatThrownBy(() -> Proportion.of(11, 10))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("a proportion must count from 0 to its total: 11 of 10")
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
  }

  @Nested
  class Differences {
    /** Oracle: statsmodels 0.13.5, {@code confint_proportions_2indep}. */
    @ParameterizedTest
    @CsvSource({
      "56, 70, 48, 80, .0524314724, .3338726540",
      "412, 500, 380, 500, .0136697327, .1139977605",
      "87, 120, 60, 100, .0001319373, .2465866878",
      "9, 10, 3, 10, .1705227239, .8090179735"
    })
    void newcombe(long x1, long n1, long x2, long n2, double lower, double upper) {
      Interval interval =
          difference(x1, n1, x2, n2).newcombe(Confidence.P95).interval().orElseThrow();

      assertThat(interval.lower()).isCloseTo(lower, PRINTED);
      assertThat(interval.upper()).isCloseTo(upper, PRINTED);
    }

    @Test
    void waldAndAgrestiCaffo() {
      ProportionDifference difference = difference(56, 70, 48, 80);

      Interval wald = difference.wald(Confidence.P95).interval().orElseThrow();
      assertThat(wald.lower()).isCloseTo(.057504899, within(6e-10));
      assertThat(wald.upper()).isCloseTo(.342495101, within(6e-10));
      Interval caffo = difference.agrestiCaffo(Confidence.P95).interval().orElseThrow();
      assertThat(caffo.lower()).isCloseTo(.0524529266, PRINTED);
      assertThat(caffo.upper()).isCloseTo(.3357584555, PRINTED);
    }

    @ParameterizedTest
    @CsvSource({
      "56, 70, 48, 80, 2.6501719513, .0080450814",
      "412, 500, 380, 500, 2.4931919734, .0126600377"
    })
    void thePooledTest(long x1, long n1, long x2, long n2, double z, double p) {
      assertThat(difference(x1, n1, x2, n2).z()).isCloseTo(z, PRINTED);
      assertThat(difference(x1, n1, x2, n2).pValue()).isCloseTo(p, PRINTED);
    }

    /**
     * Oracle: statsmodels 0.13.5. Newcombe and the pooled test see a difference, Caffo does not.
     */
    @Test
    void atTheEdgeTheVerdictTurnsWithTheMethod() {
      ProportionDifference difference = difference(87, 120, 60, 100);

      assertThat(difference.pValue()).isCloseTo(.0499241842, PRINTED);
      assertThat(difference.newcombe(Confidence.P95).interval().orElseThrow().contains(0))
          .isFalse();
      assertThat(
              difference.agrestiCaffo(Confidence.P95).interval().orElseThrow().contains(0))
          .isTrue();
    }

    @Test
    void whereNobodyDiffersThereIsNothingToTest() {
      assertThat(difference(0, 10, 0, 20).z()).isZero();
      assertThat(difference(0, 10, 0, 20).pValue()).isEqualTo(1);
    }

    @Test
    void anEmptySideIsRefused() {
      assertThatThrownBy(() -> difference(0, 0, 1, 2))
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(FailureCode.DIVISION);
    }

    private static ProportionDifference difference(long x1, long n1, long x2, long n2) {
      return new ProportionDifference(Proportion.of(x1, n1), Proportion.of(x2, n2));
    }
  }
}
