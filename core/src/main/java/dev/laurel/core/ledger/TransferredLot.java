package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.LotId;
import dev.laurel.core.points.Points;
import java.time.Instant;

/**
 * A lot on its way from one member to another.
 *
 * @param lot its name at the receiver's
 * @param origin the lot it was taken from, at the giver's
 * @param points its size
 * @param earnedAt the grant date, which it keeps
 * @param expiry its expiry
 */
public record TransferredLot(
    LotId lot, LotId origin, Points points, Instant earnedAt, LotExpiry expiry) {
  /** A lot of these parts. */
  public TransferredLot {
    requireNonNull(lot, "lot");
    requireNonNull(origin, "origin");
    requireNonNull(points, "points");
    requireNonNull(earnedAt, "earnedAt");
    requireNonNull(expiry, "expiry");
  }
}
