package dev.laurel.metrics.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/** What holds of importance, whatever the sample. */
class DriverLaws {
  /** Ratings that go with each other, made of a seed. */
  private static double[][] rows(int drivers, int size, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    double[][] rows = new double[size][drivers + 1];
    for (double[] row : rows) {
      double mood = dice.nextDouble();
      row[0] = dice.nextInt(11);
      for (int i = 1; i <= drivers; i++) {
        row[i] = Math.rint(4 * (mood + dice.nextDouble())) + i * 100;
        row[0] += row[i] * dice.nextDouble() / i;
      }
    }
    return rows;
  }

  private static DriverMoments moments(int drivers, double[][] rows, int from, int until) {
    DriverMoments moments = DriverMoments.none("y", names(drivers));
    for (int i = from; i < until; i++) {
      moments.add(rows[i], 1);
    }
    return moments;
  }

  private static List<String> names(int drivers) {
    return IntStream.range(0, drivers).mapToObj(i -> "x" + i).toList();
  }

  private static double sum(
      DriverAnalysis.Explained explained, ToDoubleFunction<DriverImportance> measure) {
    return explained.drivers().stream().mapToDouble(measure).sum();
  }

  @Property(tries = 200)
  void sharesAddUpToRSquared(@ForAll @IntRange(min = 1, max = 8) int drivers, @ForAll long seed) {
    Optional<DriverAnalysis.Explained> result =
        moments(drivers, rows(drivers, 60, seed), 0, 60).analyse().explained();

    assertThat(result).isPresent();
    DriverAnalysis.Explained explained = result.get();
    assertThat(explained.rSquared()).isBetween(0.0, 1.0);
    assertThat(sum(explained, DriverImportance::shapley))
        .isCloseTo(explained.rSquared(), within(1e-10));
    assertThat(sum(explained, DriverImportance::johnson))
        .isCloseTo(explained.rSquared(), within(1e-9));
    assertThat(sum(explained, DriverImportance::pratt))
        .isCloseTo(explained.rSquared(), within(1e-9));
    for (DriverImportance driver : explained.drivers()) {
      assertThat(driver.shapley()).isGreaterThanOrEqualTo(-1e-12);
      assertThat(driver.last()).isGreaterThanOrEqualTo(-1e-12);
    }
  }

  private static DriverSample sample(int drivers, double[][] rows) {
    DriverSample.Builder sample = DriverSample.builder("y", names(drivers));
    for (double[] row : rows) {
      sample.add(row[0], Arrays.copyOfRange(row, 1, row.length));
    }
    return sample.build();
  }

  /** The law of a measure: in every sample that the bootstrap draws, it shares R squared out. */
  private static void addsUpInEverySample(
      ToDoubleFunction<DriverImportance> measure, int drivers, long seed) {
    List<DriverAnalysis.Explained> drawn = new DriverBootstrap(100, seed, Confidence.P95)
        .drawn(sample(drivers, rows(drivers, 40, seed)));

    assertThat(drawn).isNotEmpty();
    for (DriverAnalysis.Explained one : drawn) {
      assertThat(sum(one, measure)).isCloseTo(one.rSquared(), within(1e-8));
    }
  }

  @Property(tries = 30)
  void johnsonAddsUpInEverySampleThatIsDrawn(
      @ForAll @IntRange(min = 1, max = 5) int drivers, @ForAll long seed) {
    addsUpInEverySample(DriverImportance::johnson, drivers, seed);
    addsUpInEverySample(DriverImportance::shapley, drivers, seed);
  }

  /** Squared weights are what many take for importance; they share nothing out. */
  @Property(tries = 10)
  void aMeasureThatSharesNothingOutIsCaught(@ForAll long seed) {
    assertThatThrownBy(() -> addsUpInEverySample(one -> one.weight() * one.weight(), 3, seed))
        .isInstanceOf(AssertionError.class);
  }

  private static double[][] turned(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> {
          double[] turned = row.clone();
          for (int i = 1; i < row.length; i++) {
            turned[i] = row[row.length - i];
          }
          return turned;
        })
        .toArray(double[][]::new);
  }

  /** The law of a measure: a driver has the same interval wherever its column stands. */
  private static void columnsMayStandAnywhere(
      BiFunction<double[][], Integer, Interval> interval, long seed) {
    double[][] rows = rows(3, 40, seed);
    for (int i = 0; i < 3; i++) {
      Interval here = interval.apply(rows, i);
      Interval there = interval.apply(turned(rows), 2 - i);

      assertThat(there.lower()).isCloseTo(here.lower(), within(1e-8));
      assertThat(there.upper()).isCloseTo(here.upper(), within(1e-8));
    }
  }

  private static DriverImportance drawn(double[][] rows, int driver) {
    return new DriverBootstrap(100, 3, Confidence.P95)
        .analyse(sample(3, rows))
        .explained()
        .orElseThrow()
        .drivers()
        .get(driver);
  }

  @Property(tries = 30)
  void columnsMayStandInAnyOrder(@ForAll long seed) {
    columnsMayStandAnywhere((rows, i) -> drawn(rows, i).johnsonInterval().orElseThrow(), seed);
    columnsMayStandAnywhere((rows, i) -> drawn(rows, i).shapleyInterval().orElseThrow(), seed);
  }

  /** What each column adds to those before it adds up too, and depends on where it stands. */
  @Property(tries = 10)
  void aMeasureByOrderOfColumnsIsCaught(@ForAll long seed) {
    BiFunction<double[][], Integer, Interval> added = (rows, i) -> {
      double[] fits = SubsetFits.of(moments(3, rows, 0, rows.length));
      double more = fits[(1 << (i + 1)) - 1] - fits[(1 << i) - 1];
      return new Interval(more, more, Confidence.P95);
    };

    assertThatThrownBy(() -> columnsMayStandAnywhere(added, seed))
        .isInstanceOf(AssertionError.class);
  }

  /** Of two drivers both measures are the same, and so are their intervals. */
  @Property(tries = 30)
  void ofTwoDriversJohnsonIsShapley(@ForAll long seed) {
    DriverSample sample = sample(2, rows(2, 40, seed));
    DriverBootstrap bootstrap = new DriverBootstrap(100, seed, Confidence.P95);
    DriverAnalysis.Explained explained = bootstrap.analyse(sample).explained().orElseThrow();

    assertThat(bootstrap.analyse(sample)).isEqualTo(explained);
    for (DriverImportance driver : explained.drivers()) {
      assertThat(driver.johnson()).isCloseTo(driver.shapley(), within(1e-9));
      assertThat(driver.johnsonInterval().orElseThrow().lower())
          .isCloseTo(driver.shapleyInterval().orElseThrow().lower(), within(1e-8));
      assertThat(driver.johnsonInterval().orElseThrow().upper())
          .isCloseTo(driver.shapleyInterval().orElseThrow().upper(), within(1e-8));
    }
  }

  @Property(tries = 100)
  void rSquaredOfEachSubsetIsThatOfARegression(@ForAll long seed) {
    double[][] rows = rows(4, 40, seed);
    double[] fits = SubsetFits.of(moments(4, rows, 0, 40));

    for (int subset = 1; subset < fits.length; subset++) {
      assertThat(fits[subset]).isCloseTo(regression(rows, subset), within(1e-8));
    }
  }

  private static double regression(double[][] rows, int subset) {
    double[] y = new double[rows.length];
    double[][] x = new double[rows.length][Integer.bitCount(subset)];
    for (int i = 0; i < rows.length; i++) {
      y[i] = rows[i][0];
      int at = 0;
      for (int driver = 0; driver < 4; driver++) {
        if ((subset >> driver & 1) == 1) {
          x[i][at++] = rows[i][driver + 1];
        }
      }
    }
    OLSMultipleLinearRegression library = new OLSMultipleLinearRegression();
    library.newSampleData(y, x);
    return library.calculateRSquared();
  }

  @Property(tries = 100)
  void shapleyIsTheMeanOverAllOrders(@ForAll long seed) {
    double[] worth = new SplittableRandom(seed).doubles(16, -1, 1).toArray();
    double[] means = new double[4];
    for (int[] order : orders()) {
      int group = 0;
      for (int player : order) {
        means[player] += (worth[group | 1 << player] - worth[group]) / 24;
        group |= 1 << player;
      }
    }

    assertThat(Shapley.shares(worth, 4)).containsExactly(means, within(1e-12));
  }

  private static List<int[]> orders() {
    List<int[]> orders = new ArrayList<>();
    for (int code = 0; code < 256; code++) {
      int[] order = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
      if (IntStream.of(order).distinct().count() == 4) {
        orders.add(order);
      }
    }
    return orders;
  }

  @Property(tries = 100)
  void momentsOfPartsMergeToThoseOfTheWhole(
      @ForAll long seed, @ForAll @IntRange(max = 60) int cut) {
    double[][] rows = rows(3, 60, seed);
    DriverMoments whole = moments(3, rows, 0, 60);
    DriverMoments left = moments(3, rows, 0, cut);
    DriverMoments right = moments(3, rows, cut, 60);

    for (DriverMoments merged : List.of(left.merge(right), right.merge(left))) {
      assertThat(merged.size()).isEqualTo(60);
      for (int i = 0; i < 4; i++) {
        assertThat(merged.correlation(0, i)).isCloseTo(whole.correlation(0, i), within(1e-9));
      }
    }
  }

  @Property(tries = 50)
  void unitsDoNotMatter(@ForAll long seed) {
    double[][] rows = rows(3, 40, seed);
    double[][] others = rows(3, 40, seed);
    for (double[] row : others) {
      row[1] = 32 + 1.8 * row[1];
      row[0] *= 1000;
    }
    List<DriverImportance> expected =
        moments(3, rows, 0, 40).analyse().explained().orElseThrow().drivers();
    List<DriverImportance> actual =
        moments(3, others, 0, 40).analyse().explained().orElseThrow().drivers();

    for (int i = 0; i < 3; i++) {
      assertThat(actual.get(i).shapley()).isCloseTo(expected.get(i).shapley(), within(1e-8));
      assertThat(actual.get(i).johnson()).isCloseTo(expected.get(i).johnson(), within(1e-8));
    }
  }

  private record Answer(int value, Set<String> themes) {}

  @Provide
  Arbitrary<List<Answer>> answers() {
    return Combinators.combine(
            Arbitraries.of(-100, 0, 100),
            Arbitraries.of("price", "workshop", "app", "advice").set().ofMaxSize(4))
        .as(Answer::new)
        .list()
        .ofMaxSize(40);
  }

  private static ThemedAnswers themed(List<Answer> answers) {
    ThemedAnswers themed = ThemedAnswers.none();
    answers.forEach(answer -> themed.add(answer.value(), answer.themes()));
    return themed;
  }

  @Property
  void sharesOfThemesAddUpToWhatAllOfThemDo(@ForAll("answers") List<Answer> answers) {
    ThemedAnswers themed = themed(answers);
    double without = answers.stream()
        .filter(answer -> answer.themes().isEmpty())
        .mapToInt(Answer::value)
        .average()
        .orElse(Double.NaN);

    themed
        .shares()
        .ifPresent(
            shares -> assertThat(shares.stream().mapToDouble(ThemeImpact::share).sum())
                .isCloseTo(themed.mean().orElseThrow() - without, within(1e-9)));
  }

  @Property
  void anImpactIsTheSameByBothFormulas(@ForAll("answers") List<Answer> answers) {
    double all = answers.stream().mapToInt(Answer::value).average().orElse(0);
    List<Answer> with =
        answers.stream().filter(answer -> answer.themes().contains("price")).toList();
    double mean = with.stream().mapToInt(Answer::value).average().orElse(0);

    themed(answers)
        .impact("price", Confidence.P95)
        .ifPresent(impact -> assertThat(impact.value())
            .isCloseTo(with.size() * (mean - all) / (answers.size() - with.size()), within(1e-9)));
  }

  @Property
  void answersMergeInAnyOrder(
      @ForAll("answers") List<Answer> left, @ForAll("answers") List<Answer> right) {
    List<Answer> all = new ArrayList<>(left);
    all.addAll(right);
    ThemedAnswers one = themed(left).merge(themed(right));
    ThemedAnswers other = themed(right).merge(themed(left));

    assertThat(one.answers()).isEqualTo(all.size());
    for (ThemedAnswers merged : List.of(one, other)) {
      assertThat(merged.impact("price", Confidence.P95))
          .isEqualTo(themed(all).impact("price", Confidence.P95));
      assertThat(merged.shares()).isEqualTo(themed(all).shares());
    }
  }
}
