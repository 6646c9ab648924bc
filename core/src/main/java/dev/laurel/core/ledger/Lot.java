package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.List;

/**
 * One credit with its own remainder and expiry, such as 100 points earned on 3 May of which 40 are
 * left.
 *
 * <p>Of what was granted, {@code remaining} is usable (or pending), {@code held} is set aside by
 * holds, and the rest has gone somewhere that the entries tell.
 *
 * @param id its name, unique in the account
 * @param origin where it came from
 * @param earnedAt business time of the credit
 * @param granted its size at the start
 * @param remaining what is left and not held
 * @param held what holds have set aside
 * @param activation when it becomes or became usable
 * @param pending whether it is not yet usable
 * @param expiry when it is gone
 */
public record Lot(
    LotId id,
    LotOrigin origin,
    Instant earnedAt,
    Points granted,
    Points remaining,
    Points held,
    Activation activation,
    boolean pending,
    LotExpiry expiry) {
  /**
   * A lot of checked parts.
   *
   * @throws InvalidValueException RANGE if more is left and held than was granted
   */
  public Lot {
    requireNonNull(id, "id");
    requireNonNull(origin, "origin");
    requireNonNull(earnedAt, "earnedAt");
    requireNonNull(activation, "activation");
    requireNonNull(expiry, "expiry");
    // Asked first, so that the values of a message that nobody reads are not gathered each time.
    if (held.units() > granted.units() - remaining.units()) {
      throw new InvalidValueException(
          FailureCode.RANGE,
          "remaining",
          "lot '" + id + "' must not hold more than it received: granted " + granted
              + ", remaining " + remaining + ", held " + held);
    }
  }

  static Lot opened(
      LotId id,
      LotOrigin origin,
      Instant earnedAt,
      Points points,
      Activation activation,
      LotExpiry expiry) {
    boolean pending = !(activation instanceof Activation.Immediate);
    return new Lot(
        id, origin, earnedAt, points, points, points.type().zero(), activation, pending, expiry);
  }

  static Points granted(List<Lot> lots, PointType type) {
    Points sum = type.zero();
    for (Lot lot : lots) {
      sum = sum.plus(lot.granted());
    }
    return sum;
  }

  /** Whether nothing is left and nothing is held. */
  public boolean isClosed() {
    return remaining.isZero() && held.isZero();
  }

  Lot less(Points points) {
    return with(remaining.minus(points), held);
  }

  Lot plus(Points points) {
    return with(remaining.plus(points), held);
  }

  Lot setAside(Points points) {
    return with(remaining.minus(points), held.plus(points));
  }

  Lot putBack(Points points) {
    return with(remaining.plus(points), held.minus(points));
  }

  Lot spentFromHold(Points points) {
    return with(remaining, held.minus(points));
  }

  Lot activated() {
    return new Lot(id, origin, earnedAt, granted, remaining, held, activation, false, expiry);
  }

  Lot expiring(LotExpiry other) {
    return new Lot(id, origin, earnedAt, granted, remaining, held, activation, pending, other);
  }

  private Lot with(Points newRemaining, Points newHeld) {
    return new Lot(
        id, origin, earnedAt, granted, newRemaining, newHeld, activation, pending, expiry);
  }
}
