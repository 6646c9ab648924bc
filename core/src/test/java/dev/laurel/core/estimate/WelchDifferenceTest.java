package dev.laurel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.junit.jupiter.api.Test;

class WelchDifferenceTest {
  /** Of 100 answers each, coded -1, 0, 1. */
  private static final WelchDifference CLOSE = new WelchDifference(
      new WelchDifference.Mean(0.3, 0.61 / 99, 99), new WelchDifference.Mean(0.1, 0.69 / 99, 99));

  /** Oracle: R, t.test of 20, 30 and 50 against 30, 30 and 40 answers. */
  @Test
  void freedomAndPValueAreThoseOfThePeer() {
    assertThat(CLOSE.value()).isCloseTo(0.2, within(1e-15));
    assertThat(CLOSE.freedom()).isCloseTo(197.253, within(6e-4));
    assertThat(CLOSE.pValue()).isCloseTo(.0824857716, within(6e-11));
  }

  @Test
  void theIntervalJustExcludesNothingAtTheLevelOfThePValue() {
    Interval interval = CLOSE.interval(Confidence.of(1 - CLOSE.pValue()));

    assertThat(interval.lower()).isCloseTo(0, within(1e-9));
    assertThat(interval.upper()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void whatHasNoErrorIsSure() {
    WelchDifference.Mean two = new WelchDifference.Mean(2, 0, 9);
    WelchDifference.Mean three = new WelchDifference.Mean(3, 0, 9);

    assertThat(new WelchDifference(two, two).pValue()).isEqualTo(1);
    assertThat(new WelchDifference(three, two).pValue()).isZero();
    assertThat(new WelchDifference(three, two).interval(Confidence.P95))
        .isEqualTo(new Interval(1, 1, Confidence.P95));
    assertThatThrownBy(() -> new WelchDifference(three, two).freedom())
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
  }

  @Test
  void aMeanOfOneObservationIsRefused() {
    assertThatThrownBy(() -> new WelchDifference.Mean(2, 0, 0))
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> new WelchDifference.Mean(2, Double.NaN, 9))
        .isInstanceOf(InvalidValueException.class);
  }
}
