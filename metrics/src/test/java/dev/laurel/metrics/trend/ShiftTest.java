package dev.laurel.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small lasting shifts: EWMA, CUSUM and change points. */
class ShiftTest {
  /** The flow of the Nile at Aswan, 1871 to 1970, in 10^8 cubic metres (Cobb 1978; R, Nile). */
  static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  /** Oracle: NIST 6.3.2.4. */
  @Test
  void theMovingAverageIsThatOfTheHandbook() {
    SmoothedChart chart = SmoothedChart.of(
        ControlChartTest.readings(
            52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3,
            47.8, 51.2, 52.6, 52.4, 53.6, 52.1),
        50,
        2.0539,
        .3);
    double[] smoothed = {50.6, 49.52, 50.564, 50.18, 50.16};
    double[] startUp = {.3, .3661966685, .3945997973, .4077957945};

    assertThat(chart.points().get(2).value()).isCloseTo(50.564, within(1e-12));
    assertThat(chart.points().get(3).value()).isCloseTo(50.1848, within(1e-12));
    assertThat(chart.points().get(4).value()).isCloseTo(50.1594, within(5e-5));
    assertThat(chart.points().get(19).value()).isCloseTo(51.9882, within(5e-5));
    assertThat(chart.points().get(0).value()).isCloseTo(smoothed[0], within(1e-12));
    assertThat(chart.points().get(1).value()).isCloseTo(smoothed[1], within(1e-12));
    for (int i = 0; i < startUp.length; i++) {
      assertThat(chart.points().get(i).sigma() / 2.0539).isCloseTo(startUp[i], within(6e-11));
    }
    // After twenty points the limits have settled.
    assertThat(chart.points().get(19).lower()).isCloseTo(47.4115683, within(1e-5));
    assertThat(chart.points().get(19).upper()).isCloseTo(52.5884317, within(1e-5));
    assertThat(chart.outside()).isEmpty();
  }

  /** Oracle: NIST 6.3.2.3. */
  @Test
  void cumulatedSumsAreThoseOfTheHandbook() {
    List<Reading> readings = ControlChartTest.readings(
        324.925, 324.675, 324.725, 324.350, 325.350, 325.225, 324.125, 324.525, 325.225, 324.600,
        324.625, 325.150, 328.325, 327.250, 327.825, 328.500, 326.675, 327.775, 326.875, 328.350);
    CusumChart chart = CusumChart.of(readings, 325, .3175, 4.1959);
    double[] high = {3.0075, 4.94, 7.4475, 10.63, 11.9875, 14.445, 16.0025, 19.035};
    double[] low = {.0075, 0, .3325, 0, 0, .5575, .715, .1725, .255, .3125};

    assertThat(chart.points().get(4).high()).isCloseTo(.0325, within(1e-9));
    for (int i = 0; i < high.length; i++) {
      assertThat(chart.points().get(12 + i).high()).isCloseTo(high[i], within(1e-9));
    }
    for (int i = 0; i < low.length; i++) {
      assertThat(chart.points().get(1 + i).low()).isCloseTo(low[i], within(1e-9));
    }
    assertThat(chart.outside()).containsExactly(13, 14, 15, 16, 17, 18, 19);
  }

  /** Oracle: R, Nile: 28 years, means 1097.75 and 849.9722, squares 2835157 to 1597457. */
  @Test
  void theNileFellIn1898() {
    ChangePoint change = ChangePoint.ofMeans(ControlChartTest.readings(NILE)).orElseThrow();

    assertThat(change.index()).isEqualTo(28);
    assertThat(change.before()).isCloseTo(1097.75, within(1e-9));
    assertThat(change.after()).isCloseTo(849.9722, within(5e-5));
    assertThat(change.improvement()).isCloseTo(100 * Math.log(2835157.0 / 1597457.0), within(1e-4));
    assertThat(change.isLikely()).isTrue();
  }

  @Test
  void answersChangedAfterTheThirdDay() {
    ScoreHistogram good = ScoreHistogram.of(Conventions.NPS, 10, 0, 0, 0, 0, 0, 0, 30, 0, 0, 60);
    ScoreHistogram bad = ScoreHistogram.of(Conventions.NPS, 40, 0, 0, 0, 0, 0, 0, 30, 0, 0, 30);
    ChangePoint change = ChangePoint.ofCounts(ControlChartTest.series(good, good, good, bad, bad))
        .orElseThrow();

    assertThat(change.index()).isEqualTo(3);
    assertThat(change.before()).isCloseTo(.5, within(1e-12));
    assertThat(change.after()).isCloseTo(-.1, within(1e-12));
    assertThat(change.isLikely()).isTrue();
    assertThat(ChangePoint.ofCounts(ControlChartTest.series(good, good, good))
            .orElseThrow()
            .isLikely())
        .isFalse();
  }

  @Test
  void nothingToTellApartIsNoChange() {
    assertThat(ChangePoint.ofMeans(List.of())).isEmpty();
    assertThat(ChangePoint.ofMeans(ControlChartTest.readings(5, 5, 5))).isEmpty();
    assertThat(ChangePoint.ofCounts(ControlChartTest.series(ScoreHistogram.none(Conventions.NPS))))
        .isEmpty();
    assertThatThrownBy(() -> SmoothedChart.of(List.of(), 0, 1, 0))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> CusumChart.of(List.of(), 0, -1, 1))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
  }
}
