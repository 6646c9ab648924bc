package dev.laurel.metrics.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.testkit.HostileJson;
import dev.laurel.metrics.driver.DriverMoments;
import dev.laurel.metrics.driver.ThemedAnswers;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.weight.WeightedSums;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 96, 103 and 109 to 120 of what bad input gets, for metrics and what was counted. */
class BadMetricsJsonTest {
  private static final LaurelJson JSON = MetricsJson.standard();

  private static final String CSAT = "\"definition\":{\"name\":\"csat\",\"version\":1,"
      + "\"title\":\"Customer Satisfaction\",\"scale\":{\"min\":1,\"max\":5,"
      + "\"polarity\":\"HIGHER_IS_BETTER\"},\"rule\":{\"type\":\"top-box\",\"positives\":[4,5]}}";

  private static final String HISTOGRAM =
      "{\"schemaVersion\":1," + CSAT + ",\"counts\":[1,2,0,4,5],\"others\":{\"SKIPPED\":2}}";

  private static final String RESPONSE = "{\"schemaVersion\":1,\"respondent\":\"Liebermann\","
      + "\"at\":\"2026-03-01T12:00:00Z\",\"status\":\"ANSWERED\",\"answer\":4,\"weight\":1.5}";

  private static final String SUMS = "{\"schemaVersion\":1," + CSAT
      + ",\"answers\":2,\"w\":3,\"ww\":5,\"wy\":2,\"wyy\":2,\"wwy\":4,\"wwyy\":4}";

  private static final String THEMES = "{\"schemaVersion\":1,\"combinations\":["
      + "{\"answers\":2,\"sum\":-100,\"squares\":10000},"
      + "{\"themes\":[\"price\"],\"answers\":1,\"sum\":100,\"squares\":10000}]}";

  private static final String MOMENTS = "{\"schemaVersion\":1,\"outcome\":\"score\","
      + "\"drivers\":[\"advice\"],\"size\":2,\"means\":[9,4],\"comoments\":[2,1.5,2]}";

  private static final Map<String, Class<?>> GOOD = Map.of(
      HISTOGRAM, ScoreHistogram.class,
      RESPONSE, Response.class,
      SUMS, WeightedSums.class,
      THEMES, ThemedAnswers.class,
      MOMENTS, DriverMoments.class);

  @Test
  void theGoodOnesAreGood() {
    assertThat(JSON.read(HISTOGRAM, ScoreHistogram.class).answers()).isEqualTo(12);
    assertThat(JSON.read(RESPONSE, Response.class).weight()).isEqualTo(1.5);
    assertThat(JSON.read(SUMS, WeightedSums.class).effectiveAnswers()).hasValue(9 / 5.0);
    assertThat(JSON.read(THEMES, ThemedAnswers.class).answers()).isEqualTo(3);
    assertThat(JSON.read(MOMENTS, DriverMoments.class).size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,2,0,4,5] | [1,2,0,4] | RANGE",
        "[1,2,0,4,5] | [1,2,0,4,5,6] | RANGE",
        "[1,2,0,4,5] | [1,2,-1,4,5] | RANGE",
        "[1,2,0,4,5] | [1,2,0,4,5.0] | JSON_TYPE",
        "[1,2,0,4,5] | [1,2,0,4,\"5\"] | JSON_TYPE",
        "[1,2,0,4,5] | [9223372036854775807,1,0,0,0] | LIMIT_EXCEEDED",
        "\"SKIPPED\":2 | \"SKIPPED\":9223372036854775807 | LIMIT_EXCEEDED",
        "\"SKIPPED\":2 | \"SKIPPED\":0 | RANGE",
        "\"SKIPPED\":2 | \"ANSWERED\":2 | RANGE",
        "\"SKIPPED\":2 | \"skipped\":2 | JSON_ENUM",
        "\"SKIPPED\":2 | \"SKIPPED\":2,\"SKIPPED\":2 | JSON_DUPLICATE_KEY",
        "\"version\":1 | \"version\":0 | RANGE",
        "\"name\":\"csat\" | \"name\":\"CSAT\" | ID_INVALID",
        "\"max\":5 | \"max\":2000000000 | RANGE",
        "\"max\":5 | \"max\":1 | RANGE",
        "[4,5] | [4,5,6] | SCORE_RANGE",
        "[4,5] | [3,5] | VALUE_INVALID",
        "[4,5] | [] | VALUE_INVALID",
        "\"top-box\" | \"bottom-box\" | JSON_UNKNOWN_TYPE",
        "\"type\" | \"@class\" | JSON_UNKNOWN_TYPE",
        "\"HIGHER_IS_BETTER\" | 1 | JSON_ENUM",
        "\"schemaVersion\":1 | \"schemaVersion\":2 | SCHEMA_UNSUPPORTED"
      })
  void countsThatNoAnswersCanMake(String good, String bad, FailureCode code) {
    assertThat(refusal(HostileJson.replaced(HISTOGRAM, good, bad), ScoreHistogram.class)
            .code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"answer\":4 | \"answer\":4.5 | JSON_TYPE",
        "\"answer\":4 | \"answer\":null | REQUIRED",
        ",\"answer\":4 | '' | VALUE_INVALID",
        "\"weight\":1.5 | \"weight\":-1 | RANGE",
        "\"weight\":1.5 | \"weight\":NaN | JSON_NUMBER",
        "\"weight\":1.5 | \"weight\":Infinity | JSON_NUMBER",
        "\"weight\":1.5 | \"weight\":1e999 | RANGE",
        "\"weight\":1.5 | \"weight\":\"1.5\" | JSON_TYPE",
        "\"ANSWERED\" | \"SKIPPED\" | VALUE_INVALID",
        "2026-03-01T12 | 2026-13-01T12 | DATE_INVALID",
        "\"Liebermann\" | \"\" | ID_INVALID",
        "\"weight\":1.5 | \"wieght\":1.5 | JSON_UNKNOWN_FIELD"
      })
  void textThatIsNoResponse(String good, String bad, FailureCode code) {
    MalformedInputException refused =
        refusal(HostileJson.replaced(RESPONSE, good, bad), Response.class);

    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"w\":3 | \"w\":-3 | NUMBER_NOT_FINITE",
        "\"w\":3 | \"w\":0 | RANGE",
        "\"w\":3 | \"w\":4 | RANGE",
        "\"ww\":5 | \"ww\":10 | RANGE",
        "\"wy\":2 | \"wy\":-4 | RANGE",
        "\"wyy\":2 | \"wyy\":-2 | RANGE",
        "\"wwy\":4 | \"wwy\":6 | RANGE",
        "\"wwyy\":4 | \"wwyy\":1e308 | RANGE",
        "\"answers\":2 | \"answers\":0 | RANGE",
        "\"answers\":2 | \"answers\":-2 | NUMBER_NOT_FINITE"
      })
  void sumsThatNoAnswersCanMake(String good, String bad, FailureCode code) {
    assertThat(
            refusal(HostileJson.replaced(SUMS, good, bad), WeightedSums.class).code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"answers\":2 | \"answers\":0 | TOTAL_MISMATCH",
        "\"sum\":-100 | \"sum\":-9223372036854775808 | TOTAL_MISMATCH",
        "\"squares\":10000} | \"squares\":9223372036854775807} | TOTAL_MISMATCH",
        "\"squares\":10000} | \"squares\":1} | TOTAL_MISMATCH",
        "[\"price\"] | [\" \"] | TEXT_INVALID",
        "\"themes\":[\"price\"], | '' | CONFIG_DUPLICATE"
      })
  void themesThatNoAnswersCanMake(String good, String bad, FailureCode code) {
    assertThat(refusal(HostileJson.replaced(THEMES, good, bad), ThemedAnswers.class)
            .code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[9,4] | [9] | TOTAL_MISMATCH",
        "[2,1.5,2] | [2,1.5] | TOTAL_MISMATCH",
        "[2,1.5,2] | [2,2.5,2] | RANGE",
        "[2,1.5,2] | [-2,0,2] | RANGE",
        "\"size\":2 | \"size\":1 | RANGE",
        "\"size\":2 | \"size\":-2 | RANGE",
        "[\"advice\"] | [\"score\"] | CONFIG_DUPLICATE",
        "[\"advice\"] | [] | LIMIT_EXCEEDED"
      })
  void momentsThatNoRowsCanMake(String good, String bad, FailureCode code) {
    assertThat(refusal(HostileJson.replaced(MOMENTS, good, bad), DriverMoments.class)
            .code())
        .isEqualTo(code);
  }

  @Test
  void moreClassesThanCanBeCountedAreRefused() {
    String most = "{\"schemaVersion\":1,\"negatives\":9223372036854775807,\"neutrals\":0,"
        + "\"positives\":0}";

    assertThat(JSON.read(most, NetCounts.class).answers()).isEqualTo(Long.MAX_VALUE);
    for (String class1 : new String[] {"\"neutrals\":0", "\"positives\":0"}) {
      String more = HostileJson.replaced(most, class1, class1.replace("0", "1"));
      assertThat(refusal(more, NetCounts.class).code()).isEqualTo(FailureCode.LIMIT_EXCEEDED);
    }
  }

  /** Row 114. */
  @Test
  void row114truncatedAtEveryByte() {
    GOOD.forEach((good, type) -> HostileJson.assertRefusedWhereverItEnds(JSON, good, type));
  }

  @Test
  void everythingButOneThingIsOneFailure() {
    GOOD.forEach((good, type) ->
        HostileJson.assertReadOrRefusedWhateverIsChanged(JSON, good, type, "Liebermann"));
  }

  /** What was stored under another definition does not merge unnoticed. */
  @Test
  void aNewVersionDoesNotMergeWithWhatWasStoredUnderTheOld() {
    ScoreHistogram old = JSON.read(HISTOGRAM, ScoreHistogram.class);
    ScoreHistogram now = JSON.read(
        HostileJson.replaced(HISTOGRAM, "\"version\":1", "\"version\":2"), ScoreHistogram.class);

    Throwable thrown = catchThrowable(() -> old.merge(now));

    assertThat(thrown)
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("csat v1")
        .hasMessageContaining("csat v2");
  }

  @Test
  void aDocumentOfMetricsIsNoneOfCore() {
    Throwable thrown =
        catchThrowable(() -> LaurelJson.standard().read(HISTOGRAM, ScoreHistogram.class));

    assertThat(((InvalidValueException) thrown).code()).isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
  }

  private static MalformedInputException refusal(String json, Class<?> type) {
    return HostileJson.refusal(JSON, json, type);
  }
}
