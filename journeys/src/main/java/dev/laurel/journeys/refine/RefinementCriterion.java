package dev.laurel.journeys.refine;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.MultipleTesting;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.immutables.value.Value;

/** By which question, declared beforehand, the hypothesis of an improvement is judged, and how. */
@Value.Immutable
public abstract class RefinementCriterion {
  /** Where a figure is expected to go. */
  public enum Expectation {
    /** It becomes higher. */
    RISES,
    /** It becomes lower. */
    FALLS
  }

  RefinementCriterion() {}

  /** The question that decides. */
  public abstract Question question();

  /** Where its figure is expected to go. */
  public abstract Expectation expectation();

  /**
   * The smallest difference that would be worth the change, above 0 and in the unit of the
   * question; it says how many journeys would have been needed and decides nothing.
   */
  public abstract double worthwhile();

  /** The level of the intervals, 95 % unless said otherwise. */
  @Value.Default
  public Confidence confidence() {
    return Confidence.P95;
  }

  /** How p-values are adjusted for asking several questions; Holm unless said otherwise. */
  @Value.Default
  public MultipleTesting correction() {
    return MultipleTesting.HOLM;
  }

  /** The adjusted p-value at and below which a question is decided, 0.05 unless said otherwise. */
  @Value.Default
  public double level() {
    return 0.05;
  }

  /** The chance of seeing a worthwhile difference, 0.8 unless said otherwise. */
  @Value.Default
  public double power() {
    return 0.8;
  }

  /** How many journeys a question needs on each side, at least 2; 20 unless said otherwise. */
  @Value.Default
  public long leastJourneys() {
    return 20;
  }

  /** The criterion of a question that says nothing otherwise. */
  public static RefinementCriterion of(
      Question question, Expectation expectation, double worthwhile) {
    RefinementCriterion.Builder criterion = builder();
    return criterion
        .question(question)
        .expectation(expectation)
        .worthwhile(worthwhile)
        .build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RefinementCriterion}. */
  public static final class Builder extends ImmutableRefinementCriterion.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        worthwhile() > 0 && Double.isFinite(worthwhile()),
        FailureCode.RANGE,
        "worthwhile",
        "a worthwhile difference must be above 0: %s",
        worthwhile());
    checkShare("level", level());
    checkShare("power", power());
    InvalidValueException.check(
        leastJourneys() >= 2,
        FailureCode.RANGE,
        "leastJourneys",
        "a question must rest on at least two journeys on each side: %s",
        leastJourneys());
  }

  private static void checkShare(String path, double value) {
    InvalidValueException.check(
        value > 0 && value < 1,
        FailureCode.PERCENT_RANGE,
        path,
        "a %s must lie between 0 and 1: %s",
        path,
        value);
  }
}
