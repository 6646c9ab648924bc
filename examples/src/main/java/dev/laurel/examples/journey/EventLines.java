package dev.laurel.examples.journey;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.json.JsonLine;
import dev.laurel.core.json.JsonLines;
import dev.laurel.journeys.exchange.LogReading;
import dev.laurel.journeys.exchange.ReadTerms;
import dev.laurel.journeys.exchange.RejectedEvent;
import dev.laurel.journeys.json.JourneysJson;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.TouchEvent;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Events as JSON lines, one on each. */
final class EventLines {
  private static final int LONGEST_ORIGINAL = 1_000;

  private EventLines() {}

  static LogReading read(InputStream in, ReadTerms terms) {
    JourneyLog.Builder log = JourneyLog.builder(terms.ties());
    List<RejectedEvent> rejected = new ArrayList<>();
    JsonLines<TouchEvent> lines = JourneysJson.standard().readLines(in, TouchEvent.class);
    while (lines.hasNext()) {
      JsonLine<TouchEvent> line = lines.next();
      if (line instanceof JsonLine.Accepted<TouchEvent> accepted) {
        log.add(accepted.value());
      } else if (line instanceof JsonLine.Rejected<TouchEvent> one) {
        rejected.add(rejected(one));
      }
      if (rejected.size() > terms.rejects()) {
        throw new MalformedInputException(
            FailureCode.LIMIT_EXCEEDED,
            "line " + line.number(),
            "input must have at most " + terms.rejects() + " events that are rejected");
      }
    }
    return new LogReading(log.build(), lines.read(), ImmutableList.copyOf(rejected));
  }

  private static RejectedEvent rejected(JsonLine.Rejected<TouchEvent> line) {
    String text = line.text();
    return new RejectedEvent(
        line.number(),
        line.code(),
        line.path(),
        line.message(),
        text.substring(0, Math.min(text.length(), LONGEST_ORIGINAL)));
  }
}
