package dev.laurel.core.program;

import dev.laurel.core.earning.Activation;
import dev.laurel.core.ledger.BurnOrder;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.ledger.RestoredExpiry;
import dev.laurel.core.ledger.ReversalSource;
import dev.laurel.core.ledger.TransferExpiry;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ExpiryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The terms under which members hold one type of points: how long they live, when they become
 * usable, in what order they are spent, and what happens when more is taken back than there is.
 */
@Value.Immutable
public abstract class PointTerms {
  PointTerms() {}

  /** The type the terms are about. */
  public abstract PointType type();

  /** How long points live; for ever unless said otherwise. A rule may have terms of its own. */
  @Value.Default
  public ExpiryPolicy expiry() {
    return ExpiryPolicy.of(Expiry.never());
  }

  /** When earned points become usable; at once unless said otherwise. */
  @Value.Default
  public Activation activation() {
    return Activation.immediately();
  }

  /** The order in which lots are spent. */
  @Value.Default
  public BurnOrder burnOrder() {
    return BurnOrder.SOONEST_EXPIRY;
  }

  /** Which lots give when an accrual is taken back. */
  @Value.Default
  public ReversalSource reversalSource() {
    return ReversalSource.ANY_LOT;
  }

  /** What happens to the part that no lot can give; every program names it. */
  public abstract Remainder remainder();

  /** What a returned redemption does about lots that have expired since. */
  @Value.Default
  public RestoredExpiry restoredExpiry() {
    return RestoredExpiry.original();
  }

  /** What a transfer does about expiry. */
  @Value.Default
  public TransferExpiry transferExpiry() {
    return TransferExpiry.keep();
  }

  /** The most one account may have, in the type's smallest units. */
  @Value.Default
  public long accountLimit() {
    return 1_000_000_000_000_000L;
  }

  /** How far an activity may lie in the future of the moment it is recorded. */
  @Value.Default
  public Duration futureSkew() {
    return Duration.ofMinutes(5);
  }

  /** The instant before which the books are closed. */
  public abstract Optional<Instant> closedBefore();

  /** A builder; the type and the remainder have no default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PointTerms}. */
  public static final class Builder extends ImmutablePointTerms.Builder {
    Builder() {}

    /** How long points live. */
    public Builder expiry(Expiry expiry) {
      return expiry(ExpiryPolicy.of(expiry));
    }
  }
}
