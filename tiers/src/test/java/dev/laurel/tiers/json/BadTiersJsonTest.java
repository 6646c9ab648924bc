package dev.laurel.tiers.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.testkit.HostileJson;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.migration.MigrationTerms;
import dev.laurel.tiers.simulation.Population;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 77 to 86 and 109 to 120 of what bad input gets, for ladders and lives. */
class BadTiersJsonTest {
  private static final LaurelJson JSON = TiersJson.standard();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String LADDER = "{\"schemaVersion\":1,\"code\":\"elite\","
      + "\"base\":{\"code\":\"base\",\"name\":\"Base\"},\"rungs\":["
      + "{\"tier\":{\"code\":\"silver\",\"name\":\"Silver\"},\"enter\":{\"type\":\"reach\","
      + "\"metric\":{\"type\":\"spent\",\"currency\":\"EUR\",\"scale\":2},\"threshold\":100}},"
      + "{\"tier\":{\"code\":\"gold\",\"name\":\"Gold\"},\"enter\":{\"type\":\"reach\","
      + "\"metric\":{\"type\":\"spent\",\"currency\":\"EUR\",\"scale\":2},\"threshold\":200}}]}";

  private static final String LIFE = "{\"schemaVersion\":1,\"member\":\"ann\","
      + "\"enrolledAt\":\"2025-01-01T00:00:00Z\",\"facts\":{},\"events\":[{\"type\":\"status-told\","
      + "\"ladder\":\"elite\",\"fact\":{\"type\":\"flagged\",\"stamp\":{\"id\":\"c-1\","
      + "\"member\":\"ann\",\"occurredAt\":\"2025-01-02T00:00:00Z\","
      + "\"recordedAt\":\"2025-01-02T00:00:00Z\"},\"flag\":\"card\",\"isHeld\":true}},"
      + "{\"type\":\"froze\",\"stamp\":{\"id\":\"c-2\",\"member\":\"ann\","
      + "\"occurredAt\":\"2025-01-03T00:00:00Z\",\"recordedAt\":\"2025-01-03T00:00:00Z\"},"
      + "\"reason\":\"Liebermann called\"}]}";

  private static final String MIGRATION = "{\"schemaVersion\":1,\"pointTypes\":["
      + "{\"code\":\"stars\",\"name\":\"Stars\",\"scale\":0,\"use\":\"REDEEMABLE\"}],"
      + "\"from\":\"2026-01-01T00:00:00Z\",\"mappings\":[{\"ladder\":\"elite\","
      + "\"gone\":\"platinum\",\"to\":{\"code\":\"gold\",\"name\":\"Gold\"}}],"
      + "\"grandfatherings\":[{\"ladder\":\"elite\",\"tier\":\"gold\","
      + "\"until\":\"2028-01-01T00:00:00Z\"}],"
      + "\"exchanges\":[{\"from\":\"stars\",\"rate\":\"0\",\"rounding\":\"DOWN\"}]}";

  @Test
  void theGoodOnesAreGood() {
    assertThat(JSON.read(LADDER, TierLadder.class).rungs()).hasSize(2);
    assertThat(JSON.read(LIFE, WhatIf.Life.class).events()).hasSize(2);
  }

  /** Row 77. */
  @Test
  void row77aLadderWithoutRungsIsItsBase() {
    String bare = "{\"schemaVersion\":1,\"code\":\"elite\","
        + "\"base\":{\"code\":\"base\",\"name\":\"Base\"}}";
    assertThat(JSON.read(bare, TierLadder.class).tiers()).hasSize(1);
  }

  /** Rows 78, 79, 81, 86 and 91. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"threshold\":100 | \"threshold\":300 | CONFIG_UNSORTED | rungs[1].enter",
        "\"threshold\":100 | \"threshold\":200 | CONFIG_DUPLICATE | rungs[1].enter",
        "\"code\":\"gold\" | \"code\":\"silver\" | CONFIG_DUPLICATE | rungs[1].tier",
        "\"code\":\"gold\" | \"code\":\"base\" | CONFIG_DUPLICATE | rungs[1].tier",
        "\"code\":\"gold\" | \"code\":\"GOLD\" | ID_INVALID | rungs[1].tier.code",
        "\"code\":\"gold\" | \"code\":\"gold\\n\" | ID_INVALID | rungs[1].tier.code",
        "\"threshold\":100 | \"threshold\":0 | RANGE | rungs[0].enter.threshold",
        "\"threshold\":100 | \"threshold\":-1 | RANGE | rungs[0].enter.threshold",
        "\"threshold\":200}} | \"threshold\":200},\"factor\":\"0\"} | MULTIPLIER_RANGE"
            + " | rungs[1].factor",
        "\"threshold\":200}} | \"threshold\":200},\"factor\":\"1000000000\"}"
            + " | MULTIPLIER_RANGE | rungs[1].factor",
        "\"threshold\":200}} | \"threshold\":200},\"factor\":1.2} | JSON_TYPE"
            + " | rungs[1].factor",
        "]} | ],\"successors\":{\"old\":{\"code\":\"tin\",\"name\":\"Tin\"}}}"
            + " | VALUE_INVALID | successors",
        "]} | ],\"period\":{\"type\":\"calendar\",\"part\":\"YEAR\",\"yearStart\":\"--02-29\"}}"
            + " | DATE_INVALID | period.yearStart",
        "]} | ],\"period\":{\"type\":\"rolling\",\"length\":\"P0D\"}} | WINDOW_INVALID | period.length"
      })
  void badTermsAreRefusedWithTheirPath(String good, String bad, FailureCode code, String path) {
    MalformedInputException refused =
        refusal(HostileJson.replaced(LADDER, good, bad), TierLadder.class);

    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"gone\":\"platinum\" | \"gone\":\"Platinum\" | ID_INVALID | mappings[0].code",
        "}],\"grand | },{\"ladder\":\"elite\",\"gone\":\"platinum\",\"to\":{\"code\":\"tin\","
            + "\"name\":\"Tin\"}}],\"grand | CONFIG_DUPLICATE | mappings",
        "\"until\":\"2028 | \"until\":\"2026 | TIME_RANGE | grandfatherings",
        "\"until\":\"2028-01-01T00:00:00Z\" | \"until\":\"2028\" | TIME_FORMAT"
            + " | grandfatherings[0].until",
        "\"rate\":\"0\" | \"rate\":\"1\" | RANGE | exchanges[0].rate",
        "\"from\":\"stars\" | \"from\":\"moons\" | REFERENCE_UNKNOWN | exchanges[0].from",
        "\"mappings\" | \"endings\":[\"Trips\"],\"mappings\" | ID_INVALID | code",
        "\"mappings\" | \"endings\":[\"a\",\"a\"],\"mappings\" | CONFIG_DUPLICATE | endings",
        "\"mappings\" | \"mapings\" | JSON_UNKNOWN_FIELD | mapings",
        "\"from\":\"2026-01-01T00:00:00Z\", | | REQUIRED | from"
      })
  void badDecisionsAboutAMigrationAreRefusedWithTheirPath(
      String good, String bad, FailureCode code, String path) {
    String json = MIGRATION.replace(good, bad == null ? "" : bad);

    MalformedInputException refused = refusal(json, MigrationTerms.class);

    assertThat(JSON.read(MIGRATION, MigrationTerms.class).mappings()).hasSize(1);
    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.path()).isEqualTo(path);
  }

  /** A scale of its own would make two thousand million zeros of one cent. */
  @ParameterizedTest
  @ValueSource(strings = {"-2000000000", "19", "-1"})
  void aScaleThatWouldFillTheMemoryIsRefused(String scale) {
    MalformedInputException refused =
        refusal(LADDER.replace("\"scale\":2", "\"scale\":" + scale), TierLadder.class);

    assertThat(refused.code()).isEqualTo(FailureCode.RANGE);
    assertThat(refused.path()).startsWith("rungs[0].enter.metric");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eur", "EURO", "", "E\\u0000R"})
  void row18aCurrencyIsThreeCapitals(String currency) {
    assertThat(refusal(LADDER.replace("\"EUR\"", "\"" + currency + "\""), TierLadder.class)
            .code())
        .isIn(FailureCode.UNKNOWN_CURRENCY, FailureCode.REQUIRED);
  }

  /** Rows 83 and 115. */
  @Test
  void row83and115qualificationsNestSoDeepAndNoDeeper() {
    assertThat(JSON.read(nested(64), TierLadder.class).rungs()).hasSize(1);
    assertThat(refusal(nested(65), TierLadder.class).code()).isEqualTo(FailureCode.RULE_TOO_DEEP);
    for (int depth : new int[] {200, 100_000}) {
      String bomb = nested(depth);
      MalformedInputException refused =
          assertTimeoutPreemptively(LIMIT, () -> refusal(bomb, TierLadder.class));
      assertThat(refused.code()).isEqualTo(FailureCode.JSON_LIMIT);
    }
  }

  @Test
  void row83aDeepTreeIsRefusedBeforeItIsWritten() {
    Qualification deep = Qualification.holds(Flag.of("card"));
    for (int i = 0; i < 64; i++) {
      deep = Qualification.allOf(deep);
    }
    Qualification deepest = deep;

    Throwable thrown = catchThrowable(() -> Qualification.allOf(deepest));

    assertThat(thrown).isInstanceOf(InvalidValueException.class);
    assertThat(((InvalidValueException) thrown).code()).isEqualTo(FailureCode.RULE_TOO_DEEP);
  }

  /** Row 89. */
  @Test
  void row89aGroupHasAtMost64Parts() {
    String part = "{\"type\":\"holds\",\"flag\":\"f\"}";
    String many =
        "{\"type\":\"at-least\",\"count\":1,\"parts\":[" + (part + ",").repeat(64) + part + "]}";
    assertThat(refusal(ladder(many), TierLadder.class).code())
        .isEqualTo(FailureCode.LIMIT_EXCEEDED);
  }

  /** Rows 109 to 113, 116, 117 and 120. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"threshold\":100 | \"threshold\":\"100\" | JSON_TYPE",
        "\"threshold\":100 | \"threshold\":100.0 | JSON_TYPE",
        "\"threshold\":100 | \"threshold\":null | REQUIRED",
        "\"threshold\":100 | \"threshold\":1e2 | JSON_NUMBER",
        "\"threshold\":100 | \"threshold\":1E400 | JSON_NUMBER",
        "\"threshold\":100 | \"threshold\":9223372036854775808 | RANGE",
        "\"type\":\"reach\" | \"type\":\"raech\" | JSON_UNKNOWN_TYPE",
        "\"type\":\"reach\" | \"@class\":\"javax.swing.JEditorPane\" | JSON_UNKNOWN_TYPE",
        "\"threshold\":100 | \"treshold\":100 | JSON_UNKNOWN_FIELD",
        "\"threshold\":100 | \"threshold\":100,\"threshold\":1 | JSON_DUPLICATE_KEY",
        "]} | ],\"effect\":0} | JSON_ENUM",
        "]} | ],\"effect\":\"immediate\"} | JSON_ENUM",
        "\"schemaVersion\":1 | \"schemaVersion\":2 | SCHEMA_UNSUPPORTED",
        "\"name\":\"Gold\" | \"name\":\"\\ud800\" | JSON_ENCODING"
      })
  void textThatIsNoLadder(String good, String bad, FailureCode code) {
    assertThat(
            refusal(HostileJson.replaced(LADDER, good, bad), TierLadder.class).code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"froze\" | \"type\":\"frozen\" | JSON_UNKNOWN_TYPE | events[1].type",
        "\"ladder\":\"elite\" | \"ladder\":\"elite\\r\\nBUG\" | ID_INVALID | events[0].code",
        "\"isHeld\":true | \"isHeld\":1 | JSON_TYPE | events[0].fact.isHeld",
        "\"events\":[ | \"events\":[null, | REQUIRED | events[0]",
        "\"member\":\"ann\", | \"member\":\"\", | ID_INVALID | member",
        "\"facts\":{}, | '' | REQUIRED | facts"
      })
  void textThatIsNoLife(String good, String bad, FailureCode code, String path) {
    MalformedInputException refused =
        refusal(HostileJson.replaced(LIFE, good, bad), WhatIf.Life.class);

    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.path()).isEqualTo(path);
    assertThat(refused.getMessage()).doesNotContain("\r", "\n", "Liebermann");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ":24, | :\"24\", | JSON_TYPE | habits[0].visits",
        ":24, | :1e400, | RANGE | habits[0].visits",
        ":24, | :NaN, | JSON_NUMBER | habits[0].visits",
        ":24, | :0, | RANGE | habits[0].visits",
        "\"weight\":1 | \"weight\":2147483648 | RANGE | habits[0].weight",
        "\"leaving\":0.2 | \"leaving\":1 | RANGE | habits[0].leaving",
        "\"joiners\":[10] | \"joiners\":[1000000001] | RANGE | joiners",
        "\"joiners\":[10] | \"joiners\":[] | RANGE | joiners"
      })
  void textThatIsNoPopulation(String good, String bad, FailureCode code, String path) {
    String population = "{\"schemaVersion\":1,\"firstDay\":\"2027-01-01\",\"joiners\":[10],"
        + "\"habits\":[{\"name\":\"regular\",\"weight\":1,\"visits\":24,"
        + "\"spend\":\"EUR 8.00\",\"leaving\":0.2}]}";
    assertThat(JSON.read(population, Population.class).members()).isEqualTo(10);

    MalformedInputException refused =
        refusal(HostileJson.replaced(population, good, bad), Population.class);

    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.path()).isEqualTo(path);
  }

  /** Row 114. */
  @Test
  void row114truncatedAtEveryByte() {
    HostileJson.assertRefusedWhereverItEnds(JSON, LIFE, WhatIf.Life.class);
  }

  @Test
  void everythingButOneThingIsOneFailure() {
    HostileJson.assertReadOrRefusedWhateverIsChanged(JSON, LADDER, TierLadder.class, "Liebermann");
    HostileJson.assertReadOrRefusedWhateverIsChanged(JSON, LIFE, WhatIf.Life.class, "Liebermann");
  }

  @Test
  void aDocumentOfCoreIsNoneOfTiersAndTheOtherWayRound() {
    String event = "{\"schemaVersion\":1,\"type\":\"thawed\",\"stamp\":{\"id\":\"c\","
        + "\"member\":\"m\",\"occurredAt\":\"2025-01-02T00:00:00Z\","
        + "\"recordedAt\":\"2025-01-02T00:00:00Z\"}}";
    assertThat(JSON.read(event, MembershipEvent.class)).isInstanceOf(MembershipEvent.Thawed.class);
    assertThat(refusal(event, LoyaltyProgram.class).code())
        .isEqualTo(FailureCode.JSON_UNKNOWN_FIELD);

    Throwable thrown =
        catchThrowable(() -> LaurelJson.standard().read(event, MembershipEvent.class));
    assertThat(((InvalidValueException) thrown).code()).isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
  }

  private static String nested(int depth) {
    return ladder("{\"type\":\"at-least\",\"count\":1,\"parts\":[".repeat(depth)
        + "{\"type\":\"holds\",\"flag\":\"f\"}" + "]}".repeat(depth));
  }

  private static String ladder(String enter) {
    return "{\"schemaVersion\":1,\"code\":\"elite\",\"base\":{\"code\":\"base\",\"name\":\"Base\"},"
        + "\"rungs\":[{\"tier\":{\"code\":\"gold\",\"name\":\"Gold\"},\"enter\":" + enter + "}]}";
  }

  private static MalformedInputException refusal(String json, Class<?> type) {
    return HostileJson.refusal(JSON, json, type);
  }
}
