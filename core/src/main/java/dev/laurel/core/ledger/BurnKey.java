package dev.laurel.core.ledger;

import dev.laurel.core.identity.LotId;
import java.time.Instant;

/** The place of a lot in the burn order; a lot without a date expires at {@link Instant#MAX}. */
record BurnKey(Instant expiresAt, Instant earnedAt, LotId lot) {
  // Written out, since chains of comparators cost several times as much, and every movement of
  // points compares keys.

  int bySoonestExpiry(BurnKey other) {
    int byExpiry = expiresAt.compareTo(other.expiresAt);
    int byAge = byExpiry == 0 ? earnedAt.compareTo(other.earnedAt) : byExpiry;
    return byAge == 0 ? lot.compareTo(other.lot) : byAge;
  }

  int byAge(BurnKey other) {
    int byAge = earnedAt.compareTo(other.earnedAt);
    return byAge == 0 ? bySoonestExpiry(other) : byAge;
  }

  int byYouth(BurnKey other) {
    int byYouth = other.earnedAt.compareTo(earnedAt);
    return byYouth == 0 ? bySoonestExpiry(other) : byYouth;
  }
}
