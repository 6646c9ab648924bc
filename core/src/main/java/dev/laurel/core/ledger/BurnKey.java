package dev.laurel.core.ledger;

import dev.laurel.core.identity.LotId;
import java.time.Instant;

/** The place of a lot in the burn order; a lot without a date expires at {@link Instant#MAX}. */
record BurnKey(Instant expiresAt, Instant earnedAt, LotId lot) {}
