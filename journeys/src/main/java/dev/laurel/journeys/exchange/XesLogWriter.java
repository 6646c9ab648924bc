package dev.laurel.journeys.exchange;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.identity.FreeText;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import java.io.IOException;
import java.util.Map;

/**
 * Writes logs as XES, the form in which process-mining tools exchange event logs (IEEE 1849), with
 * what it has no word for under keys that begin with {@code laurel:}. {@link XesLogReader} reads it
 * back without loss.
 */
public final class XesLogWriter {
  private final Appendable out;

  private XesLogWriter(Appendable out) {
    this.out = out;
  }

  /**
   * Writes a log as one document; it is to be encoded as UTF-8.
   *
   * @throws InvalidValueException TEXT_INVALID if an attribute holds characters that no XML can
   */
  public static void write(JourneyLog log, Appendable out) throws IOException {
    new XesLogWriter(out).write(log);
  }

  private void write(JourneyLog log) throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<log xes.version=\"1849-2016\" xes.features=\"\""
        + " xmlns=\"http://www.xes-standard.org/\">\n");
    extension("Concept", "concept", "http://www.xes-standard.org/concept.xesext");
    extension("Time", "time", "http://www.xes-standard.org/time.xesext");
    for (int journey = 0; journey < log.journeys(); journey++) {
      out.append("  <trace>\n");
      attribute("    ", "string", XesKeys.NAME, log.id(journey).value());
      facts(log.facts(journey));
      for (TouchEvent event : log.journey(journey).events()) {
        event(event);
      }
      out.append("  </trace>\n");
    }
    out.append("</log>\n");
  }

  private void facts(JourneyFacts facts) throws IOException {
    String indent = "    ";
    if (facts.member().isPresent()) {
      attribute(indent, "string", XesKeys.MEMBER, facts.member().get().value());
    }
    if (facts.outcome().isPresent()) {
      Outcome outcome = facts.outcome().get();
      attribute(indent, "string", XesKeys.OUTCOME, FactText.text(outcome));
      if (outcome.value().isPresent()) {
        attribute(indent, "string", XesKeys.OUTCOME_VALUE, outcome.value().get().toString());
      }
      if (outcome.score().isPresent()) {
        attribute(
            indent,
            "string",
            XesKeys.OUTCOME_SCORE,
            FactText.text(outcome.score().get()));
      }
    }
    attributes(indent, facts.attributes());
  }

  private void event(TouchEvent event) throws IOException {
    String indent = "      ";
    out.append("    <event>\n");
    attribute(indent, "string", XesKeys.NAME, event.touchpoint().value());
    attribute(indent, "date", XesKeys.AT, event.at().toString());
    if (event.channel().isPresent()) {
      attribute(indent, "string", XesKeys.CHANNEL, event.channel().get().value());
    }
    if (event.status() == EventStatus.FAILED) {
      attribute(indent, "string", XesKeys.STATUS, event.status().name());
    }
    if (event.experience().isPresent()) {
      attribute(
          indent, "string", XesKeys.EXPERIENCE, FactText.text(event.experience().get()));
    }
    if (event.value().isPresent()) {
      ExactMoney value = event.value().get();
      attribute(indent, "string", XesKeys.VALUE, value.toString());
    }
    if (event.sequence().isPresent()) {
      attribute(indent, "int", XesKeys.SEQUENCE, Long.toString(event.sequence().getAsLong()));
    }
    attributes(indent, event.attributes());
    out.append("    </event>\n");
  }

  private void attributes(String indent, Attributes attributes) throws IOException {
    for (Map.Entry<String, Attributes.Value> each : attributes.values().entrySet()) {
      String key = XesKeys.written(each.getKey());
      Attributes.Value value = each.getValue();
      if (value instanceof Attributes.Text text) {
        attribute(indent, "string", key, text.text());
      } else if (value instanceof Attributes.Decimal decimal) {
        attribute(indent, "float", key, decimal.number().toPlainString());
      } else if (value instanceof Attributes.Flag flag) {
        attribute(indent, "boolean", key, String.valueOf(flag.isSet()));
      }
    }
  }

  private void extension(String name, String prefix, String uri) throws IOException {
    out.append(
        "  <extension name=\"" + name + "\" prefix=\"" + prefix + "\" uri=\"" + uri + "\"/>\n");
  }

  private void attribute(String indent, String type, String key, String value) throws IOException {
    out.append(indent).append('<').append(type).append(" key=\"");
    escaped(key);
    out.append("\" value=\"");
    escaped(value);
    out.append("\"/>\n");
  }

  private void escaped(String text) throws IOException {
    InvalidValueException.check(
        FreeText.isPlain(text),
        FailureCode.TEXT_INVALID,
        "attributes",
        "text must hold characters of XML alone: %s",
        Excerpt.of(text));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        // A reader turns these into spaces unless they are spelled out.
        case '\t', '\n', '\r' -> out.append("&#").append(Integer.toString(c)).append(';');
        default -> out.append(c);
      }
    }
  }
}
