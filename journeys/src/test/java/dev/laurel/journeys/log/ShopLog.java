package dev.laurel.journeys.log;

import dev.laurel.journeys.exchange.CsvLayout;
import dev.laurel.journeys.exchange.CsvLogReader;
import dev.laurel.journeys.exchange.LogReading;
import dev.laurel.journeys.exchange.ReadTerms;
import dev.laurel.journeys.identity.TouchpointId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Assumptions;

/**
 * The event log of a synthetic shop with planted stories (retentioneering-tools, Apache-2.0), where
 * it is at hand beside the repository: 31,106 events of 600 users in 3,605 sessions.
 */
public final class ShopLog {
  /** What ends a session. */
  public static final TouchpointId PURCHASE = TouchpointId.of("purchase");

  private ShopLog() {}

  /** The sessions as they are in the file. */
  public static JourneyLog sessions(TiePolicy ties) {
    return read("session_id", ties).log();
  }

  /** The sessions, converted where they have a purchase. */
  public static JourneyLog outcomes() {
    return sessions(TiePolicy.INPUT_ORDER).convertedAt(PURCHASE);
  }

  /** What came of reading the file by sessions or by users. */
  public static LogReading read(String journey, TiePolicy ties) {
    Path file = Path.of("..", "..", "shared", "data", "ecommerce_events.csv.gz");
    Assumptions.assumeTrue(Files.exists(file), "shop log is not at hand: ../shared/data");
    CsvLayout.Builder layout = CsvLayout.builder();
    layout
        .journey(journey)
        .touchpoint("event")
        .at("timestamp")
        .zone(ZoneId.of("UTC"))
        .channel("platform")
        .addJourneyAttribute("user_cohort");
    ReadTerms.Builder terms = ReadTerms.builder();
    try (InputStream in = Files.newInputStream(file)) {
      return CsvLogReader.read(in, layout.build(), terms.ties(ties).build());
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
