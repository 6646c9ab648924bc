package dev.laurel.journeys.exchange;

import static dev.laurel.journeys.Refused.malformed;
import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.log.TouchpointMapping;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CsvLogReaderTest {
  private static final CsvLayout SHOP = shop().build();

  private static CsvLayout.Builder shop() {
    CsvLayout.Builder shop = CsvLayout.builder();
    shop.journey("session").touchpoint("event").at("time");
    return shop;
  }

  private static InputStream utf8(String... lines) {
    return bytes(StandardCharsets.UTF_8, lines);
  }

  private static InputStream bytes(Charset charset, String... lines) {
    return new ByteArrayInputStream(String.join("\n", lines).getBytes(charset));
  }

  @Test
  void rowsBecomeEventsAndBrokenRowsAreRejectedWithTheirText() throws IOException {
    LogReading reading = CsvLogReader.read(
        utf8(
            "session,event,time",
            "s1,look,2026-03-01T09:30:00Z",
            "",
            "s1,buy,yesterday",
            "s1,buy",
            "s1,,2026-03-01T09:30:00Z",
            "s1,\"buy\",2026-03-01T10:30:00.25+01:00"),
        SHOP);

    assertThat(reading.read()).isEqualTo(5);
    assertThat(reading.accepted()).isEqualTo(2);
    assertThat(reading.rejected())
        .extracting(RejectedEvent::line, RejectedEvent::code, RejectedEvent::original)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4L, FailureCode.TIME_FORMAT, "s1,buy,yesterday"),
            org.assertj.core.groups.Tuple.tuple(5L, FailureCode.ROW_REJECTED, "s1,buy"),
            org.assertj.core.groups.Tuple.tuple(
                6L, FailureCode.REQUIRED, "s1,,2026-03-01T09:30:00Z"));
    assertThat(reading.rejected().get(0)).hasToString("line 4: TIME_FORMAT");
    assertThat(reading.log().event(1).at()).isEqualTo("2026-03-01T09:30:00.250Z");
  }

  @Test
  void eachColumnOfALayoutIsRead() throws IOException {
    CsvLayout.Builder layout = shop();
    layout
        .zone(ZoneId.of("Europe/Berlin"))
        .channel("via")
        .status("state")
        .addFailedText("declined")
        .experience("stars")
        .experienceScale(Experience.Scale.ONE_TO_FIVE)
        .value("amount")
        .currency("EUR")
        .sequence("n")
        .member("user")
        .addEventAttribute("page")
        .addJourneyAttribute("cohort")
        .separator(';');

    LogReading reading = CsvLogReader.read(
        utf8(
            "n;session;event;time;via;state;stars;amount;user;page;cohort",
            "1;s1;pay;2026-03-01 10:30:00;app;declined;4;12.3;m-1;=1+1;2026-03",
            "2;s1;pay;2026-03-01T10:31:00;;ok;;;;;"),
        layout.build());

    TouchEvent event = reading.log().event(0);
    assertThat(reading.rejected()).isEmpty();
    assertThat(event.at()).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
    assertThat(event.channel()).contains(Channel.of("app"));
    assertThat(event.status()).isEqualTo(EventStatus.FAILED);
    assertThat(event.experience().map(Experience::share)).contains(0.75);
    assertThat(event.value()).contains(ExactMoney.parse("EUR 12.30"));
    assertThat(event.sequence()).hasValue(1);
    assertThat(event.attributes().text("page")).contains("=1+1");
    assertThat(reading.log().facts(0).member()).contains(MemberId.of("m-1"));
    assertThat(reading.log().facts(0).attributes().text("cohort")).contains("2026-03");
    assertThat(reading.log().event(1).status()).isEqualTo(EventStatus.COMPLETED);
  }

  @Test
  void anEventThatIsNoTouchpointIsRejected() throws IOException {
    TouchpointMapping.Builder mapping = TouchpointMapping.builder();
    mapping
        .putName(TouchpointId.of("pay_button"), TouchpointId.of("pay"))
        .others(TouchpointMapping.Others.REJECT);
    ReadTerms.Builder terms = ReadTerms.builder();
    LogReading reading = CsvLogReader.read(
        utf8(
            "session,event,time",
            "s1,pay_button,2026-03-01T09:30:00Z",
            "s1,mouse,2026-03-01T09:30:00Z"),
        SHOP,
        terms.mapping(mapping.build()).build());

    assertThat(reading.log().touchpoints()).containsExactly(TouchpointId.of("pay"));
    assertThat(reading.rejected())
        .extracting(RejectedEvent::code)
        .containsExactly(FailureCode.REFERENCE_UNKNOWN);
  }

  @Test
  void anEmptyFileIsAnEmptyLog() throws IOException {
    assertThat(CsvLogReader.read(utf8(""), SHOP).log()).isEqualTo(JourneyLog.empty());
    assertThat(CsvLogReader.read(utf8("session,event,time"), SHOP).read()).isZero();
  }

  /** Bad-input row 105. */
  @Nested
  class HostileFiles {
    @Test
    void bytesOfOtherCharsetsAreTold() throws IOException {
      String[] lines = {"session,event,time", "s1,k\u00e4ufe,2026-03-01T09:30:00Z"};

      assertThat(CsvLogReader.read(bytes(StandardCharsets.UTF_16, lines), SHOP).accepted())
          .isEqualTo(1);
      lines[0] = "\ufeff" + lines[0];
      assertThat(CsvLogReader.read(utf8(lines), SHOP).accepted()).isEqualTo(1);
      lines[0] = lines[0].substring(1);
      assertThat(
              CsvLogReader.read(bytes(StandardCharsets.ISO_8859_1, lines), SHOP).rejected())
          .extracting(RejectedEvent::code)
          .containsExactly(FailureCode.TEXT_INVALID);
    }

    @Test
    void anOpenQuoteCostsOneLine() throws IOException {
      LogReading reading = CsvLogReader.read(
          utf8(
              "session,event,time",
              "s1,\"look,2026-03-01T09:30:00Z",
              "s1,buy,2026-03-01T09:31:00Z",
              "s1,\"two",
              "lines\",2026-03-01T09:32:00Z"),
          SHOP);

      // The quote of line 2 closes on line 4, in the middle of a field.
      assertThat(reading.accepted() + reading.rejected().size()).isEqualTo(reading.read());
      assertThat(reading.rejected()).extracting(RejectedEvent::line).startsWith(2L);

      LogReading unclosed = CsvLogReader.read(
          utf8(
              "session,event,time",
              "s1,\"look,2026-03-01T09:30:00Z",
              "s1,buy,2026-03-01T09:31:00Z"),
          SHOP);
      assertThat(unclosed.accepted()).isEqualTo(1);
      assertThat(unclosed.rejected())
          .extracting(RejectedEvent::line, RejectedEvent::code)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, FailureCode.ROW_REJECTED));
    }

    @Test
    void aLineOfManyMegabytesIsRejectedAndNotHeld() throws IOException {
      InputStream head = utf8("session,event,time", "s1,look,2026-03-01T09:30:00Z", "");
      InputStream endless = repeated("x".repeat(1 << 16), 512);
      InputStream tail = utf8("\ns1,buy,2026-03-01T09:31:00Z");

      LogReading reading = CsvLogReader.read(
          new java.io.SequenceInputStream(head, new java.io.SequenceInputStream(endless, tail)),
          SHOP);

      assertThat(reading.accepted()).isEqualTo(2);
      assertThat(reading.rejected()).hasSize(1);
      assertThat(reading.rejected().get(0).code()).isEqualTo(FailureCode.LINE_TOO_LONG);
      assertThat(reading.rejected().get(0).line()).isEqualTo(3);
      assertThat(reading.rejected().get(0).original()).hasSize(1_000);
    }

    @Test
    void aHeaderWithoutItsColumnsIsNoFile() {
      malformed(FailureCode.REQUIRED, () -> CsvLogReader.read(utf8("session,event"), SHOP));
      malformed(
          FailureCode.CONFIG_DUPLICATE,
          () -> CsvLogReader.read(utf8("session,event,time,time"), SHOP));
    }

    @Test
    void tooManyRejectedRowsEndTheReading() {
      ReadTerms.Builder terms = ReadTerms.builder();
      malformed(
          FailureCode.LIMIT_EXCEEDED,
          () -> CsvLogReader.read(
              utf8("session,event,time", "a", "b", "c"), SHOP, terms.rejects(2).build()));
    }

    /** Bad-input row 106. */
    @Test
    void anArchiveThatGrowsBeyondItsRatioIsStopped() throws IOException {
      ByteArrayOutputStream bomb = new ByteArrayOutputStream();
      try (GZIPOutputStream packed = new GZIPOutputStream(bomb)) {
        packed.write("session,event,time\n".getBytes(StandardCharsets.UTF_8));
        byte[] blank = new byte[1 << 16];
        Arrays.fill(blank, (byte) '\n');
        for (int i = 0; i < 512; i++) {
          packed.write(blank);
        }
      }

      malformed(
          FailureCode.INPUT_TOO_LARGE,
          () -> CsvLogReader.read(new ByteArrayInputStream(bomb.toByteArray()), SHOP));
    }

    @Test
    void aFileBeyondItsSizeIsStopped() {
      ReadTerms.Builder terms = ReadTerms.builder();
      malformed(
          FailureCode.INPUT_TOO_LARGE,
          () -> CsvLogReader.read(repeated("\n", 1_000), SHOP, terms.bytes(500).build()));
      refused(FailureCode.RANGE, () -> ReadTerms.builder().bytes(0).build());
    }

    private InputStream repeated(String text, int times) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new java.io.SequenceInputStream(java.util.Collections.enumeration(
          java.util.stream.Stream.generate(() -> new ByteArrayInputStream(bytes))
              .limit(times)
              .toList()));
    }
  }

  /** Bad-input row 101. */
  @Test
  void whatIsWrittenIsNoFormula() throws IOException {
    StringWriter csv = new StringWriter();
    CsvLogWriter.write(JourneyLog.of(List.of(Logs.event("=HYPERLINK(\"x\")", "@SUM", 0))), csv);

    assertThat(csv.toString().lines().skip(1))
        .containsExactly("\"'=HYPERLINK(\"\"x\"\")\",'@SUM,2026-03-01T00:00:00Z,,COMPLETED,,,,,,,");
  }
}
