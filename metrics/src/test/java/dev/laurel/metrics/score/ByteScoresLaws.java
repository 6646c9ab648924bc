package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.Generators;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.ResponseStatus;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Counting eight answers at once is counting one after the other. */
@Domain(Generators.class)
@Domain(DomainContext.Global.class)
class ByteScoresLaws {
  /** Lengths around the words of 8 and the blocks of 2,040 bytes. */
  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 40),
        Arbitraries.integers().between(2030, 2060),
        Arbitraries.integers().between(4070, 6200));
  }

  @Property
  void promotersAreCountedAsOneByOne(
      @ForAll("lengths") int length, @ForAll long seed, @ForAll @IntRange(max = 10) int most) {
    byte[] answers = drawn(length, seed, most + 1);

    assertThat(ByteScores.promoterCounts(answers))
        .isEqualTo(readable(Conventions.NPS, answers).netCounts());
  }

  /** The lengths lie around the rows of 6,144 bytes, and around as many as a lane can count. */
  @Property(tries = 60)
  void bothWaysCountAlike(
      @ForAll @IntRange(max = 3) int rows,
      @ForAll boolean areMany,
      @ForAll @IntRange(max = 40) int more,
      @ForAll long seed,
      @ForAll @IntRange(max = 10) int least) {
    int row = PromoterCount.ROW_WORDS * Long.BYTES;
    int length = (areMany ? PromoterCount.MOST_ROWS + rows - 1 : rows) * row + more;
    byte[] answers = drawn(length, seed, 11 - least);
    for (int i = 0; i < length; i++) {
      answers[i] += (byte) least;
    }

    NetCounts byRows = PromoterCount.of(answers, true);

    assertThat(byRows).isEqualTo(PromoterCount.of(answers, false));
    assertThat(byRows).isEqualTo(readable(Conventions.NPS, answers).netCounts());
  }

  @Property(tries = 300)
  void noWrongByteIsMissedInEitherWay(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int wrong,
      @ForAll @IntRange(min = 11, max = 255) int as,
      @ForAll boolean isByRows) {
    Random random = new Random(seed);
    byte[] answers = drawn(3 * PromoterCount.ROW_WORDS * Long.BYTES + 13, seed, 11);
    int first = answers.length;
    // Often in the same lane, so that a flag which is added up would be lost.
    for (int i = 0; i < wrong; i++) {
      int place = random.nextBoolean()
          ? random.nextInt(answers.length)
          : random.nextInt(3) * PromoterCount.ROW_WORDS * Long.BYTES;
      answers[place] = (byte) as;
      first = Math.min(first, place);
    }

    assertThatThrownBy(() -> PromoterCount.of(answers, isByRows))
        .hasFieldOrPropertyWithValue("path", "answers[" + first + "]");
  }

  @Property
  void everyByteIsCountedOnceAlsoWhenItIsNoAnswer(
      @ForAll MetricDefinition definition,
      @ForAll("lengths") int length,
      @ForAll long seed,
      @ForAll @IntRange(max = 3) int wrong) {
    byte[] answers = drawn(length, seed, definition.scale().max() + 1);
    Random random = new Random(seed);
    for (int i = 0; i < wrong && length > 0; i++) {
      answers[random.nextInt(length)] = (byte) random.nextInt(256);
    }

    ScoreHistogram histogram = ByteScores.histogram(definition, answers);

    assertThat(histogram).isEqualTo(readable(definition, answers));
    assertThat(histogram.responses()).isEqualTo(length);
  }

  @Property
  void aByteThatIsNoAnswerIsNamed(
      @ForAll("lengths") int length,
      @ForAll long seed,
      @ForAll @IntRange(min = 11, max = 255) int wrong) {
    byte[] answers = drawn(length + 1, seed, 11);
    int place = new Random(seed).nextInt(length + 1);
    answers[place] = (byte) wrong;

    assertThatThrownBy(() -> ByteScores.promoterCounts(answers))
        .hasFieldOrPropertyWithValue("code", FailureCode.SCORE_RANGE)
        .hasFieldOrPropertyWithValue("path", "answers[" + place + "]");
  }

  private static byte[] drawn(int length, long seed, int bound) {
    Random random = new Random(seed);
    byte[] answers = new byte[length];
    for (int i = 0; i < length; i++) {
      answers[i] = (byte) random.nextInt(bound);
    }
    return answers;
  }

  private static ScoreHistogram readable(MetricDefinition definition, byte[] answers) {
    ScoreAccumulator accumulator = new ScoreAccumulator(definition);
    for (byte answer : answers) {
      if (definition.scale().contains(answer)) {
        accumulator.add(answer);
      } else {
        accumulator.add(Generators.without(ResponseStatus.INVALID));
      }
    }
    return accumulator.snapshot();
  }
}
