package dev.laurel.journeys.log;

import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The 42 events of six requests for compensation by which process mining is taught: W. van der
 * Aalst, "Process Mining" (2011), table 1.1. The published figures of it are those of pm4py.
 */
public final class RunningExample {
  /** Day of December 2010 (January 2011 from 32 on), time, and what was done. */
  private static final String EVENTS = """
      1: 30 11:02 register; 31 10:06 thoroughly; 36 15:12 check; 37 11:18 decide; 38 14:24 reject
      2: 30 11:32 register; 30 12:12 check; 30 14:16 casually; 36 11:22 decide; 39 12:05 pay
      3: 30 14:32 register; 30 15:06 casually; 30 16:34 check; 37 09:18 decide; 37 12:18 reinitiate
      3: 37 13:06 thoroughly; 39 11:43 check; 40 09:55 decide; 46 10:45 pay
      4: 37 15:02 register; 38 12:06 check; 39 14:43 thoroughly; 40 12:02 decide; 43 15:44 reject
      5: 37 09:02 register; 38 10:16 casually; 39 11:22 check; 41 13:28 decide; 42 16:18 reinitiate
      5: 45 14:33 check; 47 15:50 casually; 50 11:18 decide; 51 12:48 reinitiate; 52 09:06 casually
      5: 52 11:34 check; 54 13:12 decide; 55 14:56 reject
      6: 37 15:02 register; 37 16:06 casually; 38 16:22 check; 38 16:52 decide; 47 11:47 pay
      """;

  private RunningExample() {}

  /** The log. */
  public static JourneyLog log() {
    JourneyLog.Builder log = JourneyLog.builder();
    EVENTS.lines().forEach(line -> {
      String[] parts = line.split(": ", 2);
      for (String event : parts[1].split("; ", -1)) {
        String[] words = event.split("[ :]", -1);
        LocalDateTime at = LocalDateTime.of(
                2010, 12, 1, Integer.parseInt(words[1]), Integer.parseInt(words[2]))
            .plusDays(Integer.parseInt(words[0]) - 1);
        log.add(TouchEvent.of(
            JourneyId.of("request " + parts[0]),
            TouchpointId.of(words[3]),
            at.toInstant(ZoneOffset.UTC)));
      }
    });
    return log.build();
  }
}
