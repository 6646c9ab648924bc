package dev.laurel.core.offer;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;

/**
 * A reason for showing an offer, and how much it counts: 40 points if the member is in the segment
 * of long-distance drivers.
 *
 * @param code its name, unique in the offer
 * @param condition when it counts: a persona or segment, past behaviour, an attribute
 * @param points how much, from -1,000,000 to 1,000,000; negative where it counts against
 */
public record Criterion(String code, Condition condition, long points) {
  private static final long MOST = 1_000_000;

  /**
   * A checked criterion.
   *
   * @throws InvalidValueException ID_INVALID for the code; RANGE if it counts nothing or too much
   */
  public Criterion {
    code = Codes.code("criterion", code, 64);
    requireNonNull(condition, "condition");
    InvalidValueException.check(
        points != 0 && points >= -MOST && points <= MOST,
        FailureCode.RANGE,
        "points",
        "criterion '%s' must count between -%s and %s points, and not nothing: %s",
        code,
        MOST,
        MOST,
        points);
  }
}
