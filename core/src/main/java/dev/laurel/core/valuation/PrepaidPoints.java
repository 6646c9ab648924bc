package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.points.Points;
import java.util.Optional;

/**
 * Points that a partner has paid for before giving them away, with a reserve on credit.
 *
 * <p>Of 10,000 bought with a reserve of 1,000, the partner can give away 11,000; then nothing until
 * it buys more.
 *
 * @param partner the partner
 * @param bought the points paid for
 * @param used the points given away
 * @param reserve the points that may be given away beyond those paid for
 */
public record PrepaidPoints(Partner partner, Points bought, Points used, Points reserve) {
  /**
   * A checked count.
   *
   * @throws InvalidValueException RANGE if more are used than bought and reserved
   */
  public PrepaidPoints {
    requireNonNull(partner, "partner");
    InvalidValueException.check(
        used.compareTo(bought.plus(reserve)) <= 0,
        FailureCode.RANGE,
        "used",
        "partner '%s' must not give away more than it bought and its reserve: %s, %s, %s",
        partner,
        used,
        bought,
        reserve);
  }

  /** Points bought, without a reserve. */
  public static PrepaidPoints of(Partner partner, Points bought) {
    return new PrepaidPoints(
        partner, bought, bought.type().zero(), bought.type().zero());
  }

  /** The count after more were bought. */
  public PrepaidPoints buy(Points points) {
    return new PrepaidPoints(partner, bought.plus(points), used, reserve);
  }

  /** The count after points were given away; empty where the partner has not paid for so many. */
  public Optional<PrepaidPoints> give(Points points) {
    return points.compareTo(left()) <= 0
        ? Optional.of(new PrepaidPoints(partner, bought, used.plus(points), reserve))
        : Optional.empty();
  }

  /** The points that can still be given away, reserve included. */
  public Points left() {
    return bought.plus(reserve).minus(used);
  }

  /** The points of the reserve that are used and not yet paid for. */
  public Points owed() {
    return used.minusAtMost(bought);
  }
}
