package dev.laurel.examples.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.primitives.Bytes;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.failure.FailureCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionReaderTest {
  private static final String MAPPING = """
      {"format": "delimited", "zone": "Europe/Berlin",
       "columns": {"id": {"name": "id"}, "member": {"name": "member"},
                   "kind": {"name": "kind", "values": {"TD": "test-drive", "redeem": "redemption"}},
                   "occurredAt": {"name": "at"}, "amount": {"name": "amount"},
                   "points": {"name": "amount"}, "currency": {"constant": "EUR"},
                   "purchase": {"name": "of"}}}
      """;
  private static final String HEADER = "id,member,kind,at,amount,of\n";

  private static Reading rows(String rows) {
    return Reading.of(MAPPING, HEADER + rows);
  }

  private static Purchase onlyPurchase(Reading reading) {
    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.accepted()).hasSize(1);
    return (Purchase) ((Transaction.Done) reading.accepted().get(0)).activity();
  }

  @Test
  void aRowOfEachKindBecomesItsTransaction() {
    Reading reading = rows("""
        p1,m1,purchase,2026-03-01T10:00:00,19.99,
        e1,m1,TD,2026-03-02,,
        r1,m1,return,2026-03-03,5.00,p1
        x1,m1,redeem,2026-03-04,120,
        """);

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.accepted()).hasSize(4);
    assertThat(reading.accepted().get(0)).isInstanceOfSatisfying(Transaction.Done.class, done -> {
      Purchase purchase = (Purchase) done.activity();
      assertThat(purchase.total()).hasToString("EUR 19.99");
      assertThat(purchase.occurredAt()).hasToString("2026-03-01T09:00:00Z");
    });
    assertThat(reading.accepted().get(1))
        .isInstanceOfSatisfying(
            Transaction.Done.class,
            done -> assertThat(((Engagement) done.activity()).kind()).hasToString("test-drive"));
    assertThat(reading.accepted().get(2))
        .isInstanceOfSatisfying(
            Transaction.Done.class,
            done -> assertThat(((Return) done.activity()).purchase()).hasToString("p1"));
    assertThat(reading.accepted().get(3))
        .isInstanceOfSatisfying(
            Transaction.Redeem.class,
            redeem -> assertThat(redeem.points()).isEqualByComparingTo("120"));
  }

  @Test
  void whatIsReadIsWhatIsAcceptedAndWhatIsRejected() {
    Reading reading = rows("""
        p1,m1,purchase,2026-03-01,19.99,

        p2,m1,purchase,2026-03-01,19.999,
        p3,,purchase,2026-03-01,19.99,
        p4,m1,purchase,2023-02-29,19.99,
        p5,m1,purchase,2026-03-01,-1.00,
        p6,m1,purchase,2026-03-01,1.00,
        """);

    assertThat(reading.read()).isEqualTo(6);
    assertThat(reading.accepted()).extracting(Transaction::id).containsExactly("p1", "p6");
    assertThat(reading.rejected())
        .extracting(RejectedRow::line, RejectedRow::code, RejectedRow::path)
        .containsExactly(
            tuple(4L, FailureCode.SCALE_EXCEEDED, "amount"),
            tuple(5L, FailureCode.REQUIRED, "member"),
            tuple(6L, FailureCode.DATE_INVALID, "occurredAt"),
            tuple(7L, FailureCode.LINE_NEGATIVE, "unitPrice"));
    assertThat(reading.rejected().get(0).original()).isEqualTo("p2,m1,purchase,2026-03-01,19.999,");
  }

  @Nested
  class InBadShape {

    /** Row 105. */
    @Test
    void aRowWithTooFewOrTooManyColumnsIsRejectedAndTheNextIsRead() {
      Reading reading = rows("""
          p1,m1,purchase
          p2,m1,purchase,2026-03-01,1.00,,
          p3,m1,purchase,2026-03-01,1.00,
          """);

      assertThat(reading.rejected())
          .extracting(RejectedRow::code, RejectedRow::reason)
          .containsExactly(
              tuple(FailureCode.ROW_REJECTED, "row must have 6 columns: 3"),
              tuple(FailureCode.ROW_REJECTED, "row must have 6 columns: 7"));
      assertThat(reading.accepted()).extracting(Transaction::id).containsExactly("p3");
    }

    @Test
    void anUnclosedQuoteCostsOneRowAndNotTheRestOfTheFile() {
      Reading reading = rows("""
          p1,"m1,purchase,2026-03-01,1.00,
          p2,"m"1,purchase,2026-03-01,1.00,
          p3,"m,1",purchase,2026-03-01,1.00,
          """);

      assertThat(reading.rejected())
          .extracting(RejectedRow::line, RejectedRow::code)
          .containsExactly(
              tuple(2L, FailureCode.ROW_REJECTED), tuple(3L, FailureCode.ROW_REJECTED));
      assertThat(reading.accepted().get(0).member()).hasToString("m,1");
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstHeading() {
      byte[] text = (HEADER + "p1,m1,purchase,2026-03-01,1.00,\r\n").getBytes(UTF_8);
      byte[] marked = Bytes.concat(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, text);

      assertThat(onlyPurchase(Reading.of(MAPPING, marked)).id()).hasToString("p1");
    }

    @Test
    void utf16IsKnownByItsMark() {
      String text = HEADER + "p1,Zo\u00eb \ud83d\ude97,purchase,2026-03-01,1.00,\n";
      byte[] little = Bytes.concat(new byte[] {(byte) 0xff, (byte) 0xfe}, text.getBytes(UTF_16LE));
      byte[] big = Bytes.concat(new byte[] {(byte) 0xfe, (byte) 0xff}, text.getBytes(UTF_16BE));

      assertThat(onlyPurchase(Reading.of(MAPPING, little)).member())
          .hasToString("Zo\u00eb \ud83d\ude97");
      assertThat(onlyPurchase(Reading.of(MAPPING, big)).member())
          .hasToString("Zo\u00eb \ud83d\ude97");
    }

    @Test
    void utf16WithoutItsMarkIsRefusedWholeRatherThanGuessed() {
      byte[] text = (HEADER + "p1,m1,purchase,2026-03-01,1.00,\n").getBytes(UTF_16LE);

      assertThatThrownBy(() -> Reading.of(MAPPING, text))
          .isInstanceOfSatisfying(
              InputFailure.class,
              failure -> assertThat(failure.code()).isEqualTo(InputFailure.Code.HEADER_MISMATCH));
    }

    @Test
    void aLineOf64KibIsReadAndALongerOneIsRejectedWithItsBeginning() {
      String fits = "p1,m1,purchase,2026-03-01,1.00,";
      Reading reading = rows(fits + "x".repeat(65_536 - fits.length()) + "\n" + "p2,"
          + "x".repeat(65_534) + "\n" + "p3,m1,purchase,2026-03-01,1.00,\n");

      assertThat(reading.accepted()).extracting(Transaction::id).containsExactly("p1", "p3");
      RejectedRow row = reading.rejected().get(0);
      assertThat(row.code()).isEqualTo(FailureCode.LINE_TOO_LONG);
      assertThat(row.line()).isEqualTo(3);
      assertThat(row.reason()).endsWith(": 65537");
      assertThat(row.original()).hasSize(1_000).startsWith("p2,xxx");
    }

    @Test
    @Timeout(60)
    void aLineOfTwoGigabytesIsPassedOverInBoundedMemory() throws IOException {
      long size = 2L << 30;
      BoundedLines lines = new BoundedLines(new EndlessLine(size));

      assertThat(lines.next()).isTrue();
      assertThat(lines.isTooLong()).isTrue();
      assertThat(lines.length()).isEqualTo(size);
      assertThat(lines.text()).hasSize(1_000);
      assertThat(lines.next()).isFalse();
    }
  }

  @Nested
  class WithHostileText {

    /** Row 100. */
    @Test
    void nulAndBytesOutsideTheCharsetAreTextInvalid() {
      byte[] broken = Bytes.concat(
          (HEADER + "p1,m\u00001,purchase,2026-03-01,1.00,\np2,m").getBytes(UTF_8),
          new byte[] {(byte) 0xc3, (byte) 0x28},
          ",purchase,2026-03-01,1.00,\n".getBytes(UTF_8));

      assertThat(Reading.of(MAPPING, broken).rejected())
          .extracting(RejectedRow::code)
          .containsExactly(FailureCode.TEXT_INVALID, FailureCode.TEXT_INVALID);
    }

    @Test
    void loneSurrogatesAreTextInvalidAndPairsAreKept() {
      byte[] text = Bytes.concat(
          new byte[] {(byte) 0xff, (byte) 0xfe},
          (HEADER + "p1,\ud83d\ude97,purchase,2026-03-01,1.00,\n").getBytes(UTF_16LE),
          "p2,".getBytes(UTF_16LE),
          new byte[] {0x3d, (byte) 0xd8},
          ",purchase,2026-03-01,1.00,\n".getBytes(UTF_16LE));
      Reading reading = Reading.of(MAPPING, text);

      assertThat(reading.accepted()).hasSize(1);
      assertThat(reading.rejected())
          .extracting(RejectedRow::code)
          .containsExactly(FailureCode.TEXT_INVALID);
    }

    @Test
    void anOverrideOfTheWritingDirectionAndALongNameAreNoIds() {
      Reading reading = rows("p1,m\u202e1,purchase,2026-03-01,1.00,\n" + "p2," + "m".repeat(10_000)
          + ",purchase,2026-03-01,1.00,\n");

      assertThat(reading.rejected())
          .extracting(RejectedRow::code, RejectedRow::path)
          .containsExactly(
              tuple(FailureCode.ID_INVALID, "member"), tuple(FailureCode.ID_INVALID, "member"));
    }

    /** Row 101. */
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "=HYPERLINK(\"http://x\")|'=HYPERLINK(\"http://x\")",
          "+1+1|'+1+1",
          "-2|'-2",
          "@SUM(A1)|'@SUM(A1)",
          "plain|plain"
        })
    void aFormulaIsTextInTheFileOfRejects(String text, String safe) {
      assertThat(RejectsWriter.guarded(text)).isEqualTo(safe);
    }

    @Test
    void controlCharactersAreWrittenAsEscapes() {
      assertThat(RejectsWriter.guarded("\t=1")).isEqualTo("'\\u0009=1");
      assertThat(RejectsWriter.guarded("a\r\nb\u202e\u0000"))
          .isEqualTo("a\\u000d\\u000ab\\u202e\\u0000");
    }

    /** Row 102. */
    @Test
    void aCarriageReturnInAnIdForgesNoLineAnywhere() {
      Reading reading = rows("p1,m\r1 forged,purchase,2026-03-01,1.00,\n");
      StringWriter out = new StringWriter();
      RejectsWriter writer = new RejectsWriter(out);
      reading.rejected().forEach(writer::write);
      writer.flush();

      assertThat(reading.rejected()).hasSize(1);
      assertThat(out.toString().lines()).hasSize(2);
      assertThat(out.toString()).doesNotContain("\r").contains("m\\u000d1 forged");
    }
  }

  @Nested
  class AtOddTimes {

    /** Row 68. */
    @ParameterizedTest
    @CsvSource({
      "2026-03-29T02:30:00,2026-03-29T01:30:00Z",
      "2026-10-25T02:30:00,2026-10-25T00:30:00Z",
      "2026-10-25T02:30:00+01:00,2026-10-25T01:30:00Z",
      "2026-03-29,2026-03-28T23:00:00Z"
    })
    void aSkippedTimeMovesForwardAndADoubledOneIsItsFirst(String local, String instant) {
      assertThat(onlyPurchase(rows("p1,m1,purchase," + local + ",1.00,")).occurredAt())
          .hasToString(instant);
    }

    /** Row 65. */
    @ParameterizedTest
    @CsvSource({
      "2023-02-29,DATE_INVALID",
      "2024-02-30,DATE_INVALID",
      "2024-02-28T24:00:00Z,DATE_INVALID",
      "2016-12-31T23:59:60Z,DATE_INVALID",
      "28/02/2024,TIME_FORMAT",
      "1969-12-31,TIME_RANGE",
      "1970-01-20,TIME_SUSPECT"
    })
    void aTimeThatCannotBeIsRejected(String time, FailureCode code) {
      assertThat(rows("p1,m1,purchase," + time + ",1.00,").rejected())
          .extracting(RejectedRow::code, RejectedRow::path)
          .containsExactly(tuple(code, "occurredAt"));
    }

    /** Row 64. */
    @ParameterizedTest
    @CsvSource({
      "epoch-seconds,1700000000,",
      "epoch-millis,1700000000000,",
      "epoch-millis,1700000000,TIME_SUSPECT",
      "epoch-seconds,1700000000000,TIME_RANGE",
      "epoch-seconds,9223372036854775807,TIME_RANGE",
      "epoch-seconds,12e3,TIME_FORMAT",
      "dd.MM.yyyy HH:mm,14.11.2023 23:13,",
      "dd.MM.yyyy HH:mm,30.02.2023 23:13,DATE_INVALID",
      "dd.MM.yyyy HH:mm,14.11.2023 24:00,DATE_INVALID",
      "dd.MM.yyyy HH:mm,14.11.23 23:13,TIME_FORMAT"
    })
    void secondsReadAsMillisecondsAreFound(String pattern, String text, FailureCode code) {
      String mapping =
          MAPPING.replace("\"zone\"", "\"datePattern\": \"" + pattern + "\", \"zone\"");
      Reading reading = Reading.of(mapping, HEADER + "p1,m1,purchase," + text + ",1.00,");

      if (code == null) {
        assertThat(onlyPurchase(reading).occurredAt().toString()).startsWith("2023-11-14T22:13:");
      } else {
        assertThat(reading.rejected()).extracting(RejectedRow::code).containsExactly(code);
      }
    }
  }

  @Nested
  class Compressed {

    @Test
    void gzipIsKnownByItsFirstBytes() throws IOException {
      byte[] text = (HEADER + "p1,m1,purchase,2026-03-01,1.00,\n").getBytes(UTF_8);

      assertThat(onlyPurchase(Reading.of(MAPPING, gzip(text))).id()).hasToString("p1");
    }

    @Test
    void aFileThatGrowsAThousandfoldIsStopped() throws IOException {
      byte[] bomb = gzip(new byte[64 << 20]);

      assertThat(bomb.length).isLessThan(100_000);
      assertThatThrownBy(() -> Reading.of(MAPPING, bomb))
          .isInstanceOfSatisfying(
              InputFailure.class,
              failure -> assertThat(failure.code()).isEqualTo(InputFailure.Code.INPUT_TOO_LARGE));
    }

    @Test
    void aFileBeyondTheAbsoluteLimitIsStopped() throws IOException {
      byte[] packed =
          gzip((HEADER + "p1,m1,purchase,2026-03-01,1.00,\n".repeat(100)).getBytes(UTF_8));

      assertThatThrownBy(() ->
              Reading.of(MAPPING, new ByteArrayInputStream(packed), new InputLimits(200, 1_000)))
          .hasMessageContaining("1000 bytes");
    }

    @Test
    void aFileCutShortIsUnreadableAndSaysWhere() throws IOException {
      byte[] packed = gzip((HEADER + "p1,m1,purchase,2026-03-01,1.00,\n").getBytes(UTF_8));

      assertThatThrownBy(() -> Reading.of(MAPPING, Arrays.copyOf(packed, packed.length - 12)))
          .isInstanceOfSatisfying(
              InputFailure.class,
              failure -> assertThat(failure.code()).isEqualTo(InputFailure.Code.INPUT_UNREADABLE));
    }
  }

  @Nested
  class WithDeclaredNumbers {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1.234,50|EUR 1234.50",
          "1234,5|EUR 1234.50",
          "-0|EUR 0.00",
          "1.234.567,89|EUR 1234567.89"
        })
    void germanNumbersAreRead(String text, String money) {
      assertThat(onlyPurchase(german(text)).total()).hasToString(money);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"1.23", "1.2345,00", "12.34.567", "1,234.50", ".123", "1,2,3"})
    void aNumberOfAnotherCountryIsNotGuessed(String text) {
      assertThat(german(text).rejected())
          .extracting(RejectedRow::code)
          .containsExactly(FailureCode.NUMBER_FORMAT);
    }

    private Reading german(String text) {
      String mapping = MAPPING.replace(
          "\"zone\"",
          "\"decimalSeparator\": \",\", \"groupingSeparator\": \".\", \"delimiter\": \";\","
              + " \"zone\"");
      return Reading.of(
          mapping, HEADER.replace(',', ';') + "p1;m1;purchase;2026-03-01;" + text + ";");
    }
  }

  @Nested
  class InFixedWidth {
    private static final String FIXED = """
        {"format": "fixed-width", "datePattern": "yyyyMMdd", "idPrefix": "till",
         "columns": {"member": {"from": 2, "width": 5}, "occurredAt": {"from": 13, "width": 8},
                     "quantity": {"from": 22, "width": 2}, "amount": {"from": 24, "width": 8},
                     "currency": {"constant": "USD"}, "kind": {"constant": "purchase"}}}
        """;

    @Test
    void theCentsOfATotalAreSharedOutAmongItsArticles() {
      Purchase purchase = onlyPurchase(Reading.of(FIXED, " 00004 0001 19970101  2   29.33\r\n"));

      assertThat(purchase.id()).hasToString("till:0000001");
      assertThat(purchase.total()).hasToString("USD 29.33");
      assertThat(purchase.lines())
          .extracting(line -> line.quantity() + " x " + line.unitPrice())
          .containsExactly("1 x USD 14.67", "1 x USD 14.66");
    }

    @Test
    void aLineThatEndsEarlyIsRejected() {
      Reading reading = Reading.of(FIXED, " 00004 0001 19970101  2   29\n");

      assertThat(reading.rejected())
          .extracting(RejectedRow::code)
          .containsExactly(FailureCode.ROW_REJECTED);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aHundredThousandBrokenRowsAreRejectedOneByOne() {
    Reading reading = rows("x\n".repeat(100_000));

    assertThat(reading.read()).isEqualTo(100_000);
  }

  /** One line of this many letters. */
  private static final class EndlessLine extends Reader {
    private long left;

    EndlessLine(long size) {
      left = size;
    }

    @Override
    public int read(char[] chars, int offset, int length) {
      int count = (int) Math.min(length, left);
      Arrays.fill(chars, offset, offset + count, 'x');
      left -= count;
      return count == 0 ? -1 : count;
    }

    @Override
    public void close() {}
  }
}
