package dev.laurel.journeys.log;

import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Instant;

/** Logs to try things on. */
public final class Logs {
  /** The instant zero of logs in tests. */
  public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private Logs() {}

  /** An event so many seconds after the start. */
  public static TouchEvent event(String journey, String touchpoint, long second) {
    return TouchEvent.of(
        JourneyId.of(journey), TouchpointId.of(touchpoint), START.plusSeconds(second));
  }

  /** Journeys of these touchpoints, one letter each, a second apart: {@code of("abc", "ac")}. */
  public static JourneyLog of(String... journeys) {
    JourneyLog.Builder log = JourneyLog.builder();
    for (int journey = 0; journey < journeys.length; journey++) {
      String name = "j" + (1_000 + journey);
      for (int i = 0; i < journeys[journey].length(); i++) {
        log.add(event(name, journeys[journey].substring(i, i + 1), i));
      }
    }
    return log.build();
  }

  /** The touchpoints of a journey as one word. */
  public static String word(JourneyLog log, int journey) {
    StringBuilder word = new StringBuilder();
    log.journey(journey).touchpoints().forEach(touchpoint -> word.append(touchpoint.value()));
    return word.toString();
  }
}
