package dev.laurel.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.MultipleTesting;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.weight.WhoAnswered;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Segments without number, as a file with an id in the wrong column has them. */
class ManySegmentsTest {
  private static final int MANY = 200_000;

  @Test
  void manySegmentsAreExplainedWithoutARest() {
    Map<String, ScoreHistogram> before = segments(MANY, 1);
    Map<String, ScoreHistogram> after = segments(MANY, 2);

    MixShift shift = Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2), () -> MixShift.of(before, after).orElseThrow());

    assertThat(shift.parts()).hasSize(MANY);
    assertThat(shift.rate() + shift.mix() + shift.answered())
        .isCloseTo(shift.change(), within(1e-9));
  }

  @Test
  void manySegmentsAreComparedWithThoseAsked() {
    Map<String, Long> asked = new TreeMap<>();
    Map<String, Long> answered = new TreeMap<>();
    Random random = new Random(3);
    for (int i = 0; i < MANY; i++) {
      asked.put(name(i), 10L);
      answered.put(name(i), (long) random.nextInt(3));
    }

    WhoAnswered who = WhoAnswered.of(asked, answered).orElseThrow();

    assertThat(who.parts()).hasSize(MANY);
    assertThat(who.freedom()).isEqualTo(MANY - 1);
    assertThat(who.leastExpected()).isCloseTo(1, within(.01));
    assertThat(who.pValue()).isBetween(0.0, 1.0);
  }

  @Test
  void everySegmentHasItsFindingAndNoneIsDifferentByChance() {
    ImmutableSortedMap<String, ScoreHistogram> segments =
        ImmutableSortedMap.copyOf(segments(20_000, 4));

    SegmentScan scan = Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> SegmentScan.of(segments, Conventions.NPS, Comparing.STANDARD, MultipleTesting.HOLM));

    assertThat(scan.findings()).hasSize(20_000);
    assertThat(scan.findings().stream()
            .mapToLong(each -> each.change().after().answers())
            .sum())
        .isEqualTo(segments.values().stream().mapToLong(ScoreHistogram::answers).sum());
    assertThat(scan.findings()).noneMatch(SegmentScan.Finding::isDifferent);
  }

  @Test
  void oneOfAThousandWithAnotherDefinitionIsNamed() {
    Map<String, ScoreHistogram> before = segments(1000, 1);
    Map<String, ScoreHistogram> after = segments(1000, 2);
    after.put(
        name(77), ScoreHistogram.of(Conventions.EMPLOYEE_NPS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9));

    assertThatThrownBy(() -> MixShift.of(before, after))
        .hasMessageContaining("nps v1")
        .hasMessageContaining("enps v1")
        .extracting("code")
        .isEqualTo(FailureCode.DEFINITION_MISMATCH);
  }

  /** Names in the order of their numbers. */
  private static String name(int i) {
    return "s" + (MANY + i);
  }

  private static Map<String, ScoreHistogram> segments(int count, long seed) {
    Random random = new Random(seed);
    ScoreHistogram[] kinds = new ScoreHistogram[64];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = ScoreHistogram.of(
          Conventions.NPS,
          3 + random.nextInt(4),
          0,
          0,
          0,
          0,
          0,
          0,
          8,
          0,
          0,
          12 + random.nextInt(4));
    }
    Map<String, ScoreHistogram> segments = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      segments.put(name(i), kinds[random.nextInt(kinds.length)]);
    }
    return segments;
  }
}
