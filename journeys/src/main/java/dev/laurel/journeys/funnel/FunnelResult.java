package dev.laurel.journeys.funnel;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.path.Durations;
import java.time.Instant;

/**
 * How many journeys came how far through a funnel.
 *
 * <p>A journey is open if it has not come through and its window had not closed when the result was
 * taken; the others are matured. Conversions of matured journeys are final; those of all journeys
 * still count open ones as lost. Without a window, no journey is open.
 *
 * @param spec the rules
 * @param asOf when the result was taken
 * @param stages one for each step
 */
public record FunnelResult(FunnelSpec spec, Instant asOf, ImmutableList<Stage> stages) {
  /**
   * How many journeys came to a step.
   *
   * @param step the step
   * @param reached how many came to it
   * @param matured how many of these are matured
   * @param open how many came to it, no further, and are open
   * @param sinceStart the times from the first step until the step was first reached; empty in any
   *     order
   */
  public record Stage(
      FunnelStep step, long reached, long matured, long open, Durations sinceStart) {}

  /** A checked result. */
  public FunnelResult {
    requireNonNull(asOf, "asOf");
    InvalidValueException.check(
        stages.size() == spec.steps().size(),
        FailureCode.TOTAL_MISMATCH,
        "stages",
        "a funnel must have a result for each step: %s, %s",
        stages.size(),
        spec.steps().size());
  }

  /** How many journeys came to a step, numbered from 0. */
  public long reached(int step) {
    return stage(step).reached();
  }

  /** How many journeys are open. */
  public long open() {
    return stages.stream().mapToLong(Stage::open).sum();
  }

  /** Of those who came to the one step, those who came to the other; open ones count as lost. */
  public Proportion conversion(int from, int to) {
    checkOrder(from, to);
    return Proportion.of(stage(to).reached(), stage(from).reached());
  }

  /** The same among matured journeys alone. */
  public Proportion maturedConversion(int from, int to) {
    checkOrder(from, to);
    return Proportion.of(stage(to).matured(), stage(from).matured());
  }

  /** From the first step to the last. */
  public Proportion overall() {
    return conversion(0, stages.size() - 1);
  }

  /** Of those who came to the step before, those who did not come to this one. */
  public Proportion dropOff(int step) {
    Proportion conversion = conversion(step - 1, step);
    return Proportion.of(conversion.total() - conversion.successes(), conversion.total());
  }

  /** The times from the first step to the last. */
  public Durations timeToConvert() {
    return stage(stages.size() - 1).sinceStart();
  }

  /**
   * The result over the journeys of both.
   *
   * @throws InvalidValueException VALUE_INVALID if they were taken by other rules or at another
   *     instant
   */
  public FunnelResult merge(FunnelResult other) {
    InvalidValueException.check(
        spec.equals(other.spec) && asOf.equals(other.asOf),
        FailureCode.VALUE_INVALID,
        "spec",
        "funnels must have one definition to be merged: %s at %s, %s at %s",
        spec,
        asOf,
        other.spec,
        other.asOf);
    ImmutableList.Builder<Stage> merged = ImmutableList.builder();
    for (int step = 0; step < stages.size(); step++) {
      Stage one = stage(step);
      Stage two = other.stage(step);
      merged.add(new Stage(
          one.step(),
          one.reached() + two.reached(),
          one.matured() + two.matured(),
          one.open() + two.open(),
          one.sinceStart().merge(two.sinceStart())));
    }
    return new FunnelResult(spec, asOf, merged.build());
  }

  private Stage stage(int step) {
    InvalidValueException.check(
        step >= 0 && step < stages.size(),
        FailureCode.RANGE,
        "step",
        "a step must be one of the funnel, from 0: %s of %s",
        step,
        stages.size());
    return stages.get(step);
  }

  private void checkOrder(int from, int to) {
    InvalidValueException.check(
        from <= to,
        FailureCode.RANGE,
        "to",
        "a conversion must lead to a step that is not earlier: from %s to %s",
        from,
        to);
  }
}
