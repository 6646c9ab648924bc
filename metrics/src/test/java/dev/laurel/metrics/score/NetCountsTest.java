package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetCountsTest {
  private static final Offset<Double> PRINTED = within(6e-10);

  /**
   * Oracle: R 4.2.2 running the package NPS of brendan-r at commit cd9473e; the score interval by
   * PropCIs::scoreci.mp and closed forms at the edges.
   */
  @ParameterizedTest
  @CsvSource({
    "1,2,3, WALD, .3333333333, .3042903097, -.2630647146, .9297313812",
    "1,2,3, ADJUSTED_WALD, .3333333333, .3042903097, -.2674325879, .7118770324",
    "1,2,3, SCORE, .3333333333, .3042903097, -.3110737846, .7539566636",
    "20,30,50, WALD, .3, .0781024968, .1469219190, .4530780810",
    "20,30,50, ADJUSTED_WALD, .3, .0781024968, .1405113020, .4420129700",
    "20,30,50, SCORE, .3, .0781024968, .1395514159, .4433930658",
    "8,13,15, WALD, .1944444444, .1292156087, -.058813495, .447702384",
    "8,13,15, ADJUSTED_WALD, .1944444444, .1292156087, -.062802594, .421776953",
    "8,13,15, SCORE, .1944444444, .1292156087, -.067697464, .428669685",
    "0,1,29, WALD, .9666666667, .0327730693, .902432631, 1.030900702",
    "0,1,29, ADJUSTED_WALD, .9666666667, .0327730693, .745780364, 1.011795394",
    "0,1,29, SCORE, .9666666667, .0327730693, .743423660, .994091410",
    "0,0,10, WALD, 1, 0, 1, 1",
    "0,0,10, ADJUSTED_WALD, 1, 0, .475035515, 1.063426023",
    "0,0,10, SCORE, 1, 0, .444934400, 1",
    "0,10,0, WALD, 0, 0, 0, 0",
    "0,10,0, ADJUSTED_WALD, 0, 0, -.184650449, .184650449",
    "0,10,0, SCORE, 0, 0, -.277532800, .277532800"
  })
  void intervalsAreThoseOfThePeer(
      long d,
      long p0,
      long p,
      NetMethod method,
      double net,
      double error,
      double lower,
      double upper) {
    NetCounts counts = new NetCounts(d, p0, p);
    Interval interval = method.unclipped(counts, Confidence.P95);
    Estimate estimate = counts.estimate(method, Confidence.P95).orElseThrow();

    assertThat(estimate.value()).isCloseTo(net, PRINTED);
    assertThat(estimate.standardError().getAsDouble()).isCloseTo(error, PRINTED);
    assertThat(interval.lower()).isCloseTo(lower, PRINTED);
    assertThat(interval.upper()).isCloseTo(upper, PRINTED);
    assertThat(estimate.interval().orElseThrow().upper()).isLessThanOrEqualTo(1);
  }

  /** Oracle: the tests of the package NPS itself, variances with divisor n. */
  @ParameterizedTest
  @CsvSource({
    "1,1,1, .6666666667",
    "1,0,1, 1",
    "0,1,1, .25",
    "0,0,10, 0",
    "0,10,0, 0",
    "1,2,3, .5555555556",
    "20,30,50, .61",
    "8,13,15, .601080247",
    "0,1,29, .032222222"
  })
  void variancesAreThoseOfThePeer(long d, long p0, long p, double variance) {
    assertThat(new NetCounts(d, p0, p).variance()).isCloseTo(variance, PRINTED);
  }

  /** Oracle: the tests of the package NPS itself, which print three digits. */
  @ParameterizedTest
  @CsvSource({"1,2,3, .304", "1,0,1, .707", "0,1,1, .354", "1,1,1, .471"})
  void errorsAreThoseOfThePeer(long d, long p0, long p, double error) {
    assertThat(new NetCounts(d, p0, p).estimate().orElseThrow().standardError().getAsDouble())
        .isCloseTo(error, within(5e-4));
  }

  /** R NPS 2: its score test calls -30 "not significant", as it looks whether all lie above 0. */
  @Test
  void aScoreBelowZeroIsAsSignificantAsOneAbove() {
    Interval low = NetMethod.SCORE.unclipped(new NetCounts(50, 30, 20), Confidence.P95);

    assertThat(low.lower()).isCloseTo(-.443, within(5e-4));
    assertThat(low.upper()).isCloseTo(-.140, within(5e-4));
    assertThat(low.contains(0)).isFalse();
  }

  /** Guestfolio's surveyor-nps has 1.96 whatever the level; 1.645 and 2.576 belong to these. */
  @Test
  void theLevelIsHeeded() {
    NetCounts counts = new NetCounts(20, 30, 50);
    double usual = NetMethod.WALD.unclipped(counts, Confidence.P95).width();

    assertThat(NetMethod.WALD.unclipped(counts, Confidence.of(0.9)).width() / usual)
        .isCloseTo(1.644853627 / 1.959963985, within(1e-9));
    assertThat(NetMethod.WALD.unclipped(counts, Confidence.of(0.99)).width() / usual)
        .isCloseTo(2.575829304 / 1.959963985, within(1e-9));
  }

  /** Oracle: n-fold convolution, quantiles at 2.5 % and 97.5 %. */
  @ParameterizedTest
  @CsvSource({"20,30,50, .14, .45", "8,13,15, -.0555555556, .4444444444"})
  void theBootstrapNeedsNoDice(long d, long p0, long p, double lower, double upper) {
    Interval interval =
        NetMethod.EXACT_BOOTSTRAP.unclipped(new NetCounts(d, p0, p), Confidence.P95);

    assertThat(interval.lower()).isCloseTo(lower, PRINTED);
    assertThat(interval.upper()).isCloseTo(upper, PRINTED);
  }

  /** Oracle: moments of the Dirichlet distribution under Jeffreys' prior. */
  @ParameterizedTest
  @CsvSource({"20,30,50, .2955665025, .0772798419", "0,1,29, .9206349206, .0567890280"})
  void thePosteriorIsThatOfJeffreys(long d, long p0, long p, double mean, double deviation) {
    Estimate posterior = new NetCounts(d, p0, p).posterior(0.5, Confidence.P95);

    assertThat(posterior.value()).isCloseTo(mean, PRINTED);
    assertThat(posterior.standardError().getAsDouble()).isCloseTo(deviation, PRINTED);
  }

  @Test
  void theBootstrapOfAHundredThousandAnswersIsWhatTheNormalCurveSays() {
    NetCounts counts = new NetCounts(20_000, 30_000, 50_000);
    Interval exact = NetMethod.EXACT_BOOTSTRAP.unclipped(counts, Confidence.P95);
    Interval normal = NetMethod.WALD.unclipped(counts, Confidence.P95);

    assertThat(exact.lower()).isCloseTo(normal.lower(), within(2e-5));
    assertThat(exact.upper()).isCloseTo(normal.upper(), within(2e-5));
  }

  @Test
  void goodmanIsWiderThanWaldByTheRatioOfTheirQuantiles() {
    NetCounts counts = new NetCounts(20, 30, 50);
    double ratio = NetMethod.GOODMAN.unclipped(counts, Confidence.P95).width()
        / NetMethod.WALD.unclipped(counts, Confidence.P95).width();

    // sqrt(5.991465) / 1.959964, the 95 % points of chi-squared with 2 and the normal curve.
    assertThat(ratio).isCloseTo(Math.sqrt(5.991464547) / 1.959963985, within(1e-9));
  }

  @Test
  void oneAnswerSaysLittle() {
    NetCounts one = new NetCounts(0, 0, 1);

    assertThat(NetMethod.STUDENT.unclipped(one, Confidence.P95).width()).isEqualTo(2);
    assertThat(one.estimate().orElseThrow().interval().orElseThrow().lower()).isLessThan(0);
  }

  @Test
  void noAnswersHaveNoScore_row95() {
    assertThat(NetCounts.NONE.estimate()).isEmpty();
    assertThat(NetCounts.NONE.exact()).isEmpty();
    assertThat(NetCounts.NONE.posterior(0.5, Confidence.P95).value()).isZero();
    assertThatThrownBy(() -> NetMethod.WALD.unclipped(NetCounts.NONE, Confidence.P95))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
  }

  @Test
  void theScoreItselfIsExact() {
    assertThat(new NetCounts(1, 2, 7).exact()).contains(Ratio.of(3, 5));
  }

  @Test
  void negativeCountsAndOverflowAreRefused() {
    assertThatThrownBy(() -> new NetCounts(-1, 0, 0))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> new NetCounts(Long.MAX_VALUE, 0, 0).merge(new NetCounts(1, 0, 0)))
        .isInstanceOf(ArithmeticException.class);
  }
}
