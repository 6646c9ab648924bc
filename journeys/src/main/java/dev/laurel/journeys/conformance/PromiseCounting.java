package dev.laurel.journeys.conformance;

import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The pass over a log that counts how often a promise was due and kept. */
final class PromiseCounting {
  private final Promise promise;
  private final JourneyLog log;
  private final int a;
  private final int b;
  private final long limit;
  private final long asOf;

  /** The events of one journey that are seen. */
  private int[] codes = new int[0];

  private long[] micros = new long[0];
  private int size;

  private long due;
  private long kept;
  private long open;

  private PromiseCounting(JourneyLog log, Promise promise, Instant asOf) {
    this.log = log;
    this.promise = promise;
    this.a = log.codeOf(promise.touchpoint()).orElse(-1);
    this.b = promise.other().map(other -> code(log, other)).orElse(-2);
    this.limit = promise.within().map(within -> within.toNanos() / 1_000).orElse(-1L);
    this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
  }

  static PromiseCheck of(JourneyLog log, Promise promise, Instant asOf) {
    PromiseCounting counting = new PromiseCounting(log, promise, asOf);
    long[] journeys = new long[3];
    long seen = 0;
    long[] times = new long[3];
    for (int journey = 0; journey < log.journeys(); journey++) {
      if (counting.look(journey)) {
        seen++;
        long broken = counting.due - counting.kept - counting.open;
        journeys[0] += counting.due > 0 && broken == 0 && counting.open == 0 ? 1 : 0;
        journeys[1] += broken > 0 ? 1 : 0;
        journeys[2] += broken == 0 && counting.open > 0 ? 1 : 0;
        times[0] += counting.due;
        times[1] += counting.kept;
        times[2] += counting.open;
      }
    }
    return new PromiseCheck(
        promise, asOf, seen, journeys[0], journeys[1], journeys[2], times[0], times[1], times[2]);
  }

  private static int code(JourneyLog log, TouchpointId touchpoint) {
    return log.codeOf(touchpoint).orElse(-2);
  }

  /** Looks at one journey, and says whether any of its events is seen. */
  private boolean look(int journey) {
    size = 0;
    int length = log.length(journey);
    codes = codes.length < length ? Arrays.copyOf(codes, length) : codes;
    micros = micros.length < length ? Arrays.copyOf(micros, length) : micros;
    for (int event = log.begin(journey); event < log.end(journey); event++) {
      if (log.microsAt(event) <= asOf) {
        codes[size] = log.codeAt(event);
        micros[size] = log.microsAt(event);
        size++;
      }
    }
    due = 0;
    kept = 0;
    open = 0;
    if (size > 0) {
      count();
    }
    return size > 0;
  }

  private void count() {
    switch (promise.template()) {
      case EXISTENCE -> existence();
      case ABSENCE -> once(countOf(a, size) < promise.times());
      case EXACTLY_ONE -> once(countOf(a, size) == 1);
      case INIT -> once(codes[0] == a);
      case LAST -> once(codes[size - 1] == a);
      case CO_EXISTENCE, NOT_CO_EXISTENCE -> together();
      case RESPONDED_EXISTENCE, RESPONSE, CHAIN_RESPONSE, ALTERNATE_RESPONSE -> responses();
      case PRECEDENCE -> precedences();
      case SUCCESSION -> {
        responses();
        precedences();
      }
    }
  }

  private void once(boolean isKept) {
    due = 1;
    kept = isKept ? 1 : 0;
  }

  private void existence() {
    int inTime = size;
    while (limit >= 0 && inTime > 0 && micros[inTime - 1] - micros[0] > limit) {
      inTime--;
    }
    once(countOf(a, inTime) >= promise.times());
    open = kept == 0 && isStillOpen(micros[0]) ? 1 : 0;
  }

  private void together() {
    boolean hasOne = countOf(a, size) > 0;
    boolean hasOther = countOf(b, size) > 0;
    if (hasOne || hasOther) {
      once((hasOne && hasOther) == (promise.template() == Promise.Template.CO_EXISTENCE));
    }
  }

  private void responses() {
    for (int i = 0; i < size; i++) {
      if (codes[i] == a) {
        due++;
        if (isAnswered(i)) {
          kept++;
        } else if (isStillOpen(micros[i]) && mayBeAnswered(i)) {
          open++;
        }
      }
    }
  }

  private boolean isAnswered(int i) {
    boolean anywhere = promise.template() == Promise.Template.RESPONDED_EXISTENCE;
    int until =
        promise.template() == Promise.Template.CHAIN_RESPONSE ? Math.min(i + 2, size) : size;
    for (int j = anywhere ? 0 : i + 1; j < until; j++) {
      if (codes[j] == b && isInTime(i, j)) {
        return true;
      }
      if (codes[j] == a && promise.template() == Promise.Template.ALTERNATE_RESPONSE) {
        return false;
      }
    }
    return false;
  }

  /** Whether an event yet to come could still answer. */
  private boolean mayBeAnswered(int i) {
    if (promise.template() == Promise.Template.CHAIN_RESPONSE) {
      return i == size - 1;
    }
    boolean alternates = promise.template() == Promise.Template.ALTERNATE_RESPONSE;
    for (int j = i + 1; alternates && j < size; j++) {
      if (codes[j] == a) {
        return false;
      }
    }
    return true;
  }

  private void precedences() {
    for (int i = 0; i < size; i++) {
      if (codes[i] == b) {
        due++;
        boolean isPreceded = false;
        for (int j = i - 1; j >= 0 && !isPreceded; j--) {
          isPreceded = codes[j] == a && isInTime(j, i);
        }
        kept += isPreceded ? 1 : 0;
      }
    }
  }

  private boolean isInTime(int i, int j) {
    return limit < 0 || Math.abs(micros[j] - micros[i]) <= limit;
  }

  private boolean isStillOpen(long since) {
    return limit >= 0 && since + limit >= asOf;
  }

  private long countOf(int code, int until) {
    long count = 0;
    for (int i = 0; i < until; i++) {
      count += codes[i] == code ? 1 : 0;
    }
    return count;
  }
}
