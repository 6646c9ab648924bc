package dev.laurel.journeys.conformance;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the company promises about journeys, such as "every complaint gets an answer within two
 * days": a template over one or two touchpoints, with a time limit where time has a meaning.
 *
 * <p>Source of the templates: M. Pesic, "Constraint-based workflow management systems" (2008), here
 * over journeys that end.
 */
@Value.Immutable
public abstract class Promise {
  /** The templates. */
  public enum Template {
    /** At least so many events a; within the limit, counted from the start of the journey. */
    EXISTENCE(false, true),
    /** Fewer than so many events a. */
    ABSENCE(false, false),
    /** One event a. */
    EXACTLY_ONE(false, false),
    /** The first event is a. */
    INIT(false, false),
    /** The last event is a. */
    LAST(false, false),
    /** For each a there is a b, before or after; no farther than the limit. */
    RESPONDED_EXISTENCE(true, true),
    /** Each a is followed by a b, sooner or later; within the limit. */
    RESPONSE(true, true),
    /** Each b follows an a; at most the limit later. */
    PRECEDENCE(true, true),
    /** Each a is followed by a b and each b follows an a; within the limit. */
    SUCCESSION(true, true),
    /** The event after each a is b; within the limit. */
    CHAIN_RESPONSE(true, true),
    /** Each a is followed by a b before the next a; within the limit. */
    ALTERNATE_RESPONSE(true, true),
    /** Where there is one of both, there is the other. */
    CO_EXISTENCE(true, false),
    /** Where there is one of both, there is not the other. */
    NOT_CO_EXISTENCE(true, false);

    private final boolean needsOther;
    private final boolean hasLimit;

    Template(boolean needsOther, boolean hasLimit) {
      this.needsOther = needsOther;
      this.hasLimit = hasLimit;
    }

    /** Whether it is about two touchpoints. */
    public boolean needsOther() {
      return needsOther;
    }

    /** Whether a time limit has a meaning. */
    public boolean hasLimit() {
      return hasLimit;
    }
  }

  Promise() {}

  /** The template. */
  public abstract Template template();

  /** The touchpoint a. */
  public abstract TouchpointId touchpoint();

  /** The touchpoint b; absent for templates of one touchpoint. */
  public abstract Optional<TouchpointId> other();

  /** The longest time; absent for none. */
  public abstract Optional<Duration> within();

  /**
   * How many events {@link Template#EXISTENCE} and {@link Template#ABSENCE} speak of; 1 usually.
   */
  @Value.Default
  public int times() {
    return 1;
  }

  /** The promise about one touchpoint. */
  public static Promise of(Template template, TouchpointId touchpoint) {
    Promise.Builder promise = builder();
    return promise.template(template).touchpoint(touchpoint).build();
  }

  /** The promise about two touchpoints. */
  public static Promise of(Template template, TouchpointId touchpoint, TouchpointId other) {
    Promise.Builder promise = builder();
    return promise.template(template).touchpoint(touchpoint).other(other).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Promise}. */
  public static final class Builder extends ImmutablePromise.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        other().isPresent() == template().needsOther(),
        FailureCode.VALUE_INVALID,
        "other",
        "promise %s must be about %s: %s, %s",
        template(),
        template().needsOther() ? "two touchpoints" : "one touchpoint",
        touchpoint(),
        other());
    InvalidValueException.check(
        other().isEmpty() || !other().get().equals(touchpoint()),
        FailureCode.VALUE_INVALID,
        "other",
        "promise %s must be about two touchpoints that differ: %s",
        template(),
        touchpoint());
    InvalidValueException.check(
        within().isEmpty() || template().hasLimit(),
        FailureCode.VALUE_INVALID,
        "within",
        "promise %s must have no time limit: %s",
        template(),
        within());
    within().ifPresent(limit -> TimeGate.checkDuration(limit, "within"));
    boolean isCounted = template() == Template.EXISTENCE || template() == Template.ABSENCE;
    InvalidValueException.check(
        times() >= 1 && (times() == 1 || isCounted),
        FailureCode.RANGE,
        "times",
        "promise %s must speak of a number of events from 1 that it can count: %s",
        template(),
        times());
  }
}
