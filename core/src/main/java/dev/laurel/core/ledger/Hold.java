package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.internal.CompactMap;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points set aside for a redemption that is not final yet; the field also says reservation.
 *
 * @param id the command that placed it
 * @param points how many
 * @param allocation the lots they are set aside in, in burn order
 * @param expiresAt the first instant at which it has ended by itself
 */
public record Hold(CommandId id, Points points, List<Portion> allocation, Instant expiresAt) {
  private static final Comparator<Hold> BY_END =
      Comparator.comparing(Hold::expiresAt).thenComparing(Hold::id);

  /** How a hold ended. */
  public enum End {
    /** Redeemed, in whole or in part. */
    CAPTURED,
    /** Given up. */
    VOIDED,
    /** Ended by time. */
    EXPIRED
  }

  /** A hold of these parts. */
  public Hold {
    requireNonNull(id, "id");
    requireNonNull(points, "points");
    allocation = ImmutableList.copyOf(allocation);
    requireNonNull(expiresAt, "expiresAt");
  }

  /** The hold that ends by itself before all others. Holds are few, so they have no index. */
  static @Nullable Hold firstToTimeOut(CompactMap<CommandId, Hold> holds) {
    return holds.least(BY_END);
  }
}
