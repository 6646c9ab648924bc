package dev.laurel.metrics.survey;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import org.immutables.value.Value;

/**
 * What a number means: the name and version under which it is reported, the scale that was asked
 * on, and the rule.
 *
 * <p>Two numbers under one name can disagree only if their definitions do, and two definitions
 * never meet in one number: an average of efforts of which some were asked on 1 to 5 and others on
 * 1 to 7 is refused.
 */
@Value.Immutable
public abstract class MetricDefinition {
  MetricDefinition() {}

  /** The name, such as {@code nps}; lower case letters, digits, hyphens, underscores. */
  public abstract String name();

  /** The version, 1 or above; it goes up when scale or rule change under the same name. */
  public abstract int version();

  /** The name for people, such as {@code Net Promoter Score}. */
  public abstract String title();

  /** The answers to choose from. */
  public abstract Scale scale();

  /** How they become one number. */
  public abstract MetricRule rule();

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MetricDefinition}. */
  public static final class Builder extends ImmutableMetricDefinition.Builder {
    Builder() {}
  }

  /**
   * Checks that this and the other are the same definition.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both if they are not
   */
  public void requireSame(MetricDefinition other) {
    InvalidValueException.check(
        equals(other),
        FailureCode.DEFINITION_MISMATCH,
        "definition",
        "scores must share one definition: %s, %s",
        this,
        other);
  }

  /** The smallest value the metric can take: -1 for a net score, 0 for a share. */
  public double least() {
    return rule().match(net -> -1.0, top -> 0.0, mean -> (double) scale().min());
  }

  /** The largest value the metric can take: 1 for a net score or a share. */
  public double most() {
    return rule().match(net -> 1.0, top -> 1.0, mean -> (double) scale().max());
  }

  /**
   * Whether a larger value is a better one. Net scores and shares count good answers, so it is only
   * a mean on a falling scale of which less is better.
   */
  public boolean isMoreBetter() {
    return rule()
        .match(net -> true, top -> true, mean -> scale().polarity() == Polarity.HIGHER_IS_BETTER);
  }

  /**
   * The definition in one line, such as {@code nps v1 (share of 9-10 minus share of 0-6, 0 to 10)}.
   */
  @Override
  public final String toString() {
    return name() + " v" + version() + " (" + rule() + ", " + scale() + ")";
  }

  @Value.Check
  void check() {
    Codes.code("a metric", name(), 64);
    Codes.label("a metric", title(), 100);
    InvalidValueException.check(
        version() >= 1,
        FailureCode.RANGE,
        "version",
        "metric '%s' must have a version of at least 1: %s",
        name(),
        version());
    rule().checkAgainst(scale());
  }
}
