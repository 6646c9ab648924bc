package dev.laurel.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Law H8 of the specification, and that no file breaks a reader. */
@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class RoundTripLaws {
  /** A way to write a log and read it back. */
  private interface RoundTrip {
    LogReading again(JourneyLog log) throws IOException;
  }

  @Property
  void csvGivesBackWhatWasWritten(@ForAll JourneyLog log) throws IOException {
    givesBack(RoundTripLaws::throughCsv, log);
  }

  @Property
  void xesGivesBackWhatWasWritten(@ForAll JourneyLog log) throws IOException {
    givesBack(RoundTripLaws::throughXes, log);
  }

  @Property
  void everyCellIsReadBack(@ForAll String text) {
    String cell = SafeCell.of(text);

    assertThat(SafeCell.text(cell)).isEqualTo(text);
    assertThat(cell).isNotEmpty().doesNotMatch("(?s)[=+\\-@\t\r\n].*");
  }

  @Property
  void aTornCsvIsStillAllAcceptedOrRejected(@ForAll JourneyLog log, @ForAll @IntRange int cut)
      throws IOException {
    byte[] torn = torn(csv(log), cut);
    long header = csv(JourneyLog.empty()).length();
    if (torn.length > header + 600) {
      LogReading reading = CsvLogReader.read(new ByteArrayInputStream(torn), CsvLayout.STANDARD);
      assertThat(reading.accepted() + reading.rejected().size()).isEqualTo(reading.read());
    }
  }

  @Example
  void theLawCatchesAWriterThatForgetsLineBreaksInXml() {
    RoundTrip careless = log -> {
      StringWriter xes = new StringWriter();
      XesLogWriter.write(log, xes);
      return XesLogReader.read(bytes(xes.toString().replace("&#10;", "\n")));
    };

    assertThatThrownBy(
            () -> givesBack(careless, JourneyLog.of(List.of(Logs.event("j", "two\nlines", 0)))))
        .isInstanceOf(AssertionError.class);
  }

  private static void givesBack(RoundTrip trip, JourneyLog log) throws IOException {
    LogReading reading = trip.again(log);
    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.log()).isEqualTo(log);
    assertThat(reading.read()).isEqualTo(log.events());
  }

  private static LogReading throughCsv(JourneyLog log) throws IOException {
    return CsvLogReader.read(bytes(csv(log)), CsvLayout.STANDARD);
  }

  private static LogReading throughXes(JourneyLog log) throws IOException {
    StringWriter xes = new StringWriter();
    XesLogWriter.write(log, xes);
    return XesLogReader.read(bytes(xes.toString()));
  }

  private static String csv(JourneyLog log) throws IOException {
    StringWriter csv = new StringWriter();
    CsvLogWriter.write(log, csv);
    return csv.toString();
  }

  private static byte[] torn(String text, int cut) {
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    return java.util.Arrays.copyOf(whole, Math.floorMod(cut, whole.length + 1));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
