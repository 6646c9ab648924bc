package dev.laurel.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.metrics.score.ScoreHistogram;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each vendor makes of the same answers: one for each point of the scale, so that a score is
 * counted by hand. Sources: the public help pages named in {@link Conventions}.
 */
class ConventionsTest {
  @ParameterizedTest
  @CsvSource({
    // 9 and 10 less 0 to 6, of eleven.
    "NPS, -5, 11",
    "EMPLOYEE_NPS, -5, 11",
    // Zendesk: 3 of 1 to 5 is bad, and there is no neutral.
    "CSAT, 2, 5",
    "CSAT_THREE, 1, 3",
    "CSAT_FOUR, 2, 4",
    "CSAT_SIX, 2, 6",
    "CSAT_SEVEN, 2, 7",
    // CustomerGauge and Formbricks of the same ten answers.
    "CSAT_TEN_TOP_TWO, 2, 10",
    "CSAT_TEN_TOP_THREE, 3, 10",
    // Podium.
    "CSAT_NET, 0, 5",
    "CSAT_NET_SEVEN, -1, 7",
    // Means: CEB 2010, CEB 2013 and Nicereply, "how easy", stars.
    "CES_1, 15, 5",
    "CES_2, 28, 7",
    "CES_HOW_EASY, 28, 7",
    "STARS, 15, 5",
    // Delighted, CustomerGauge.
    "CES_2_TOP_BOX, 3, 7",
    "CES_FIVE_TOP_BOX, 2, 5",
    // BT.
    "NET_EASY, 0, 7"
  })
  void oneOfEachAnswer(String convention, double sum, long answers) {
    MetricDefinition definition = presets().get(convention);
    long[] each =
        IntStream.range(0, definition.scale().points()).mapToLong(i -> 1).toArray();
    ScoreHistogram histogram = ScoreHistogram.of(definition, each);

    assertThat(histogram.answers()).isEqualTo(answers);
    assertThat(histogram.meanWorth()).isCloseTo(sum / answers, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "NPS, 9, 1", "NPS, 8, 0", "NPS, 7, 0", "NPS, 6, -1",
    "CSAT, 4, 1", "CSAT, 3, 0", "CSAT_TEN_TOP_TWO, 8, 0", "CSAT_TEN_TOP_THREE, 8, 1",
    "CSAT_NET, 3, 0", "CSAT_NET, 2, -1", "CSAT_NET_SEVEN, 5, 0", "CSAT_NET_SEVEN, 3, -1",
    "CES_2_TOP_BOX, 5, 1", "CES_2_TOP_BOX, 4, 0", "NET_EASY, 5, 1", "NET_EASY, 4, 0"
  })
  void theEdgesOfTheClasses(String convention, int answer, int worth) {
    assertThat(presets().get(convention).rule().worth(answer)).isEqualTo(worth);
  }

  @Test
  void onlyEffortOfTheOldKindAndHowEasyAreBetterWhenLow() {
    assertThat(presets().values().stream().filter(each -> !each.isMoreBetter()))
        .containsExactlyInAnyOrder(Conventions.CES_1, Conventions.CES_HOW_EASY);
  }

  @Test
  void noTwoConventionsShareAName() {
    List<String> names = presets().values().stream().map(MetricDefinition::name).toList();

    assertThat(names).doesNotHaveDuplicates().hasSize(18);
  }

  /** PostHog takes every question on 0 to 10 for an NPS; here the scale alone makes no metric. */
  @Test
  void anotherQuestionOnZeroToTenIsAnotherMetric() {
    assertThat(Conventions.EMPLOYEE_NPS.scale()).isEqualTo(Conventions.NPS.scale());
    assertThat(Conventions.EMPLOYEE_NPS).isNotEqualTo(Conventions.NPS);
  }

  private static Map<String, MetricDefinition> presets() {
    Function<Field, MetricDefinition> value = field -> {
      try {
        return (MetricDefinition) field.get(null);
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    };
    Map<String, MetricDefinition> presets = new TreeMap<>();
    Arrays.stream(Conventions.class.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .forEach(field -> presets.put(field.getName(), value.apply(field)));
    return presets;
  }
}
