package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.MetricRule;
import dev.laurel.metrics.survey.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws tell a broken score from a sound one. Most twins are mistakes that others ship; the
 * packages are named beside them.
 */
class BrokenScoreTwinsTest {
  private static final int TRIES = 400;

  private record Twin(NetLaw law, NetUnderTest net) {}

  /** Formbricks: a dismissed survey enters the denominator (here one in each sample). */
  private static final class Dismissed extends NetUnderTest {
    @Override
    NetUnderTest none() {
      return new Dismissed();
    }

    @Override
    OptionalDouble score() {
      NetCounts counts = counts();
      return counts.answers() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              (double) (counts.positives() - counts.negatives()) / (counts.answers() + 1));
    }
  }

  /** The mean of scores instead of the score of all, as averages of dashboards do. */
  private static final class MeanOfScores extends NetUnderTest {
    private OptionalDouble merged = OptionalDouble.empty();

    @Override
    NetUnderTest none() {
      return new MeanOfScores();
    }

    @Override
    void merge(NetUnderTest other) {
      if (score().isPresent() && other.score().isPresent()) {
        merged = OptionalDouble.of((score().getAsDouble() + other.score().getAsDouble()) / 2);
      } else {
        super.merge(other);
      }
    }

    @Override
    OptionalDouble score() {
      return merged.isPresent() ? merged : super.score();
    }
  }

  /** A correction that is counted as an answer more. */
  private static final class NeverTakesBack extends NetUnderTest {
    @Override
    NetUnderTest none() {
      return new NeverTakesBack();
    }

    @Override
    void remove(int answer) {
      add(answer);
    }
  }

  /** Shares rounded to whole percent before they are subtracted, as net_promoter_score in Rust. */
  private static final class RoundedShares extends NetUnderTest {
    @Override
    NetUnderTest none() {
      return new RoundedShares();
    }

    @Override
    OptionalDouble score() {
      NetCounts counts = counts();
      double n = counts.answers();
      return n == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              (Math.round(100 * counts.positives() / n) - Math.round(100 * counts.negatives() / n))
                  / 100.0);
    }
  }

  /** No answers score zero. */
  private static final class ZeroForNothing extends NetUnderTest {
    @Override
    NetUnderTest none() {
      return new ZeroForNothing();
    }

    @Override
    OptionalDouble score() {
      return OptionalDouble.of(super.score().orElse(0));
    }
  }

  /** Only the first thirty answers are looked at. */
  private static final class OnlyTheFirst extends NetUnderTest {
    @Override
    NetUnderTest none() {
      return new OnlyTheFirst();
    }

    @Override
    void add(int answer) {
      if (counts().answers() < 30) {
        super.add(answer);
      }
    }
  }

  /** A pseudo answer is left in the score itself, where it belongs to the interval alone. */
  private static final class Shrunk extends NetUnderTest {
    @Override
    NetUnderTest none() {
      return new Shrunk();
    }

    @Override
    OptionalDouble score() {
      NetCounts counts = counts();
      return counts.answers() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              (double) (counts.positives() - counts.negatives()) / (counts.answers() + 3));
    }
  }

  /** R NPS, secretsauce, surveyor-nps: Wald as it is, beyond the ends of the scale. */
  private static final class Unclipped extends NetUnderTest {
    @Override
    NetUnderTest none() {
      return new Unclipped();
    }

    @Override
    Interval interval() {
      return wald();
    }
  }

  /** Wald clipped: of no width where all answers are alike, so it cannot narrow. */
  private static final class Clipped extends NetUnderTest {
    @Override
    NetUnderTest none() {
      return new Clipped();
    }

    @Override
    Interval interval() {
      return wald().clippedTo(-1, 1);
    }
  }

  private static final Map<String, Twin> TWINS = twinsByName();

  private static Map<String, Twin> twinsByName() {
    Map<String, Twin> twins = new LinkedHashMap<>();
    twins.put("dismissed", new Twin(NetLaw.G1_PROMOTERS_LESS_DETRACTORS, new Dismissed()));
    twins.put("only the first", new Twin(NetLaw.G2_ORDER_DOES_NOT_MATTER, new OnlyTheFirst()));
    twins.put("shrunk", new Twin(NetLaw.G3_REPEATING_CHANGES_NOTHING, new Shrunk()));
    twins.put("mean of scores", new Twin(NetLaw.G4_MERGE_IS_WHOLE, new MeanOfScores()));
    twins.put("never takes back", new Twin(NetLaw.G5_TAKING_BACK, new NeverTakesBack()));
    twins.put(
        "rounded shares", new Twin(NetLaw.G6_ONE_CONVERT_IS_TWO_OUT_OF_N, new RoundedShares()));
    twins.put("zero for nothing", new Twin(NetLaw.G7_NO_ANSWERS_NO_SCORE, new ZeroForNothing()));
    twins.put(
        "unclipped", new Twin(NetLaw.G14_INTERVAL_CONTAINS_AND_STAYS_WITHIN, new Unclipped()));
    twins.put("clipped", new Twin(NetLaw.G14_INTERVAL_NARROWS, new Clipped()));
    return twins;
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theNamedLawTellsTheTwin(String what) {
    Twin twin = TWINS.get(what);

    assertThat(brokenAfter(twin.law(), twin.net())).as(what).isPresent();
  }

  static Iterable<String> twins() {
    return TWINS.keySet();
  }

  @ParameterizedTest
  @EnumSource
  void theRealScoreKeepsEveryLaw(NetLaw law) {
    assertThat(brokenAfter(law, new NetUnderTest())).isEmpty();
  }

  @Test
  void everyLawHasATwinThatBreaksIt() {
    assertThat(TWINS.values()).extracting(Twin::law).containsExactlyInAnyOrder(NetLaw.values());
  }

  /** R NPS 2: the variance of a score in points is multiplied by 100, where it must be 10,000. */
  @Test
  void aVarianceScaledAsTheScoreIsATenthOfTheWidth() {
    NetCounts counts = new NetCounts(20, 30, 50);
    double right = counts.estimate().orElseThrow().standardError().getAsDouble() * 100;

    assertThat(right * right).isCloseTo(10_000 * .61 / 100, within(1e-9));
  }

  /** R NPS 1.1: own break points are ignored; here they are the definition. */
  @Test
  void ownBreakPointsAreHeeded() {
    var rule = MetricRule.NetScore.of(MetricRule.answers(9, 15), MetricRule.answers(1, 6));
    var definition = MetricDefinition.builder()
        .name("wide")
        .version(1)
        .title("Wide")
        .scale(Scale.rising(1, 15))
        .rule(rule)
        .build();
    ScoreHistogram each =
        ScoreHistogram.of(definition, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    // Oracle: the package's own test, breaks 0, 6, 8, 15 on 1 to 15: variance .862.
    assertThat(each.netCounts()).isEqualTo(new NetCounts(6, 2, 7));
    assertThat(each.netCounts().value()).isCloseTo(1.0 / 15, within(1e-12));
    assertThat(each.netCounts().variance()).isCloseTo(.8622, within(5e-5));
  }

  private static OptionalInt brokenAfter(NetLaw law, NetUnderTest net) {
    Random random = new Random(3);
    for (int i = 1; i <= TRIES; i++) {
      List<Integer> answers = new ArrayList<>();
      int size = random.nextInt(60);
      boolean isExtreme = random.nextInt(4) == 0;
      for (int j = 0; j < size; j++) {
        answers.add(isExtreme ? 10 : random.nextInt(11));
      }
      if (!law.holds(net, answers, random)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
