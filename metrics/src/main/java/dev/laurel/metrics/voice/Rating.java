package dev.laurel.metrics.voice;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.MetricDefinition;

/**
 * An answer on the scale of a metric, such as 3 of an NPS.
 *
 * @param definition the metric
 * @param answer the answer
 */
public record Rating(MetricDefinition definition, int answer) {
  /**
   * A checked rating.
   *
   * @throws InvalidValueException SCORE_RANGE if the answer is no point of the scale
   */
  public Rating {
    definition.scale().require(answer);
  }

  /**
   * Whether the answer is a bad one: negative under a net score, not good under a share, in the
   * worse half of the scale under a mean.
   */
  public boolean isBad() {
    return definition
        .rule()
        .match(
            net -> definition.rule().worth(answer) < 0,
            top -> definition.rule().worth(answer) == 0,
            mean -> {
              double middle = (definition.scale().min() + definition.scale().max()) / 2.0;
              return definition.isMoreBetter() ? answer < middle : answer > middle;
            });
  }

  /**
   * Whether this is a better class than the other, such as passive after detractor; under a mean
   * any better answer.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if they differ
   */
  public boolean isBetterThan(Rating other) {
    definition.requireSame(other.definition);
    int worth = definition.rule().worth(answer);
    int before = definition.rule().worth(other.answer);
    return definition.isMoreBetter() ? worth > before : worth < before;
  }
}
