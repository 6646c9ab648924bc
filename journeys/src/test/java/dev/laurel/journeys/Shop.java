package dev.laurel.journeys;

import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.TiePolicy;
import dev.laurel.journeys.log.TouchEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * The sessions of a shop with planted stories, where they are at hand beside the repository: 31,106
 * events, 3,605 sessions, of which 470 buy.
 */
public final class Shop {
  private static final TouchpointId PURCHASE = TouchpointId.of("purchase");
  private static final Path FILE = Path.of("..", "..", "shared", "data", "ecommerce_events.csv.gz");

  private Shop() {}

  /** The sessions cut at their first purchase, converted where they have one. */
  public static JourneyLog sessions() {
    return wholeSessions().cutAfterFirst(PURCHASE).convertedAt(PURCHASE);
  }

  /** The sessions with what comes after a purchase, which the data's own noise puts there. */
  public static JourneyLog wholeSessions() {
    Assumptions.assumeTrue(Files.exists(FILE), "the shop's data is not at hand: ../shared/data");
    return read().convertedAt(PURCHASE);
  }

  private static JourneyLog read() {
    JourneyLog.Builder log = JourneyLog.builder(TiePolicy.INPUT_ORDER);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      lines.lines().skip(1).forEach(line -> log.add(event(line)));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return log.build();
  }

  private static TouchEvent event(String line) {
    List<String> cells = List.of(line.split(",", -1));
    LocalDateTime at = LocalDateTime.parse(cells.get(3).replace(' ', 'T'));
    return TouchEvent.of(
        JourneyId.of(cells.get(1)), TouchpointId.of(cells.get(2)), at.toInstant(ZoneOffset.UTC));
  }
}
