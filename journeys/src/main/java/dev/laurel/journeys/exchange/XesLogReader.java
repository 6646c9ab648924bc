package dev.laurel.journeys.exchange;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads logs from XES (IEEE 1849), plain or gzip, as a stream.
 *
 * <p>The {@code concept:name} of a trace is the journey, that of an event the touchpoint, and
 * {@code time:timestamp} the instant. Other attributes of traces and events are kept: texts, dates
 * and ids as texts, numbers as exact numbers, booleans as flags. Extensions, globals, classifiers,
 * lists and attributes within attributes are passed over. A trace without a name is named by its
 * number, {@code #17}; a second trace of one name is another journey, {@code name#2}. An event
 * without a name or an instant, or with one that cannot be, is rejected.
 *
 * <p>Documents may come from anybody: no document type, no entity, no other file and no address is
 * ever opened, and depth, attributes, length and growth are bounded.
 */
public final class XesLogReader {
  private record Raw(String type, String value) {}

  private final SafeXml xml;
  private final Intake intake;
  private final Set<String> taken = new HashSet<>();
  private int traces;

  private XesLogReader(SafeXml xml, ReadTerms terms) {
    this.xml = xml;
    this.intake = new Intake(terms);
  }

  /**
   * The log of a document under the standard terms; the stream stays open.
   *
   * @throws MalformedInputException as {@link #read(InputStream, ReadTerms)}
   */
  public static LogReading read(InputStream in) throws IOException {
    return read(in, ReadTerms.STANDARD);
  }

  /**
   * The log of a document; the stream stays open.
   *
   * @throws MalformedInputException XML_SYNTAX if it is not well-formed; XML_DTD_FORBIDDEN if it
   *     has a document type, entities or inclusions; XML_LIMIT, INPUT_TOO_LARGE or LIMIT_EXCEEDED
   *     if it exceeds the limits
   * @throws IOException if the stream fails
   */
  public static LogReading read(InputStream in, ReadTerms terms) throws IOException {
    return new XesLogReader(new SafeXml(BoundedInput.of(in, terms)), terms).reading();
  }

  private LogReading reading() throws IOException {
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("trace")) {
        trace();
      }
    }
    return intake.reading();
  }

  private void trace() throws IOException {
    traces++;
    Map<String, Raw> facts = new LinkedHashMap<>();
    List<Found> events = new ArrayList<>();
    while (xml.next() && !xml.isEnd()) {
      if (xml.isStart() && xml.name().equals("event")) {
        long line = xml.line();
        events.add(new Found(line, attributes()));
      } else if (xml.isStart()) {
        keep(facts);
      }
    }
    String name = free(facts.getOrDefault(XesKeys.NAME, new Raw("string", "")).value());
    for (Found event : events) {
      take(name, facts, event);
    }
  }

  /** The attributes up to the end of the element that has just begun. */
  private Map<String, Raw> attributes() throws IOException {
    Map<String, Raw> attributes = new LinkedHashMap<>();
    while (xml.next() && !xml.isEnd()) {
      if (xml.isStart()) {
        keep(attributes);
      }
    }
    return attributes;
  }

  /** Keeps the attribute that has just begun, and passes over what is inside. */
  private void keep(Map<String, Raw> attributes) throws IOException {
    String type = xml.name();
    String key = xml.attribute("key");
    if (!key.isEmpty()) {
      attributes.putIfAbsent(key, new Raw(type, xml.attribute("value")));
    }
    int open = 1;
    while (open > 0 && xml.next()) {
      open += xml.isStart() ? 1 : xml.isEnd() ? -1 : 0;
    }
  }

  private String free(String name) {
    String wanted = name.isBlank() ? "#" + traces : name;
    String free = wanted;
    for (int copy = 2; !taken.add(free); copy++) {
      free = wanted + "#" + copy;
    }
    return free;
  }

  private void take(String name, Map<String, Raw> trace, Found found) {
    Telling telling = new Telling();
    Optional<TouchEvent> event = intake.take(found.line(), found::text, () -> {
      telling.read(trace);
      return event(name, found.attributes());
    });
    event.ifPresent(taken -> telling.tell(intake.facts(taken.journey())));
  }

  private static TouchEvent event(String name, Map<String, Raw> raw) {
    TouchEvent.Builder event = TouchEvent.builder();
    return event
        .journey(JourneyId.of(name))
        .touchpoint(TouchpointId.of(required(raw, XesKeys.NAME)))
        .at(TimeGate.parseInstant(required(raw, XesKeys.AT), XesKeys.AT))
        .channel(text(raw, XesKeys.CHANNEL).map(Channel::of))
        .status(
            text(raw, XesKeys.STATUS).map("FAILED"::equals).orElse(false)
                ? EventStatus.FAILED
                : EventStatus.COMPLETED)
        .experience(text(raw, XesKeys.EXPERIENCE).map(FactText::experience))
        .value(text(raw, XesKeys.VALUE).map(ExactMoney::parse))
        .sequence(text(raw, XesKeys.SEQUENCE)
            .map(text -> OptionalLong.of(FactText.integer(XesKeys.SEQUENCE, text)))
            .orElse(OptionalLong.empty()))
        .attributes(free(raw))
        .build();
  }

  /** The attributes that mean nothing in particular. */
  private static Attributes free(Map<String, Raw> raw) {
    Map<String, Attributes.Value> free = new LinkedHashMap<>();
    raw.forEach((key, value) -> {
      boolean isFree = XesKeys.written(key).equals(key) || !XesKeys.read(key).equals(key);
      if (isFree) {
        value(key, value).ifPresent(known -> free.put(XesKeys.read(key), known));
      }
    });
    return free.isEmpty() ? Attributes.none() : Attributes.of(free);
  }

  private static Optional<Attributes.Value> value(String key, Raw raw) {
    return switch (raw.type()) {
      case "string", "date", "id" -> Optional.of(new Attributes.Text(raw.value()));
      case "int", "float" -> Optional.of(new Attributes.Decimal(FactText.number(raw.value())));
      case "boolean" -> Optional.of(new Attributes.Flag(FactText.flag(key, raw.value())));
      default -> Optional.empty();
    };
  }

  private static String required(Map<String, Raw> raw, String key) {
    return text(raw, key)
        .orElseThrow(() ->
            new MalformedInputException(FailureCode.REQUIRED, key, "event must have a " + key));
  }

  private static Optional<String> text(Map<String, Raw> raw, String key) {
    return Optional.ofNullable(raw.get(key)).map(Raw::value).filter(text -> !text.isEmpty());
  }

  /** An event as it was found. */
  private record Found(long line, Map<String, Raw> attributes) {
    String text() {
      StringBuilder text = new StringBuilder();
      attributes.forEach(
          (key, raw) -> text.append(key).append('=').append(raw.value()).append('\n'));
      return text.toString();
    }
  }

  /** What a trace says of its journey, told once an event is taken. */
  private static final class Telling {
    private Optional<MemberId> member = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Attributes attributes = Attributes.none();

    void read(Map<String, Raw> trace) {
      member = text(trace, XesKeys.MEMBER).map(MemberId::of);
      outcome = text(trace, XesKeys.OUTCOME)
          .flatMap(FactText::outcome)
          .map(known -> known
              .value(text(trace, XesKeys.OUTCOME_VALUE).map(ExactMoney::parse))
              .score(text(trace, XesKeys.OUTCOME_SCORE).map(FactText::experience))
              .build());
      attributes = free(trace);
    }

    void tell(Intake.Facts facts) {
      facts.member(member);
      facts.outcome(outcome);
      facts.attributes(attributes);
    }
  }
}
