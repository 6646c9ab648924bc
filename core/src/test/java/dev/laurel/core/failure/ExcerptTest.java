package dev.laurel.core.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void plainTextIsQuoted() {
    assertThat(Excerpt.of("EUR")).isEqualTo("'EUR'");
  }

  @Test
  void lineBreaksCannotForgeALogLine_row102() {
    assertThat(Excerpt.of("m-1\r\nINFO paid")).isEqualTo("'m-1\\u000d\\u000aINFO paid'");
  }

  @Test
  void directionOverridesAndLoneSurrogatesAreEscaped_row100() {
    assertThat(Excerpt.of("a\u202Eb\uD800c")).isEqualTo("'a\\u202eb\\ud800c'");
    assertThat(Excerpt.of("ok \uD83D\uDE00")).isEqualTo("'ok \uD83D\uDE00'");
  }

  @Test
  void longTextIsCutAfterFortyCharacters() {
    assertThat(Excerpt.of("x".repeat(1_000_000))).isEqualTo("'" + "x".repeat(40) + "...'");
  }

  @Test
  void everyMessageStaysWithinThreeHundredCharacters() {
    String longest = "y".repeat(10_000);

    assertThat(new InvalidValueException(FailureCode.RANGE, "p", longest).getMessage())
        .hasSize(300)
        .endsWith("...");
    assertThat(new MalformedInputException(FailureCode.JSON_SYNTAX, "p", longest).getMessage())
        .hasSize(300);
    assertThat(new PointsOverflowException(longest).getMessage()).hasSize(300);
  }

  @Test
  void aFailureSeenFromItsParentNamesTheWholePath() {
    InvalidValueException inner =
        new InvalidValueException(FailureCode.QUANTITY_INVALID, "quantity", "quantity: 0");

    assertThat(inner.under("lines[3]").path()).isEqualTo("lines[3].quantity");
    assertThat(inner.under("lines[3]").code()).isEqualTo(FailureCode.QUANTITY_INVALID);
  }
}
