package dev.laurel.metrics.survey;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * How far invitations got: of 1,000 sent, 950 arrived, 400 were opened, 220 surveys begun and 180
 * completed.
 *
 * <p>Funnels merge by adding. No step can hold more than the one before it.
 *
 * @param invited how many were asked
 * @param delivered how many invitations arrived
 * @param opened how many were looked at
 * @param started how many surveys were begun
 * @param completed how many were finished
 */
public record SurveyFunnel(
    long invited, long delivered, long opened, long started, long completed) {
  /**
   * A checked funnel.
   *
   * @throws InvalidValueException RANGE if a step holds more than the one before it, or less than 0
   */
  public SurveyFunnel {
    InvalidValueException.check(
        completed >= 0
            && completed <= started
            && started <= opened
            && opened <= delivered
            && delivered <= invited,
        FailureCode.RANGE,
        "funnel",
        "a survey funnel must not widen: %s invited, %s delivered, %s opened, %s started, %s"
            + " completed",
        invited,
        delivered,
        opened,
        started,
        completed);
  }

  /** The steps of both. */
  public SurveyFunnel merge(SurveyFunnel other) {
    return new SurveyFunnel(
        Math.addExact(invited, other.invited),
        Math.addExact(delivered, other.delivered),
        Math.addExact(opened, other.opened),
        Math.addExact(started, other.started),
        Math.addExact(completed, other.completed));
  }

  /** Completed of those invited. */
  public Proportion responseRate() {
    return Proportion.of(completed, invited);
  }

  /** Completed of those begun. */
  public Proportion completionRate() {
    return Proportion.of(completed, started);
  }
}
