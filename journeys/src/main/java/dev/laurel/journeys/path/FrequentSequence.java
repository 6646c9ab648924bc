package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;

/**
 * Touchpoints that many journeys came by in this order, whatever lay between.
 *
 * <p>Of {@code abc, acb, ac} the sequence ac has the support 3 and ab the support 2.
 *
 * @param touchpoints the touchpoints in their order
 * @param support how many journeys contain them so
 */
public record FrequentSequence(ImmutableList<TouchpointId> touchpoints, long support) {
  /**
   * All sequences of at least this support and at most this length, in the order of their
   * touchpoints, by PrefixSpan.
   *
   * <p>Source: J. Pei and others, "PrefixSpan: mining sequential patterns efficiently by
   * prefix-projected pattern growth", ICDE 2001, for single items.
   *
   * @throws InvalidValueException RANGE if support or length are below 1, or the length above 64;
   *     LIMIT_EXCEEDED if there are more than a million sequences
   */
  public static ImmutableList<FrequentSequence> of(JourneyLog log, long support, int longest) {
    InvalidValueException.check(
        support >= 1 && longest >= 1 && longest <= 64,
        FailureCode.RANGE,
        "support",
        "sequences must have a support from 1 and at most 1 to 64 touchpoints: %s, %s",
        support,
        longest);
    return PrefixSpan.of(Variants.of(log), support, longest);
  }
}
