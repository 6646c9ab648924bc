package dev.laurel.examples.journey;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.examples.intake.InputFailure;
import dev.laurel.examples.output.Figures;
import dev.laurel.journeys.exchange.CsvLayout;
import dev.laurel.journeys.exchange.CsvLogReader;
import dev.laurel.journeys.exchange.LogReading;
import dev.laurel.journeys.exchange.ReadTerms;
import dev.laurel.journeys.exchange.RejectedEvent;
import dev.laurel.journeys.exchange.XesLogReader;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.TiePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which file of events is read and how. */
final class EventFile {
  /** Which event of one instant comes first. */
  enum Ties {
    /** The one that comes first in the file. */
    first,
    /** The one that comes last in the file. */
    last
  }

  @Parameters(
      paramLabel = "FILE",
      description = "The events: XES or JSON lines if it is named so, else CSV; XES and CSV may be"
          + " gzip.")
  private Path file = Path.of("");

  @Option(
      names = "--journey",
      paramLabel = "COLUMN",
      defaultValue = "journey",
      description = "The column of the journey; journey if left out.")
  private String journey = "";

  @Option(
      names = "--touchpoint",
      paramLabel = "COLUMN",
      defaultValue = "touchpoint",
      description = "The column of the touchpoint; touchpoint if left out.")
  private String touchpoint = "";

  @Option(
      names = "--at",
      paramLabel = "COLUMN",
      defaultValue = "at",
      description = "The column of the instant; at if left out.")
  private String at = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The zone of times without an offset, such as Europe/Berlin or Z.")
  private @Nullable String zone;

  @Option(names = "--channel", paramLabel = "COLUMN", description = "The column of the channel.")
  private @Nullable String channel;

  @Option(names = "--status", paramLabel = "COLUMN", description = "The column of the status.")
  private @Nullable String status;

  @Option(
      names = "--ties",
      defaultValue = "first",
      description = "Which event of one instant comes first: the first or the last of the file.")
  private Ties ties = Ties.first;

  @Option(
      names = "--end-at",
      paramLabel = "TOUCHPOINT",
      description = "Ends each journey at its first event there.")
  private @Nullable String endAt;

  /** What the file holds. */
  LogReading read() {
    ReadTerms.Builder terms = ReadTerms.builder();
    terms.ties(ties == Ties.first ? TiePolicy.INPUT_ORDER : TiePolicy.REVERSED_INPUT_ORDER);
    try (InputStream in = Files.newInputStream(file)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(".jsonl")) {
        return EventLines.read(in, terms.build());
      }
      boolean isXes = name.endsWith(".xes") || name.endsWith(".xes.gz");
      return isXes
          ? XesLogReader.read(in, terms.build())
          : CsvLogReader.read(in, layout(), terms.build());
    } catch (MalformedInputException failure) {
      throw unreadable(failure.path() + " " + failure.getMessage());
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(String.valueOf(file));
    }
  }

  /** The journeys of what was read, cut where the options say so. */
  JourneyLog journeys(LogReading reading) {
    return endAt == null
        ? reading.log()
        : reading.log().cutAfterFirst(checked(() -> TouchpointId.of(String.valueOf(endAt))));
  }

  /** The instant of the last event; absent for none. */
  static Optional<Instant> last(JourneyLog log) {
    long last = Long.MIN_VALUE;
    for (int journey = 0; journey < log.journeys(); journey++) {
      last = Math.max(last, log.microsAt(log.end(journey) - 1));
    }
    return log.journeys() == 0
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(last, ChronoUnit.MICROS));
  }

  /** How many events were read, and why some were rejected. */
  static void tell(LogReading reading, JourneyLog log, PrintWriter out) {
    out.println(Figures.of(reading.read()) + " events read = " + Figures.of(reading.accepted())
        + " accepted + " + Figures.of(reading.rejected().size()) + " rejected; "
        + Figures.of(log.journeys()) + " journeys");
    TreeMap<String, Long> reasons = new TreeMap<>();
    for (RejectedEvent event : reading.rejected()) {
      reasons.merge(event.code().name(), 1L, Long::sum);
    }
    reasons.forEach((code, count) -> out.println("  " + Figures.of(count) + " " + code));
  }

  /** What the caller asked for, or a failure that says what is wrong with it. */
  static <T> T checked(Supplier<T> making) {
    try {
      return making.get();
    } catch (InvalidValueException failure) {
      throw new InputFailure(
          InputFailure.Code.MAPPING_INVALID, String.valueOf(failure.getMessage()));
    }
  }

  private CsvLayout layout() {
    return checked(() -> {
      CsvLayout.Builder layout = CsvLayout.builder();
      layout
          .journey(journey)
          .touchpoint(touchpoint)
          .at(at)
          .channel(Optional.ofNullable(channel))
          .status(Optional.ofNullable(status))
          .addFailedTexts("failed", "Failed", "declined");
      if (zone != null) {
        layout.zone(TimeGate.parseZone(zone));
      }
      return layout.build();
    });
  }

  private static InputFailure unreadable(String message) {
    return new InputFailure(InputFailure.Code.INPUT_UNREADABLE, "events: " + message);
  }
}
