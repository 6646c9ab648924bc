package dev.laurel.journeys.conformance;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.log.JourneyLog;
import java.time.Instant;

/**
 * How often a promise was due, and how often it was kept.
 *
 * <p>A journey without a complaint neither keeps nor breaks the promise to answer complaints: it
 * does not activate it. Each complaint is an activation; one whose two days are not over when the
 * check is taken, and which has no answer yet, is open and counts for neither side.
 *
 * @param promise the promise
 * @param asOf when the check was taken; later events are not seen
 * @param journeys how many journeys were looked at
 * @param kept how many of them activated the promise and kept it each time
 * @param broken how many broke it at least once
 * @param open how many activated it, have not broken it, and are open
 * @param activations how often it was due
 * @param fulfilled how often it was kept
 * @param pending how often it is open
 */
public record PromiseCheck(
    Promise promise,
    Instant asOf,
    long journeys,
    long kept,
    long broken,
    long open,
    long activations,
    long fulfilled,
    long pending) {
  /**
   * A checked result.
   *
   * @throws InvalidValueException TOTAL_MISMATCH if there are more parts than the whole
   */
  public PromiseCheck {
    requireNonNull(promise, "promise");
    requireNonNull(asOf, "asOf");
    InvalidValueException.check(
        kept + broken + open <= journeys && fulfilled + pending <= activations,
        FailureCode.TOTAL_MISMATCH,
        "journeys",
        "a promise must be kept, broken or open no more often than it was due: %s + %s + %s of %s",
        kept,
        broken,
        open,
        journeys);
  }

  /** A promise against the journeys of a log, as known at an instant. */
  public static PromiseCheck of(JourneyLog log, Promise promise, Instant asOf) {
    return PromiseCounting.of(log, promise, TimeGate.admit(asOf, "asOf"));
  }

  /** The journeys in which it was due, of all. */
  public Proportion support() {
    return Proportion.of(kept + broken + open, journeys);
  }

  /** The journeys that kept it, of those that kept or broke it. */
  public Proportion confidence() {
    return Proportion.of(kept, kept + broken);
  }

  /** The activations that were kept, of those that are not open. */
  public Proportion fulfilment() {
    return Proportion.of(fulfilled, activations - pending);
  }

  /**
   * The check over the journeys of both.
   *
   * @throws InvalidValueException VALUE_INVALID if the promises or the instants differ
   */
  public PromiseCheck merge(PromiseCheck other) {
    InvalidValueException.check(
        promise.equals(other.promise) && asOf.equals(other.asOf),
        FailureCode.VALUE_INVALID,
        "promise",
        "checks must be of one promise to be merged: %s at %s, %s at %s",
        promise,
        asOf,
        other.promise,
        other.asOf);
    return new PromiseCheck(
        promise,
        asOf,
        journeys + other.journeys,
        kept + other.kept,
        broken + other.broken,
        open + other.open,
        activations + other.activations,
        fulfilled + other.fulfilled,
        pending + other.pending);
  }
}
