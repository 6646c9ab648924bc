package dev.laurel.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.intake.TableRow;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.Scale;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyColumnsTest {
  private static final SurveyColumns COUNTED =
      new SurveyColumns("respondent", "date", "score", "", "", "people");

  private static List<Response> responses(String people, int held) {
    TableRow row = new TableRow(7, Map.of("date", "2025-01-01", "score", "9", "people", people));
    return COUNTED.responses(row, Scale.rising(0, 10), ProgramCalendar.of(ZoneOffset.UTC), held);
  }

  @Test
  void whoIsCountedIsSomebodyElseEachTime() {
    assertThat(responses("3", 0))
        .extracting(response -> response.respondent().value())
        .containsExactly("7-1", "7-2", "7-3");
    assertThat(responses("0", 0)).isEmpty();
    assertThat(COUNTED.needed()).containsExactly("people", "date", "score");
  }

  @Test
  void aShortFileOfLargeCountsDoesNotFillTheMemory() {
    assertThat(responses("1", 1_999_999)).hasSize(1);
    assertThatThrownBy(() -> responses("999999", 1_000_002))
        .hasMessage("a file must count at most 2000000 people: 1000002 and 999999 more")
        .extracting("code")
        .isEqualTo(FailureCode.LIMIT_EXCEEDED);
  }
}
