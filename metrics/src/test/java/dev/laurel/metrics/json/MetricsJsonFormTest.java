package dev.laurel.metrics.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.driver.DriverSample;
import dev.laurel.metrics.driver.ThemedAnswers;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.trend.PaneSize;
import dev.laurel.metrics.trend.Panes;
import dev.laurel.metrics.voice.CaseCommand;
import dev.laurel.metrics.weight.WeightedSums;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What documents look like; a change here is a change for everyone who keeps them. */
class MetricsJsonFormTest {
  private static final LaurelJson JSON = MetricsJson.standard();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final String NPS = """
      {
        "name": "nps",
        "version": 1,
        "title": "Net Promoter Score",
        "scale": {"min": 0, "max": 10, "polarity": "HIGHER_IS_BETTER"},
        "rule": {
          "type": "net-score",
          "positives": [10, 9],
          "negatives": [0, 1, 2, 3, 4, 5, 6]
        }
      }
      """.strip().indent(2).strip();

  private static Response answered(String person, int answer, double weight) {
    Response.Builder response = Response.builder().respondent(MemberId.of(person));
    response.at(NOON).status(ResponseStatus.ANSWERED).answer(answer).weight(weight);
    return response.putSegment("region", "north").build();
  }

  @Test
  void aMetricAndAResponse() {
    assertForm(Conventions.CES_1, MetricDefinition.class, """
        {
          "schemaVersion": 1,
          "name": "ces-1",
          "version": 1,
          "title": "Customer Effort Score 1.0",
          "scale": {"min": 1, "max": 5, "polarity": "LOWER_IS_BETTER"},
          "rule": {"type": "mean-answer"}
        }
        """);
    assertForm(answered("m-1042", 9, 1.5), Response.class, """
        {
          "schemaVersion": 1,
          "respondent": "m-1042",
          "at": "2026-03-01T12:00:00Z",
          "status": "ANSWERED",
          "answer": 9,
          "weight": 1.5,
          "segments": {"region": "north"}
        }
        """);
  }

  @Test
  void whatHasBeenCounted() {
    ScoreAccumulator counted = new ScoreAccumulator(Conventions.NPS);
    counted.add(ScoreHistogram.of(Conventions.NPS, 0, 0, 0, 1, 0, 0, 0, 1, 1, 4, 3));
    counted.add(Response.without(MemberId.of("m-1"), NOON, ResponseStatus.SKIPPED));

    assertForm(
        counted.snapshot(),
        ScoreHistogram.class,
        "{\"schemaVersion\":1,\"definition\":" + NPS
            + ",\"counts\":[0,0,0,1,0,0,0,1,1,4,3],\"others\":{\"SKIPPED\":1}}");
  }

  @Test
  void panesNameTheirMetricOnce() {
    Panes panes = Panes.of(
        Conventions.NPS,
        PaneSize.MONTH,
        ProgramCalendar.of(ZoneId.of("Europe/Berlin")),
        List.of(answered("a", 10, 1), answered("b", 3, 1)));

    assertForm(
        panes,
        Panes.class,
        "{\"schemaVersion\":1,\"definition\":" + NPS + ",\"size\":\"MONTH\","
            + "\"calendar\":{\"zone\":\"Europe/Berlin\",\"yearStart\":\"--01-01\"},"
            + "\"panes\":{\"2026-03-01\":{\"counts\":[0,0,0,1,0,0,0,0,0,0,1]}}}");
  }

  @Test
  void weightedSumsAreNumbersOfFewDigits() {
    WeightedSums sums =
        WeightedSums.none(Conventions.NPS).plus(10, 0.1).plus(0, 0.2).plus(8, 1.5);

    assertThat(JSON.write(sums))
        .endsWith("\"answers\":3,\"w\":1.8,\"ww\":2.3,\"wy\":-0.1,\"wyy\":0.30000000000000004,"
            + "\"wwy\":-0.030000000000000006,\"wwyy\":0.05000000000000001}");
  }

  @Test
  void themesAndMoments() {
    ThemedAnswers themes = ThemedAnswers.none();
    themes.add(-100, List.of("workshop"));
    themes.add(100, List.of());
    DriverSample.Builder rows = DriverSample.builder("score", List.of("advice"));
    rows.add(8, 3).add(10, 5);

    assertThat(JSON.write(themes))
        .isEqualTo("{\"schemaVersion\":1,\"combinations\":["
            + "{\"answers\":1,\"sum\":100,\"squares\":10000},"
            + "{\"themes\":[\"workshop\"],\"answers\":1,\"sum\":-100,\"squares\":10000}]}");
    assertThat(JSON.write(rows.build().moments()))
        .isEqualTo("{\"schemaVersion\":1,\"outcome\":\"score\",\"drivers\":[\"advice\"],"
            + "\"size\":2,\"means\":[9,4],\"comoments\":[2,2,2]}");
  }

  @Test
  void aCommandToACase() {
    assertForm(
        new CaseCommand.Assign(NOON, "desk-7", NOON.plusSeconds(3_600)), CaseCommand.class, """
        {
          "schemaVersion": 1,
          "type": "assign",
          "at": "2026-03-01T12:00:00Z",
          "owner": "desk-7",
          "dueAt": "2026-03-01T13:00:00Z"
        }
        """);
  }

  private static void assertForm(Object value, Class<?> type, String form) {
    // Nothing in these forms has a space that matters but the titles.
    String compact = form.replaceAll("\\n *", "").replaceAll("([:,]) (?=[\\[{\"0-9])", "$1");
    assertThat(JSON.write(value)).isEqualTo(compact);
    assertThat((Object) JSON.read(form, type)).isEqualTo(value);
  }
}
