package dev.laurel.metrics.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DriverAnalysisTest {
  private static DriverAnalysis.Explained explained(DriverAnalysis analysis) {
    assertThat(analysis.explained()).isPresent();
    return analysis.explained().orElseThrow();
  }

  private static void assertMeasures(
      DriverAnalysis.Explained explained,
      ToDoubleFunction<DriverImportance> measure,
      double offset,
      double... expected) {
    assertThat(explained.drivers()).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(measure.applyAsDouble(explained.drivers().get(i)))
          .isCloseTo(expected[i], within(offset));
    }
  }

  private static void assertCode(FailureCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidValueException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  /** R relaimpo 2.2-7 on the Swiss provinces. */
  @Test
  void swissFertilityIsThatOfRelaimpo() {
    DriverAnalysis.Explained swiss = explained(Samples.swiss().moments().analyse());
    double off = 6e-11;

    assertThat(swiss.rSquared()).isCloseTo(.7067350016, within(off));
    assertMeasures(
        swiss,
        DriverImportance::shapley,
        off,
        .0570912208,
        .1711730289,
        .2601346786,
        .1055701504,
        .1127659229);
    assertMeasures(
        swiss,
        DriverImportance::last,
        off,
        .0428696071,
        .0073874185,
        .1619626931,
        .0623726258,
        .0569452587);
    assertMeasures(
        swiss,
        DriverImportance::first,
        off,
        .1246649099,
        .4171644705,
        .4406156467,
        .2150035016,
        .1735189273);
    assertMeasures(
        swiss,
        DriverImportance::pratt,
        off,
        -.1104859910,
        .1064274043,
        .4450045676,
        .1611768150,
        .1046122056);
    assertMeasures(
        swiss,
        DriverImportance::johnson,
        off,
        .0484168958,
        .1547082498,
        .2719641046,
        .1146800299,
        .1169657214);
  }

  /** R relaimpo 2.2-7, and the README of R rwa for Johnson. */
  @Test
  void carsAreThoseOfRelaimpoAndRwa() {
    DriverAnalysis.Explained cars = explained(Samples.cars().moments().analyse());

    assertThat(cars.rSquared()).isCloseTo(.7791896390, within(6e-11));
    assertMeasures(
        cars, DriverImportance::shapley, 6e-11, .2470520332, .2434995948, .2109128995, .0777251114);
    assertMeasures(cars, DriverImportance::johnson, 6e-8, .2284797, .2221469, .2321744, .0963886);
    assertMeasures(
        cars,
        one -> 100 * one.johnson() / cars.rSquared(),
        6e-6,
        29.32274,
        28.50999,
        29.79691,
        12.37037);
  }

  @Test
  void weightsOfDriversThatGoTogetherMislead() {
    // Pratt's measure of agriculture is below zero, which is no share of anything.
    DriverImportance agriculture =
        explained(Samples.swiss().moments().analyse()).drivers().get(0);

    assertThat(agriculture.correlation()).isPositive();
    assertThat(agriculture.weight()).isNegative();
    assertThat(agriculture.shapley()).isPositive();
  }

  @Test
  void everyResultSaysThatItIsAssociation() {
    assertThat(explained(Samples.swiss().moments().analyse()).cautions())
        .containsExactly(
            "this is association, not cause: changing a driver need not change the outcome",
            "importance is unstable with fewer than 10 rows for each driver: 47 for 5");
  }

  @Test
  void oneDriverIsAllThereIs() {
    DriverSample.Builder sample = DriverSample.builder("score", List.of("advice"));
    sample.add(1, 2).add(2, 3).add(4, 4).add(4, 6);

    DriverImportance advice =
        explained(sample.build().moments().analyse()).drivers().get(0);

    assertThat(advice.shapley()).isCloseTo(advice.first(), within(1e-15));
    assertThat(advice.johnson()).isCloseTo(advice.first(), within(1e-12));
  }

  @Nested
  class Bootstrap {
    @Test
    void intervalsAreWideAndRepeatable() {
      DriverBootstrap bootstrap = new DriverBootstrap(500, 7, Confidence.P95);
      DriverAnalysis.Explained swiss = explained(bootstrap.analyse(Samples.swiss()));

      assertThat(bootstrap.analyse(Samples.swiss())).isEqualTo(swiss);
      assertThat(swiss.failedReplicates()).isZero();
      for (DriverImportance driver : swiss.drivers()) {
        assertInterval(driver.shapley(), driver.shapleyInterval().orElseThrow());
        assertInterval(driver.johnson(), driver.johnsonInterval().orElseThrow());
      }
    }

    private void assertInterval(double share, Interval interval) {
      assertThat(interval.contains(share)).isTrue();
      assertThat(interval.width()).isBetween(.05, .6);
      assertThat(interval.lower()).isPositive();
    }

    /** Of the provinces education matters more than a column of noise does, by both measures. */
    @Test
    void aColumnOfNoiseTellsWhatMattersAtAll() {
      SplittableRandom noise = new SplittableRandom(2);
      DriverSample sample = Samples.swissWith("noise", noise::nextDouble);
      List<DriverImportance> drivers =
          explained(new DriverBootstrap(500, 7, Confidence.P95).analyse(sample)).drivers();
      DriverImportance education = drivers.get(2);
      DriverImportance nothing = drivers.get(5);

      assertThat(nothing.johnsonInterval().orElseThrow().lower()).isPositive();
      assertThat(education.johnsonInterval().orElseThrow().lower())
          .isGreaterThan(nothing.johnson());
      assertThat(education.shapleyInterval().orElseThrow().lower())
          .isGreaterThan(nothing.shapley());
    }

    @Test
    void withoutBootstrapThereIsNoInterval() {
      DriverImportance driver =
          explained(Samples.swiss().moments().analyse()).drivers().get(0);

      assertThat(driver.shapleyInterval()).isEmpty();
      assertThat(driver.johnsonInterval()).isEmpty();
    }

    @Test
    void samplesWithoutResultAreCounted() {
      DriverSample.Builder sample = DriverSample.builder("score", List.of("rare"));
      sample.add(1, 0).add(2, 0).add(1, 0).add(2, 0).add(5, 1);

      DriverAnalysis.Explained rare =
          explained(new DriverBootstrap(200, 1, Confidence.P95).analyse(sample.build()));

      // In a third of all samples the only answer with the rare property is not drawn.
      assertThat(rare.failedReplicates()).isBetween(40, 110);
    }

    @Test
    void tooFewSamplesAreRefused() {
      assertCode(FailureCode.RANGE, () -> new DriverBootstrap(99, 1, Confidence.P95));
    }
  }

  @Nested
  class WithoutResult {
    private void assertReason(
        DriverAnalysis.Reason reason, List<String> columns, DriverSample.Builder sample) {
      assertThat(sample.build().moments().analyse())
          .isEqualTo(new DriverAnalysis.Unexplained(reason, ImmutableList.copyOf(columns)));
    }

    private DriverSample.Builder sample() {
      return DriverSample.builder("score", List.of("a", "b"));
    }

    @Test
    void nobodyOrTooFew() {
      assertReason(DriverAnalysis.Reason.TOO_FEW_ROWS, List.of(), sample());
      assertReason(
          DriverAnalysis.Reason.TOO_FEW_ROWS,
          List.of(),
          sample().add(1, 1, 2).add(2, 3, 1).add(3, 1, 1));
    }

    @Test
    void everybodyEquallySatisfied() {
      DriverSample.Builder sample = sample();
      IntStream.range(0, 9).forEach(i -> sample.add(.1, i, i * i));

      assertReason(DriverAnalysis.Reason.OUTCOME_CONSTANT, List.of("score"), sample);
    }

    @Test
    void aDriverThatNobodyRatesDifferently() {
      DriverSample.Builder sample = sample();
      IntStream.range(0, 9).forEach(i -> sample.add(i, .1, i * i));

      assertReason(DriverAnalysis.Reason.DRIVER_CONSTANT, List.of("a"), sample);
    }

    @Test
    void aDriverThatIsAnotherInOtherUnits() {
      DriverSample.Builder sample = DriverSample.builder("score", List.of("a", "b", "c"));
      IntStream.range(0, 20).forEach(i -> sample.add(i % 5, i, i % 7, 32 + 1.8 * i));

      assertReason(DriverAnalysis.Reason.COLLINEAR, List.of("a", "c"), sample);
    }
  }

  @Nested
  class IsRefused {
    @Test
    void noDriverOrTooMany() {
      assertCode(FailureCode.LIMIT_EXCEEDED, () -> DriverSample.builder("y", List.of()));
      assertCode(
          FailureCode.LIMIT_EXCEEDED,
          () -> DriverMoments.none(
              "y", IntStream.range(0, 21).mapToObj(i -> "x" + i).toList()));
    }

    @Test
    void oneNameTwice() {
      assertCode(FailureCode.CONFIG_DUPLICATE, () -> DriverSample.builder("y", List.of("a", "a")));
      assertCode(FailureCode.CONFIG_DUPLICATE, () -> DriverSample.builder("a", List.of("a")));
    }

    @Test
    void aRowThatIsNotOne() {
      DriverSample.Builder sample = DriverSample.builder("y", List.of("a"));

      assertCode(FailureCode.TOTAL_MISMATCH, () -> sample.add(1));
      assertCode(FailureCode.NUMBER_NOT_FINITE, () -> sample.add(1, Double.NaN));
      assertCode(FailureCode.NUMBER_NOT_FINITE, () -> sample.add(Double.NEGATIVE_INFINITY, 1));
    }

    @Test
    void momentsOfOtherColumns() {
      assertThatThrownBy(() ->
              DriverMoments.none("y", List.of("a")).merge(DriverMoments.none("y", List.of("b"))))
          .hasMessage("moments must be of the same columns to merge: y by [a] and y by [b]");
    }
  }

  @Nested
  class ImportanceAndPerformance {
    private DriverSample ratings() {
      DriverSample.Builder sample =
          DriverSample.builder("score", List.of("advice", "workshop", "coffee"));
      for (int i = 0; i < 60; i++) {
        int advice = 1 + i % 3;
        int workshop = 3 + i / 3 % 3;
        int coffee = 4 + i / 9 % 2;
        sample.add(2 * advice + workshop + .1 * coffee, advice, workshop, coffee);
      }
      return sample.build();
    }

    @Test
    void whatMattersAndIsDoneBadlyComesFirst() {
      List<ImportancePerformance> table = ImportancePerformance.table(ratings().moments(), 1, 5);

      assertThat(table)
          .extracting(ImportancePerformance::quadrant)
          .containsExactly(
              ImportancePerformance.Quadrant.CONCENTRATE_HERE,
              ImportancePerformance.Quadrant.POSSIBLE_OVERKILL,
              ImportancePerformance.Quadrant.POSSIBLE_OVERKILL);
      assertThat(table.stream().mapToDouble(ImportancePerformance::importance).sum())
          .isCloseTo(100, within(1e-9));
      assertThat(table.get(0).performance()).isCloseTo(25, within(1e-9));
    }

    @Test
    void aMeanOutsideTheScaleIsRefused() {
      assertCode(FailureCode.RANGE, () -> ImportancePerformance.table(ratings().moments(), 1, 3));
      assertCode(FailureCode.RANGE, () -> ImportancePerformance.table(ratings().moments(), 5, 1));
    }

    @Test
    void withoutResultTheTableIsEmpty() {
      assertThat(ImportancePerformance.table(DriverMoments.none("y", List.of("a")), 0, 10))
          .isEmpty();
    }
  }
}
