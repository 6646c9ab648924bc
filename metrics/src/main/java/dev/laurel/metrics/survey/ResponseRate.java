package dev.laurel.metrics.survey;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Optional;

/**
 * The six response rates of the American Association for Public Opinion Research, exact.
 *
 * <p>Of 40 complete and 10 partial interviews, 20 refusals, 10 not reached, 5 others and 15
 * unknown, RR1 is 40/100 and RR6 50/85. They differ in two questions: whether a partial interview
 * is a response, and how many of the unknown cases are taken to be eligible.
 *
 * <p>Source: AAPOR, Standard Definitions.
 */
public enum ResponseRate {
  /** I / ((I + P) + (R + NC + O) + (UH + UO)): the least that can be claimed. */
  RR1(false, Unknown.ALL),
  /** (I + P) / ((I + P) + (R + NC + O) + (UH + UO)). */
  RR2(true, Unknown.ALL),
  /** I / ((I + P) + (R + NC + O) + e (UH + UO)). */
  RR3(false, Unknown.SHARE),
  /** (I + P) / ((I + P) + (R + NC + O) + e (UH + UO)). */
  RR4(true, Unknown.SHARE),
  /** I / ((I + P) + (R + NC + O)): right only if no unknown case is eligible. */
  RR5(false, Unknown.NONE),
  /** (I + P) / ((I + P) + (R + NC + O)): the most that can be claimed. */
  RR6(true, Unknown.NONE);

  private enum Unknown {
    ALL,
    SHARE,
    NONE
  }

  private final boolean countsPartial;
  private final Unknown unknown;

  ResponseRate(boolean countsPartial, Unknown unknown) {
    this.countsPartial = countsPartial;
    this.unknown = unknown;
  }

  /**
   * The rate; absent if no case counts.
   *
   * @param eligibleOfUnknown e, the share of unknown cases taken to be eligible, 0 to 1; only RR3
   *     and RR4 look at it
   * @throws InvalidValueException PERCENT_RANGE if that share is not between 0 and 1
   */
  public Optional<Ratio> of(Dispositions cases, Ratio eligibleOfUnknown) {
    InvalidValueException.check(
        !eligibleOfUnknown.isNegative() && eligibleOfUnknown.compareTo(Ratio.ONE) <= 0,
        FailureCode.PERCENT_RANGE,
        "eligibleOfUnknown",
        "the share of eligible cases must lie between 0 and 1: %s",
        eligibleOfUnknown);
    Ratio share = switch (unknown) {
      case ALL -> Ratio.ONE;
      case SHARE -> eligibleOfUnknown;
      case NONE -> Ratio.ZERO;
    };
    Ratio base = Ratio.of(cases.eligible()).plus(share.times(cases.unknown()));
    long responses =
        countsPartial ? Math.addExact(cases.complete(), cases.partial()) : cases.complete();
    return base.isZero() ? Optional.empty() : Optional.of(Ratio.of(responses).dividedBy(base));
  }
}
