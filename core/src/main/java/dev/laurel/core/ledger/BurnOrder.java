package dev.laurel.core.ledger;

import java.util.Comparator;

/**
 * The order in which a debit that names no lot consumes the lots.
 *
 * <p>Each is a total order: ties end at the lot's name, so that the same account always gives the
 * same allocation.
 */
public enum BurnOrder {
  /** Soonest expiry, then oldest, then name; lots that never expire come last. */
  SOONEST_EXPIRY(BurnKey::bySoonestExpiry),
  /** Oldest, then soonest expiry, then name. */
  OLDEST_FIRST(BurnKey::byAge),
  /** Newest, then soonest expiry, then name. */
  NEWEST_FIRST(BurnKey::byYouth);

  private final Comparator<BurnKey> comparator;

  BurnOrder(Comparator<BurnKey> comparator) {
    this.comparator = comparator;
  }

  Comparator<BurnKey> comparator() {
    return comparator;
  }
}
