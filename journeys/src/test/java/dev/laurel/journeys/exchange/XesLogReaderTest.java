package dev.laurel.journeys.exchange;

import static dev.laurel.journeys.Refused.malformed;
import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XesLogReaderTest {
  private static final String EVENT = "<event><string key=\"concept:name\" value=\"%s\"/>"
      + "<date key=\"time:timestamp\" value=\"2012-01-01T10:00:00.000+01:00\"/></event>";

  private static InputStream xes(String... parts) {
    return utf8("<log>" + String.join("\n", parts) + "</log>");
  }

  private static InputStream utf8(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String event(String name) {
    return EVENT.replace("%s", name);
  }

  @Test
  void tracesBecomeJourneysWithTheirAttributes() throws IOException {
    LogReading reading = XesLogReader.read(xes(
        "<extension name=\"Concept\" prefix=\"concept\" uri=\"http://www.xes-standard.org/x\"/>",
        "<global scope=\"event\"><string key=\"concept:name\" value=\"name\"/></global>",
        "<classifier name=\"Activity\" keys=\"concept:name\"/>",
        "<trace><string key=\"concept:name\" value=\"173688\"/>",
        "<int key=\"AMOUNT_REQ\" value=\"20000\"/><boolean key=\"new\" value=\"true\"/>",
        "<event><string key=\"org:resource\" value=\"112\"/>",
        "<string key=\"concept:name\" value=\"A_SUBMITTED\"><string key=\"inner\" value=\"x\"/>"
            + "</string>",
        "<list key=\"many\"><values><string key=\"a\" value=\"b\"/></values></list>",
        "<unknown:tag xmlns:unknown=\"urn:x\" key=\"odd\" value=\"y\"/>",
        "<date key=\"time:timestamp\" value=\"2011-10-01T00:38:44.546+02:00\"/></event></trace>"));

    assertThat(reading.rejected()).isEmpty();
    TouchEvent event = reading.log().event(0);
    assertThat(event.journey()).isEqualTo(JourneyId.of("173688"));
    assertThat(event.touchpoint()).isEqualTo(TouchpointId.of("A_SUBMITTED"));
    assertThat(event.at()).isEqualTo("2011-09-30T22:38:44.546Z");
    assertThat(event.attributes().values().keySet()).containsExactly("org:resource");
    assertThat(reading.log().facts(0).attributes().number("AMOUNT_REQ"))
        .contains(new BigDecimal("20000"));
    assertThat(reading.log().facts(0).attributes().isSet("new")).isTrue();
  }

  @Test
  void anEventWithoutNameOrInstantIsRejected() throws IOException {
    LogReading reading = XesLogReader.read(xes(
        "<trace>",
        "<event><string key=\"concept:name\" value=\"a\"/></event>",
        "<event><date key=\"time:timestamp\" value=\"2012-01-01T10:00:00Z\"/></event>",
        "<event><string key=\"concept:name\" value=\"a\"/>"
            + "<date key=\"time:timestamp\" value=\"soon\"/></event>",
        event("b"),
        "</trace>"));

    assertThat(reading.read()).isEqualTo(4);
    assertThat(reading.rejected())
        .extracting(RejectedEvent::line, RejectedEvent::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, FailureCode.REQUIRED),
            org.assertj.core.groups.Tuple.tuple(3L, FailureCode.REQUIRED),
            org.assertj.core.groups.Tuple.tuple(4L, FailureCode.TIME_FORMAT));
    assertThat(reading.rejected().get(0).original()).isEqualTo("concept:name=a\n");
    assertThat(reading.log().id(0)).isEqualTo(JourneyId.of("#1"));
  }

  @Test
  void twoTracesOfOneNameAreTwoJourneys() throws IOException {
    String trace = "<trace><string key=\"concept:name\" value=\"x\"/>" + event("a") + "</trace>";

    JourneyLog log = XesLogReader.read(xes(trace, trace)).log();

    assertThat(List.of(log.id(0).value(), log.id(1).value())).containsExactly("x", "x#2");
  }

  @Test
  void attributesThatLookLikeOursAreKeptApart() throws IOException {
    TouchEvent.Builder event = TouchEvent.builder();
    event
        .journey(JourneyId.of("j"))
        .touchpoint(TouchpointId.of("a"))
        .at(Logs.START)
        .attributes(Attributes.none()
            .with("concept:name", "another")
            .with("laurel:value", "EUR 1.00")
            .with("laurel:attribute:x", "y"));
    JourneyLog log = JourneyLog.of(List.of(event.build()));
    StringBuilder xes = new StringBuilder();
    XesLogWriter.write(log, xes);

    assertThat(XesLogReader.read(utf8(xes.toString())).log()).isEqualTo(log);
  }

  @Test
  void whatNoXmlCanHoldIsNotWritten() {
    TouchEvent.Builder event = TouchEvent.builder();
    event
        .journey(JourneyId.of("j"))
        .touchpoint(TouchpointId.of("a"))
        .at(Logs.START)
        .attributes(Attributes.none().with("bell", "\u0007"));

    refused(
        FailureCode.TEXT_INVALID,
        () -> XesLogWriter.write(JourneyLog.of(List.of(event.build())), new StringBuilder()));
  }

  @Test
  void aDocumentThatEndsTooSoonIsNoDocument() throws IOException {
    StringBuilder whole = new StringBuilder();
    XesLogWriter.write(Logs.of("ab", "c"), whole);
    for (int end = 0; end < whole.length() - 2; end++) {
      String torn = whole.substring(0, end);
      malformed(FailureCode.XML_SYNTAX, () -> XesLogReader.read(utf8(torn)));
    }
  }

  @Nested
  class HostileDocuments {
    /** Bad-input row 107. */
    @Test
    void noOtherDocumentIsEverOpened(@TempDir Path folder) throws IOException {
      Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
      String uri = secret.toUri().toString();

      for (String start : List.of(
          "<!DOCTYPE log><log>",
          "<!DOCTYPE log SYSTEM \"" + uri + "\"><log>",
          "<!DOCTYPE log [<!ENTITY x SYSTEM \"" + uri + "\">]><log>&x;",
          "<!DOCTYPE log [<!ENTITY % p SYSTEM \"" + uri + "\"> %p;]><log>",
          "<log><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + uri + "\"/>")) {
        malformed(FailureCode.XML_DTD_FORBIDDEN, () -> XesLogReader.read(utf8(start + "</log>")));
      }
      assertThat(
              XesLogReader.read(utf8("<log xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                      + " xsi:schemaLocation=\"urn:x http://localhost:1/x.xsd\"></log>"))
                  .read())
          .isZero();
    }

    /** Bad-input row 108. */
    @Test
    void laughsAreNotCounted() {
      StringBuilder laughs = new StringBuilder("<!DOCTYPE log [<!ENTITY l0 \"ha\">");
      for (int i = 1; i < 20; i++) {
        laughs.append("<!ENTITY l" + i + " \"");
        laughs.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
      }
      laughs.append("]><log><string key=\"x\" value=\"&l19;\"/></log>");

      malformed(FailureCode.XML_DTD_FORBIDDEN, () -> XesLogReader.read(utf8(laughs.toString())));
    }

    @Test
    void entitiesThatNobodyDefinedAreNoXml() {
      malformed(
          FailureCode.XML_SYNTAX,
          () -> XesLogReader.read(xes("<string key=\"x\" value=\"&unknown;\"/>")));
    }

    @Test
    void depthIsBounded() {
      String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
      malformed(FailureCode.XML_LIMIT, () -> XesLogReader.read(xes(deep)));
      malformed(FailureCode.XML_LIMIT, () -> XesLogReader.read(xes("<trace><event>" + deep)));
    }

    @Test
    void attributesAreBounded() {
      StringBuilder many = new StringBuilder("<a");
      for (int i = 0; i < 1_000_000; i++) {
        many.append(" x").append(i).append("=\"\"");
      }
      malformed(FailureCode.XML_LIMIT, () -> XesLogReader.read(xes(many + "/>")));
      malformed(
          FailureCode.XML_LIMIT,
          () -> XesLogReader.read(xes(many.substring(0, many.indexOf(" x65")) + "/>")));
    }

    @Test
    void aValueIsBounded() {
      malformed(
          FailureCode.XML_LIMIT,
          () ->
              XesLogReader.read(xes("<string key=\"x\" value=\"" + "x".repeat(5 << 20) + "\"/>")));
    }

    /** Bad-input row 106. */
    @Test
    void anArchiveThatGrowsBeyondItsRatioIsStopped() throws IOException {
      ByteArrayOutputStream bomb = new ByteArrayOutputStream();
      try (GZIPOutputStream packed = new GZIPOutputStream(bomb)) {
        packed.write("<log>".getBytes(StandardCharsets.UTF_8));
        byte[] many = "<a/>".repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 512; i++) {
          packed.write(many);
        }
      }

      malformed(
          FailureCode.INPUT_TOO_LARGE,
          () -> XesLogReader.read(new ByteArrayInputStream(bomb.toByteArray())));
    }

    @Test
    void messagesDoNotRepeatTheDocument() {
      try {
        XesLogReader.read(xes("<a b=secret>"));
      } catch (MalformedInputException | IOException failure) {
        assertThat(failure).message().doesNotContain("secret");
        return;
      }
      throw new AssertionError("not refused");
    }
  }
}
