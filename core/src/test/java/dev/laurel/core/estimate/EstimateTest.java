package dev.laurel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void theQuantileOfTheUsualLevel() {
    assertThat(Confidence.P95.z()).isCloseTo(1.959963984540054, within(1e-14));
  }

  @Test
  void anIntervalOfPointsIsThatOfSharesTurnedAndStretched() {
    Interval shares = Interval.normal(0.3, 0.1, Confidence.P95);

    assertThat(shares.times(-100).lower()).isEqualTo(-100 * shares.upper());
    assertThat(shares.times(-100).contains(-30)).isTrue();
    assertThat(shares.clippedTo(0.2, 0.4).width()).isCloseTo(0.2, within(1e-15));
  }

  /** Oracle: a table of Student's t, 4 degrees of freedom, 0.975. */
  @Test
  void anIntervalOfFewIsWiderThanThatOfMany() {
    Interval few = Interval.student(0, 1, 4, Confidence.P95);

    assertThat(few.upper()).isCloseTo(2.776445, within(6e-7));
    assertThat(few.lower()).isEqualTo(-few.upper());
    assertThat(Interval.student(3, 0, 4, Confidence.P95).width()).isZero();
    assertThatThrownBy(() -> Interval.student(0, 1, 0, Confidence.P95))
        .isInstanceOf(InvalidValueException.class)
        .extracting("path")
        .isEqualTo("freedom");
    assertThatThrownBy(() -> Interval.student(0, 1, Double.NaN, Confidence.P95))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void anEstimateIsCutToItsScaleAndKeepsTheRest() {
    Estimate.Builder of = Estimate.builder().value(4.9).method("mean").standardError(0.15);
    of.interval(Interval.normal(4.9, 0.15, Confidence.P95)).observations(30).addAssumption("one");
    Estimate mean = of.build();

    Estimate cut = mean.clippedTo(1, 5);

    assertThat(cut.interval().orElseThrow().upper()).isEqualTo(5);
    assertThat(cut.interval().orElseThrow().lower())
        .isEqualTo(mean.interval().orElseThrow().lower());
    assertThat(cut.clippedTo(-9, 9)).isEqualTo(cut);
    assertThat(mean.clippedTo(-9, 9)).isEqualTo(mean);
    assertThatThrownBy(() -> mean.clippedTo(0, 4))
        .isInstanceOf(InvalidValueException.class)
        .extracting("path")
        .isEqualTo("interval");
  }

  @Test
  void aLevelOfOneIsRefused() {
    assertThatThrownBy(() -> Confidence.of(1))
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.PERCENT_RANGE);
  }

  @Test
  void whatIsNotANumberIsNoEstimate() {
    assertThatThrownBy(() -> Estimate.builder().value(Double.NaN).method("none").build())
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("an estimate must be a finite number: NaN");
  }

  @Test
  void anIntervalElsewhereIsRefused() {
    Estimate.Builder estimate = Estimate.builder().value(0.5).method("none");
    estimate.interval(new Interval(0.6, 0.7, Confidence.P95));

    assertThatThrownBy(estimate::build)
        .isInstanceOf(InvalidValueException.class)
        .extracting("path")
        .isEqualTo("interval");
  }

  @Test
  void boundsOutOfOrderAreRefused() {
    assertThatThrownBy(() -> new Interval(1, 0, Confidence.P95))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Interval(Double.NaN, 0, Confidence.P95))
        .isInstanceOf(InvalidValueException.class);
  }
}
