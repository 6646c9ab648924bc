package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.points.PointType;
import dev.laurel.core.testkit.HostileJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 94, 100, 102 and 109 to 120 of what bad input gets. */
class BadJsonTest {
  private static final LaurelJson JSON = LaurelJson.standard();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String REDEEM = "{\"schemaVersion\":1,\"pointTypes\":[{\"code\":\"stars\","
      + "\"name\":\"Stars\",\"scale\":0,\"use\":\"REDEEMABLE\"}],\"type\":\"redeem\","
      + "\"stamp\":{\"id\":\"c-1\",\"member\":\"m-1\",\"occurredAt\":\"2026-03-01T09:30:00Z\","
      + "\"recordedAt\":\"2026-03-01T09:30:00Z\"},\"points\":{\"units\":120,\"type\":\"stars\"},"
      + "\"purpose\":\"caf\u00e9\"}";

  private static final String PURCHASE =
      "{\"schemaVersion\":1,\"type\":\"purchase\",\"id\":\"r-1\","
          + "\"member\":\"m-1\",\"occurredAt\":\"2026-03-01T09:30:00Z\",\"currency\":\"EUR\","
          + "\"lines\":[{\"sku\":\"oil\",\"unitPrice\":\"EUR 14.90\"}]}";

  @Test
  void theGoodOnesAreGood() {
    assertThat(JSON.read(REDEEM, LedgerCommand.class)).isInstanceOf(LedgerCommand.Redeem.class);
    assertThat(JSON.read(PURCHASE, Purchase.class).total().toString()).isEqualTo("EUR 14.90");
  }

  /** Row 109. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"12\" | JSON_TYPE",
        "1.9 | JSON_TYPE",
        "12.0 | JSON_TYPE",
        "true | JSON_TYPE",
        "[] | JSON_TYPE",
        "{} | JSON_TYPE",
        "\"\" | JSON_TYPE",
        "null | REQUIRED",
        "9223372036854775808 | RANGE",
        "-1 | POINTS_NEGATIVE"
      })
  void row109aCountIsAWholeNumber(String literal, FailureCode code) {
    assertRefused(REDEEM.replace("120", literal), code, "points.units");
  }

  @Test
  void row109aCountIsRequired() {
    assertRefused(REDEEM.replace("\"units\":120,", ""), FailureCode.REQUIRED, "points.units");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "\"x\"", "true", "[]"})
  void row109anObjectIsAnObject(String literal) {
    assertRefused(
        REDEEM.replace("{\"units\":120,\"type\":\"stars\"}", literal),
        FailureCode.JSON_TYPE,
        "points");
  }

  /** Row 110. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e2",
        "1E400",
        "NaN",
        "Infinity",
        "-Infinity",
        "01",
        "-01",
        "+1",
        ".5",
        "1.",
        "1e",
        "-"
      })
  void row110aNumberIsANumber(String literal) {
    assertRefused(REDEEM.replace("120", literal), FailureCode.JSON_NUMBER, "points.units");
  }

  @Test
  void row110numbersOfFactsHaveNoExponent() {
    String json = PURCHASE.replace("\"currency\"", "\"attributes\":{\"km\":1e2},\"currency\"");
    assertRefused(json, FailureCode.JSON_NUMBER, "attributes.km");
  }

  /** Row 111. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"refundd\",",
        "\"type\":\"Redeem\",",
        "\"type\":\"dev.laurel.core.ledger.LedgerCommand$Redeem\",",
        "\"type\":7,",
        "\"type\":null,",
        ""
      })
  void row111aTypeIsOneOfTheKnown(String type) {
    MalformedInputException refused = assertRefused(
        REDEEM.replace("\"type\":\"redeem\",", type), FailureCode.JSON_UNKNOWN_TYPE, "type");
    assertThat(refused).hasMessageContaining("absorb, accrue, activate");
  }

  @Test
  void row111aTypeTwiceIsADuplicateKey() {
    assertRefused(
        REDEEM.replace("\"type\":\"redeem\",", "\"type\":\"redeem\",\"type\":\"redeem\","),
        FailureCode.JSON_DUPLICATE_KEY,
        "type");
  }

  /** Row 112. */
  @Test
  void row112anUnknownFieldIsRefused() {
    MalformedInputException refused = assertRefused(
        REDEEM.replace("\"points\"", "\"ponits\""), FailureCode.JSON_UNKNOWN_FIELD, "ponits");
    assertThat(refused).hasMessageContaining("stamp, points, purpose");
    assertRefused(
        PURCHASE.replace("\"sku\"", "\"skuu\""), FailureCode.JSON_UNKNOWN_FIELD, "lines[0].skuu");
  }

  /** Row 113. */
  @Test
  void row113aKeyTwiceIsRefused() {
    assertRefused(
        REDEEM.replace("\"units\":120", "\"units\":120,\"units\":100"),
        FailureCode.JSON_DUPLICATE_KEY,
        "points.units");
    assertRefused(
        REDEEM.replace("\"units\":120", "\"units\":120,\"\\u0075nits\":100"),
        FailureCode.JSON_DUPLICATE_KEY,
        "points.units");
    assertRefused(
        PURCHASE.replace("\"currency\"", "\"attributes\":{\"a\":1,\"a\":2},\"currency\""),
        FailureCode.JSON_DUPLICATE_KEY,
        "attributes.a");
  }

  /** Row 114. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\uFEFF",
        "{} {}",
        "{}{}",
        "{},",
        "[1,]",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "/* */{}",
        "{}//",
        "nul",
        "tru",
        "\"",
        "{\"a\" 1}",
        "[1 2]",
        "]",
        "\u00a0{}",
        "{\"a\":\"\n\"}"
      })
  void row114textThatIsNotJson(String json) {
    MalformedInputException refused = assertRefused(json, FailureCode.JSON_SYNTAX);
    assertThat(refused.getMessage()).matches("(?s).*at character [0-9]+");
  }

  @Test
  void row114truncatedAtEveryByte() {
    byte[] whole = REDEEM.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Throwable thrown = catchThrowable(() -> JSON.read(cut, LedgerCommand.class));
      assertThat(thrown).as("%s bytes", length).isInstanceOf(MalformedInputException.class);
      FailureCode code = ((MalformedInputException) thrown).code();
      boolean isWithinLetter = length > 0 && cut[length - 1] == (byte) 0xc3;
      assertThat(code)
          .as("%s bytes", length)
          .isEqualTo(isWithinLetter ? FailureCode.JSON_ENCODING : FailureCode.JSON_SYNTAX);
    }
  }

  @Test
  void row114aDocumentIsAnObject() {
    for (String json : new String[] {"1", "\"x\"", "[]", "true"}) {
      assertRefused(json, FailureCode.JSON_TYPE, "");
    }
    assertRefused("null", FailureCode.REQUIRED, "");
  }

  /** Row 115. */
  @ParameterizedTest
  @ValueSource(ints = {161, 1_001, 100_000})
  void row115depth(int depth) {
    assertRefused("[".repeat(depth) + "]".repeat(depth), FailureCode.JSON_LIMIT);
    assertRefused("{\"a\":".repeat(depth) + "1" + "}".repeat(depth), FailureCode.JSON_LIMIT);
    assertRefused("[".repeat(depth), FailureCode.JSON_LIMIT);
  }

  @Test
  void row115length() {
    assertRefused("\"" + "x".repeat(20_000_000) + "\"", FailureCode.JSON_LIMIT);
    assertRefused("\"" + "x".repeat(70_000) + "\"", FailureCode.JSON_LIMIT);
    assertRefused("{\"" + "n".repeat(50_000) + "\":1}", FailureCode.JSON_LIMIT);
    assertRefused("{\"a\":" + "1".repeat(1_000_000) + "}", FailureCode.JSON_LIMIT);
    assertRefused(
        "{\"a\":1" + ".1".repeat(1) + "1".repeat(1_000_000) + "}", FailureCode.JSON_LIMIT);
    assertRefused("[" + "1,".repeat(4_100_000) + "1]", FailureCode.JSON_LIMIT);
    assertRefused("{}".concat(" ".repeat(17 << 20)), FailureCode.JSON_LIMIT);
  }

  @Test
  void row115streams() {
    byte[] large = new byte[17 << 20];
    Arrays.fill(large, (byte) ' ');
    assertTimeoutPreemptively(LIMIT, () -> {
      Throwable thrown =
          catchThrowable(() -> JSON.read(new ByteArrayInputStream(large), Activity.class));
      assertThat(((MalformedInputException) thrown).code()).isEqualTo(FailureCode.JSON_LIMIT);
    });
  }

  /** Row 116. */
  @ParameterizedTest
  @ValueSource(
      strings = {"0", "\"0\"", "\"redeemable\"", "\"REDEEMABLE \"", "\"SPENDABLE\"", "\"\""})
  void row116aConstantIsWrittenByItsName(String literal) {
    assertRefused(
        REDEEM.replace("\"REDEEMABLE\"", literal), FailureCode.JSON_ENUM, "pointTypes[0].use");
  }

  /** Row 117. */
  @Test
  void row117classNamesMeanNothing() {
    String gadget = "{\"@class\":\"com.sun.rowset.JdbcRowSetImpl\",\"dataSourceName\":"
        + "\"ldap://127.0.0.1:1/x\",\"autoCommit\":true,\"schemaVersion\":1}";
    assertRefused(gadget, FailureCode.JSON_UNKNOWN_TYPE, "type");
    assertThat(refusal(gadget, RuleBook.class).code()).isEqualTo(FailureCode.JSON_UNKNOWN_FIELD);
    String array = "{\"schemaVersion\":1,\"type\":\"activate\",\"stamp\":{\"id\":\"c\",\"member\":"
        + "\"m\",\"occurredAt\":\"2026-03-01T09:30:00Z\",\"recordedAt\":\"2026-03-01T09:30:00Z\"},"
        + "\"lots\":[\"java.lang.Object\",{}]}";
    assertRefused(array, FailureCode.JSON_UNKNOWN_TYPE, "lots");
  }

  /** Row 118. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "999", "\"1\"", "1.0", "true", "null", "-1", "[1]"})
  void row118otherVersionsAreRefused(String version) {
    assertRefused(
        REDEEM.replace("\"schemaVersion\":1", "\"schemaVersion\":" + version),
        FailureCode.SCHEMA_UNSUPPORTED,
        "schemaVersion");
  }

  @Test
  void row118aVersionIsRequired() {
    assertRefused(
        REDEEM.replace("\"schemaVersion\":1,", ""), FailureCode.REQUIRED, "schemaVersion");
  }

  /** Row 119; that no type of ours is serialisable is in {@link JsonKeysTest}. */
  @Test
  void row119aSerialisedStreamIsNoDocument() throws java.io.IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (java.io.ObjectOutputStream out = new java.io.ObjectOutputStream(bytes)) {
      out.writeObject(new java.util.ArrayList<>(java.util.List.of(PointType.class)));
    }
    Throwable thrown = catchThrowable(() -> JSON.read(bytes.toByteArray(), Activity.class));
    assertThat(((MalformedInputException) thrown).code()).isEqualTo(FailureCode.JSON_ENCODING);
  }

  /** Row 120. */
  @ParameterizedTest
  @CsvSource({
    "ff, a byte that never occurs",
    "c0af, an overlong slash",
    "e080af, an overlong slash",
    "f08080af, an overlong slash",
    "eda080, a surrogate",
    "f4908080, beyond the last character",
    "80, a second byte first",
    "c3, half a letter",
    "fffe, the mark of UTF-16",
    "feff, the mark of UTF-16"
  })
  void row120bytesThatAreNotUtf8(String hex, String why) {
    byte[] bad = new java.math.BigInteger("01" + hex, 16).toByteArray();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("{\"a\":\"".getBytes(StandardCharsets.UTF_8));
    bytes.write(bad, 1, bad.length - 1);
    bytes.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

    Throwable thrown = catchThrowable(() -> JSON.read(bytes.toByteArray(), Activity.class));

    assertThat(thrown).as(why).isInstanceOf(MalformedInputException.class);
    assertThat(((MalformedInputException) thrown).code()).isEqualTo(FailureCode.JSON_ENCODING);
    assertThat(thrown).hasMessageContaining("byte 6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d", "\\ude97", "\\ude97\\ud83d", "x\\ud83dx", "\ud83d", "\ude97"})
  void row120halvesOfLetters(String half) {
    assertRefused(REDEEM.replace("caf\u00e9", half), FailureCode.JSON_ENCODING, "purpose");
    assertRefused(REDEEM.replace("purpose", half), FailureCode.JSON_ENCODING);
  }

  @Test
  void wholeLettersMayBeEscaped() {
    LedgerCommand.Redeem redeem = (LedgerCommand.Redeem)
        JSON.read(REDEEM.replace("caf\u00e9", "\\ud83d\\ude97 caf\\u00e9"), LedgerCommand.class);
    assertThat(redeem.purpose()).isEqualTo("\uD83D\uDE97 caf\u00e9");
  }

  /** Row 94. */
  @Test
  void row94nothingIsNull() {
    assertRefused(
        PURCHASE.replace("\"lines\":[", "\"lines\":[null,"), FailureCode.REQUIRED, "lines[0]");
    assertRefused(
        PURCHASE.replace("\"lines\":[", "\"channel\":null,\"lines\":["),
        FailureCode.REQUIRED,
        "channel");
    assertRefused(
        PURCHASE.replace("\"lines\":[", "\"attributes\":{\"a\":null},\"lines\":["),
        FailureCode.REQUIRED,
        "attributes.a");
  }

  /** Rows 100 and 102. */
  @Test
  void row100and102namesKeepTheirRulesAndMessagesAreEscaped() {
    for (String bad : new String[] {"\\u0000", "\\r\\n", "\\u202e", "x".repeat(200), " "}) {
      MalformedInputException refused = assertRefused(
          PURCHASE.replace("\"m-1\"", "\"" + bad + "\""), FailureCode.ID_INVALID, "member");
      assertThat(refused.getMessage()).doesNotContain("\r", "\n", "\0", "\u202e");
    }
    MalformedInputException field = assertRefused(
        PURCHASE.replace("\"member\"", "\"mem\\r\\nber\""), FailureCode.JSON_UNKNOWN_FIELD);
    assertThat(field.getMessage() + field.path()).doesNotContain("\r", "\n");
  }

  /** I5: what may be about a person is in no message. */
  @Test
  void messagesShowNoFactsAndNoFreeText() {
    for (String fact : new String[] {
      "\"Liebermann\\u0000\"",
      "\"Liebermann" + "x".repeat(2_000) + "\"",
      "[\"Liebermann\"]",
      "\"Liebermann",
      "\"Liebermann\\ud800\"",
      "{\"a\":\"Liebermann\"}",
      "Liebermann"
    }) {
      String json = PURCHASE.replace("\"lines\"", "\"attributes\":{\"a\":" + fact + "},\"lines\"");
      assertThat(refusal(json, Activity.class).getMessage()).doesNotContain("Liebermann");
      String redeem = REDEEM.replace("\"caf\u00e9\"", fact.replace("\\u0000", "\\ud800"));
      Throwable thrown = catchThrowable(() -> JSON.read(redeem, LedgerCommand.class));
      assertThat(thrown == null ? "" : thrown.getMessage()).doesNotContain("Liebermann");
    }
  }

  @Test
  void aRefusalOfATypeKeepsItsCodeAndGetsThePathInFront() {
    assertRefused(
        PURCHASE.replace("\"sku\"", "\"quantity\":0,\"sku\""),
        FailureCode.QUANTITY_INVALID,
        "lines[0].quantity");
    assertRefused(
        PURCHASE.replace("14.90", "14.901"), FailureCode.SCALE_EXCEEDED, "lines[0].unitPrice");
    assertRefused(
        PURCHASE.replace("EUR 14.90", "EUR 1e5"), FailureCode.NUMBER_FORMAT, "lines[0].unitPrice");
    assertRefused(
        PURCHASE.replace("2026-03-01", "2026-02-29"), FailureCode.DATE_INVALID, "occurredAt");
    assertRefused(
        PURCHASE.replace("2026-03-01", "1970-01-01"), FailureCode.TIME_SUSPECT, "occurredAt");
    assertRefused(
        REDEEM.replace("\"type\":\"stars\"", "\"type\":\"miles\""),
        FailureCode.REFERENCE_UNKNOWN,
        "points.type");
  }

  @Test
  void aTypeOfAnotherDocumentIsRefused() {
    assertThat(refusal(PURCHASE, dev.laurel.core.activity.Return.class).code())
        .isEqualTo(FailureCode.JSON_UNKNOWN_TYPE);
    assertThat(refusal(PURCHASE, PointsAccount.class).code())
        .isEqualTo(FailureCode.JSON_UNKNOWN_FIELD);
  }

  @Test
  void everythingButOneThingIsOneFailure() {
    HostileJson.assertReadOrRefusedWhateverIsChanged(JSON, REDEEM, LedgerCommand.class);
    HostileJson.assertReadOrRefusedWhateverIsChanged(JSON, PURCHASE, Activity.class);
  }

  /**
   * The broken twins hand on whatever fails beneath them: a number that is none, or the document
   * with all that it says of a person.
   */
  @Test
  void theLawOfOneFailureCatchesTwins() {
    Consumer<String> numbers = text -> {
      Long.parseLong(text.replaceAll("(?s).*\"units\":([^,]*),.*", "$1"));
      JSON.read(text, LedgerCommand.class);
    };
    Consumer<String> words = text -> {
      try {
        JSON.read(text, LedgerCommand.class);
      } catch (MalformedInputException refused) {
        throw new MalformedInputException(refused.code(), refused.path(), "bad text: " + text);
      }
    };

    for (Consumer<String> twin : List.of(numbers, words)) {
      assertThatThrownBy(() ->
              HostileJson.assertReadOrRefusedWhateverIsChanged(twin, REDEEM, "\"member\":\"m-1\""))
          .isInstanceOf(AssertionError.class);
    }
    HostileJson.assertReadOrRefusedWhateverIsChanged(
        JSON, REDEEM, LedgerCommand.class, "\"member\":\"m-1\"");
  }

  @Test
  void whatCouldNotBeReadIsNotWritten() {
    LedgerCommand.Redeem redeem = (LedgerCommand.Redeem) JSON.read(REDEEM, LedgerCommand.class);
    for (String text : new String[] {"\ud83d", "x".repeat(70_000)}) {
      Throwable thrown = catchThrowable(
          () -> JSON.write(new LedgerCommand.Redeem(redeem.stamp(), redeem.points(), text)));
      assertThat(thrown).isInstanceOf(InvalidValueException.class);
      assertThat(((InvalidValueException) thrown).code()).isEqualTo(FailureCode.TEXT_INVALID);
      assertThat(((InvalidValueException) thrown).path()).isEqualTo("purpose");
    }
    assertThat(catchThrowable(() -> JSON.write("text"))).isInstanceOf(InvalidValueException.class);
  }

  private static MalformedInputException assertRefused(String json, FailureCode code, String path) {
    MalformedInputException refused = assertRefused(json, code);
    assertThat(refused.path()).as(refused.getMessage()).isEqualTo(path);
    return refused;
  }

  private static MalformedInputException assertRefused(String json, FailureCode code) {
    Class<?> type = json.contains("purchase") ? Activity.class : LedgerCommand.class;
    MalformedInputException refused = assertTimeoutPreemptively(LIMIT, () -> refusal(json, type));
    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.getMessage()).hasSizeLessThanOrEqualTo(300);
    return refused;
  }

  private static MalformedInputException refusal(String json, Class<?> type) {
    return HostileJson.refusal(JSON, json, type);
  }
}
