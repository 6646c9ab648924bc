package dev.laurel.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitFormTest {
  private static final LocalTime NOON = LocalTime.NOON;

  private static LocalDateTime read(String pattern, String text) {
    return Objects.requireNonNull(DigitForm.of(pattern)).read(text, NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm, 2026-03-01 09:30, 2026-03-01T09:30",
    "yyyyMMdd, 19970101, 1997-01-01T12:00",
    "dd.MM.uuuu, 29.02.2024, 2024-02-29T12:00",
    "MM/dd/yyyy HH:mm:ss, 12/31/2025 23:59:59, 2025-12-31T23:59:59"
  })
  void numbersAreReadWhereThePatternSays(String pattern, String text, LocalDateTime time) {
    assertThat(read(pattern, text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM",
        "yyyy-M-dd",
        "yy-MM-dd",
        "yyyy-MMM-dd",
        "yyyy-MM-dd hh:mm a",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH",
        "yyyy-MM-dd mm",
        "yyyy-MM-dd HH:mmX",
        "yyyy-uuuu-MM-dd",
        "yyyy-MM-dd[ HH:mm]",
        "yyyyy-MM-dd"
      })
  void otherPatternsAreLeftToTheFormatter(String pattern) {
    assertThat(DigitForm.of(pattern)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29 10:00",
        "2023-13-01 10:00",
        "2023-00-01 10:00",
        "2023-01-00 10:00",
        "2023-01-01 24:00",
        "2023-01-01 10:60",
        "2023-01-01T10:00",
        "2023-01-01 10:0",
        "",
        "+023-01-01 10:00",
        "2023-01-01 1a:00",
        "2023-01-01 10:00 ",
        "\u0662023-01-01 10:0"
      })
  void otherTextsAreLeftToTheFormatter(String text) {
    assertThat(read("yyyy-MM-dd HH:mm", text)).isNull();
  }

  /** Whatever it reads, the strict formatter reads as the same; and it reads all that is so. */
  @Test
  void itAgreesWithTheFormatter() {
    String pattern = "uuuu-MM-dd HH:mm:ss";
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      String text = String.format(
          Locale.ROOT,
          "%04d-%02d-%02d %02d:%02d:%02d",
          random.nextInt(10_000),
          random.nextInt(14),
          random.nextInt(33),
          random.nextInt(26),
          random.nextInt(62),
          random.nextInt(62));
      LocalDateTime read = read(pattern, text);
      assertThat(read).as(text).isEqualTo(byFormatter(formatter, text));
    }
  }

  private static LocalDateTime byFormatter(DateTimeFormatter formatter, String text) {
    try {
      TemporalAccessor parsed = formatter.parse(text);
      return LocalDateTime.from(parsed);
    } catch (java.time.DateTimeException failure) {
      return null;
    }
  }
}
