package dev.laurel.journeys.exchange;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the events of a file end up: in the log, or among the rejected with the reason. */
final class Intake {
  private static final int LONGEST_ORIGINAL = 1_000;

  private final ReadTerms terms;
  private final JourneyLog.Builder log;
  private final ImmutableList.Builder<RejectedEvent> rejected = ImmutableList.builder();
  private final Map<JourneyId, Facts> facts = new LinkedHashMap<>();
  private long read;
  private int rejections;

  Intake(ReadTerms terms) {
    this.terms = terms;
    this.log = JourneyLog.builder(terms.ties());
  }

  /** Takes in the event that this makes, or rejects it for the failure of making it. */
  Optional<TouchEvent> take(long line, Supplier<String> original, Supplier<TouchEvent> making) {
    read++;
    try {
      TouchEvent made = making.get();
      Optional<TouchpointId> touchpoint = terms.mapping().touchpoint(made);
      if (touchpoint.isEmpty()) {
        count(line, FailureCode.REFERENCE_UNKNOWN, "touchpoint", "no touchpoint", original.get());
        return Optional.empty();
      }
      TouchEvent event =
          touchpoint.get().equals(made.touchpoint()) ? made : made.renamed(touchpoint.get());
      log.add(event);
      return Optional.of(event);
    } catch (InvalidValueException failure) {
      count(line, failure.code(), failure.path(), reason(failure), original.get());
    } catch (MalformedInputException failure) {
      count(line, failure.code(), failure.path(), reason(failure), original.get());
    }
    return Optional.empty();
  }

  void reject(long line, FailureCode code, String path, String reason, String original) {
    read++;
    count(line, code, path, reason, original);
  }

  /** What is known of a journey that has an event. */
  Facts facts(JourneyId journey) {
    return facts.computeIfAbsent(journey, none -> new Facts());
  }

  LogReading reading() {
    facts.forEach((journey, known) -> log.facts(journey, known.value()));
    return new LogReading(log.build(), read, rejected.build());
  }

  private void count(long line, FailureCode code, String path, String reason, String original) {
    rejections++;
    if (rejections > terms.rejects()) {
      throw new MalformedInputException(
          FailureCode.LIMIT_EXCEEDED,
          "line " + line,
          "input must have at most " + terms.rejects() + " events that are rejected");
    }
    String kept =
        original.length() <= LONGEST_ORIGINAL ? original : original.substring(0, LONGEST_ORIGINAL);
    rejected.add(new RejectedEvent(line, code, path, reason, kept));
  }

  private static String reason(RuntimeException failure) {
    return String.valueOf(failure.getMessage());
  }

  /** What is known of one journey so far; the first that says something is believed. */
  static final class Facts {
    private Optional<MemberId> member = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Attributes attributes = Attributes.none();

    void member(Optional<MemberId> known) {
      member = member.isPresent() ? member : known;
    }

    void outcome(Optional<Outcome> known) {
      outcome = outcome.isPresent() ? outcome : known;
    }

    void attributes(Attributes known) {
      known.values().forEach((key, value) -> {
        if (!attributes.values().containsKey(key)) {
          attributes = attributes.with(key, value);
        }
      });
    }

    private JourneyFacts value() {
      JourneyFacts.Builder value = JourneyFacts.builder();
      return value.member(member).outcome(outcome).attributes(attributes).build();
    }
  }
}
