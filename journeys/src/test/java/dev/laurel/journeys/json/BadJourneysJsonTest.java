package dev.laurel.journeys.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.testkit.HostileJson;
import dev.laurel.journeys.daily.DailyFlow;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.JourneyMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 109 to 120 of what bad input gets, for maps, weeks and events. */
class BadJourneysJsonTest {
  private static final LaurelJson JSON = JourneysJson.standard();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String MAP = "{\"schemaVersion\":1,\"id\":\"shop\",\"name\":\"Shop\","
      + "\"persona\":{\"id\":\"buyer\",\"name\":\"Buyer\",\"evidence\":{\"type\":\"assumed\","
      + "\"source\":\"workshop\"}},\"goal\":\"a thing\",\"stages\":{\"name\":\"Ours\","
      + "\"stages\":[{\"id\":\"buy\",\"name\":\"Buy\"}]},\"flow\":{\"type\":\"one\",\"step\":"
      + "{\"touchpoint\":{\"type\":\"action\",\"id\":\"pay\",\"name\":\"Pays\"},"
      + "\"stage\":\"buy\",\"expectedEmotion\":1.5,\"moment\":\"FIRST\"}}}";

  private static final String WEEK = "{\"schemaVersion\":1,\"name\":\"Week\",\"persona\":"
      + "{\"id\":\"buyer\",\"name\":\"Buyer\",\"evidence\":{\"type\":\"assumed\","
      + "\"source\":\"workshop\"}},\"contexts\":[{\"id\":\"run\",\"activity\":\"Runs\","
      + "\"place\":\"park\",\"duration\":\"PT30M\",\"timesPerWeek\":4,\"need\":0.9,"
      + "\"relation\":\"NONE\"}]}";

  private static final String EVENT = "{\"schemaVersion\":1,\"journey\":\"j-1\","
      + "\"touchpoint\":\"pay\",\"at\":\"2026-03-01T00:00:00Z\",\"experience\":{\"score\":2,"
      + "\"scale\":{\"lowest\":1,\"highest\":5}}}";

  @Test
  void theGoodOnesAreGood() {
    assertThat(JSON.read(MAP, JourneyMap.class).steps()).hasSize(1);
    assertThat(JSON.read(WEEK, DailyFlow.class).contexts()).hasSize(1);
    assertThat(JSON.read(EVENT, TouchEvent.class).experience()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"goal\" | \"gaol\" | JSON_UNKNOWN_FIELD | gaol",
        "\"goal\":\"a thing\", | '' | REQUIRED | goal",
        "\"goal\":\"a thing\" | \"goal\":\"a\",\"goal\":\"b\" | JSON_DUPLICATE_KEY | goal",
        "\"a thing\" | 7 | JSON_TYPE | goal",
        "\"a thing\" | \"\\u0000\" | TEXT_INVALID | goal",
        "\"a thing\" | \"\\ud83d\" | JSON_ENCODING | goal",
        "\"id\":\"shop\" | \"id\":\"Shop\" | ID_INVALID | id",
        "1.5 | 2.5 | RANGE | flow.step.expectedEmotion",
        "1.5 | \"1.5\" | JSON_TYPE | flow.step.expectedEmotion",
        "1.5 | 1e999 | RANGE | flow.step.expectedEmotion",
        "\"FIRST\" | \"first\" | JSON_ENUM | flow.step.moment",
        "\"stage\":\"buy\" | \"stage\":\"sell\" | REFERENCE_UNKNOWN | flow",
        "\"type\":\"one\" | \"type\":\"two\" | JSON_UNKNOWN_TYPE | flow.type",
        "\"type\":\"action\" | \"type\":\"java.lang.String\" | JSON_UNKNOWN_TYPE"
            + " | flow.step.touchpoint.type",
        "\"schemaVersion\":1 | \"schemaVersion\":2 | SCHEMA_UNSUPPORTED | schemaVersion"
      })
  void aBadMapIsRefusedWithItsPath(String good, String bad, FailureCode code, String path) {
    MalformedInputException refused =
        refusal(HostileJson.replaced(MAP, good, bad), JourneyMap.class);

    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.path()).startsWith(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"PT30M\" | \"PT25H\" | RANGE | contexts[0].duration",
        "\"PT30M\" | \"-PT1M\" | PERIOD_INVALID | contexts[0].duration",
        "\"timesPerWeek\":4 | \"timesPerWeek\":0 | RANGE | contexts[0].timesPerWeek",
        "\"timesPerWeek\":4 | \"timesPerWeek\":1e999 | RANGE | contexts[0].timesPerWeek",
        "0.9 | 1.1 | PERCENT_RANGE | contexts[0].need",
        "\"NONE\" | \"OWNER\" | JSON_ENUM | contexts[0].relation"
      })
  void aBadWeekIsRefusedWithItsPath(String good, String bad, FailureCode code, String path) {
    MalformedInputException refused =
        refusal(HostileJson.replaced(WEEK, good, bad), DailyFlow.class);

    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.path()).startsWith(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-03-01T00:00:00Z\" | \"2026-03-01T00:00:00\" | REQUIRED | at",
        "\"2026-03-01T00:00:00Z\" | \"12026-03-01T00:00:00Z\" | TIME_FORMAT | at",
        "\"score\":2 | \"score\":7 | RANGE | experience.score",
        "\"lowest\":1 | \"lowest\":9 | RANGE | experience.scale",
        "\"touchpoint\":\"pay\" | \"touchpoint\":\" \" | TEXT_INVALID | touchpoint"
      })
  void aBadEventIsRefusedWithItsPath(String good, String bad, FailureCode code, String path) {
    MalformedInputException refused =
        refusal(HostileJson.replaced(EVENT, good, bad), TouchEvent.class);

    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.path()).startsWith(path);
  }

  /** Row 115. */
  @Test
  void flowsNestSoDeepAndNoDeeper() {
    assertThat(JSON.read(nested(15), JourneyMap.class).steps()).hasSize(1);
    assertThat(refusal(nested(16), JourneyMap.class).code()).isEqualTo(FailureCode.RULE_TOO_DEEP);
    for (int depth : new int[] {200, 100_000}) {
      String bomb = nested(depth);
      assertThat(assertTimeoutPreemptively(LIMIT, () -> refusal(bomb, JourneyMap.class))
              .code())
          .isEqualTo(FailureCode.JSON_LIMIT);
    }
  }

  /** A number of a million digits is refused before it is a number. */
  @Test
  void aLongNumberIsRefused() {
    String bomb = HostileJson.replaced(MAP, "1.5", "1." + "9".repeat(1_000_000));

    assertThat(assertTimeoutPreemptively(LIMIT, () -> refusal(bomb, JourneyMap.class))
            .code())
        .isIn(FailureCode.JSON_LIMIT, FailureCode.NUMBER_TOO_LONG);
  }

  @Test
  void messagesAreBoundedAndSayNothingOfAPerson() {
    MalformedInputException refused = refusal(
        HostileJson.replaced(
            EVENT, "\"pay\"", "\"pay\",\"attributes\":{\"name\":\"Liebermann\"},\"x\":1"),
        TouchEvent.class);

    assertThat(refused.getMessage()).hasSizeLessThan(400).doesNotContain("Liebermann");
  }

  /** Row 114. */
  @Test
  void row114truncatedAtEveryByte() {
    HostileJson.assertRefusedWhereverItEnds(JSON, MAP, JourneyMap.class);
    HostileJson.assertRefusedWhereverItEnds(JSON, WEEK, DailyFlow.class);
    HostileJson.assertRefusedWhereverItEnds(JSON, EVENT, TouchEvent.class);
  }

  @Test
  void everythingButOneThingIsOneFailure() {
    HostileJson.assertReadOrRefusedWhateverIsChanged(JSON, MAP, JourneyMap.class);
    HostileJson.assertReadOrRefusedWhateverIsChanged(JSON, WEEK, DailyFlow.class);
    HostileJson.assertReadOrRefusedWhateverIsChanged(JSON, EVENT, TouchEvent.class);
  }

  private static String nested(int depth) {
    int from = MAP.indexOf("{\"type\":\"one\"");
    String one = MAP.substring(from, MAP.length() - 1);
    return MAP.substring(0, from) + "{\"type\":\"maybe\",\"part\":".repeat(depth) + one
        + "}".repeat(depth) + "}";
  }

  private static MalformedInputException refusal(String json, Class<?> type) {
    return HostileJson.refusal(JSON, json, type);
  }
}
