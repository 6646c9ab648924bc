package dev.laurel.core.ledger;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** The choices that a program makes about its ledger; where vendors differ there is one here. */
@Value.Immutable
public abstract class LedgerPolicy {
  LedgerPolicy() {}

  /** The zone in which days are counted. */
  public abstract ProgramCalendar calendar();

  /** The order in which lots are consumed. */
  @Value.Default
  public BurnOrder burnOrder() {
    return BurnOrder.SOONEST_EXPIRY;
  }

  /** Which lots a reversal of an accrual takes from. */
  @Value.Default
  public ReversalSource reversalSource() {
    return ReversalSource.ANY_LOT;
  }

  /** What happens to the part of a reversal or manual debit that no lot can give. */
  public abstract Remainder remainder();

  /** What a reversed redemption does about expired lots. */
  @Value.Default
  public RestoredExpiry restoredExpiry() {
    return RestoredExpiry.original();
  }

  /** What a transfer does about the expiry of the lots. */
  @Value.Default
  public TransferExpiry transferExpiry() {
    return TransferExpiry.keep();
  }

  /** What happens to commands that arrive after later ones. */
  @Value.Default
  public LateCommands lateCommands() {
    return LateCommands.AS_ARRIVED;
  }

  /** The period and the kinds of activity that keep lots {@link LotExpiry.WithActivity} alive. */
  public abstract Optional<Expiry.Inactivity> inactivity();

  /** The most one account may have, pending and held included, in the smallest units. */
  @Value.Default
  public long accountLimit() {
    return 1_000_000_000_000_000L;
  }

  /** How far a command may speak of the future, measured from its own {@code recordedAt}. */
  @Value.Default
  public Duration futureSkew() {
    return Duration.ofMinutes(5);
  }

  /** The longest that a hold may last. */
  @Value.Default
  public Duration longestHold() {
    return Duration.ofDays(366);
  }

  /** The instant before which the books are closed: commands that speak of earlier are refused. */
  public abstract Optional<Instant> closedBefore();

  /** The most commands in one batch. */
  @Value.Default
  public int batchLimit() {
    return 10_000;
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        accountLimit() > 0 && batchLimit() > 0,
        FailureCode.RANGE,
        "accountLimit",
        "a ledger policy must have limits above zero: account %s, batch %s",
        accountLimit(),
        batchLimit());
    InvalidValueException.check(
        !futureSkew().isNegative()
            && !longestHold().isNegative()
            && !longestHold().isZero(),
        FailureCode.RANGE,
        "futureSkew",
        "a ledger policy must have durations that are not negative: skew %s, hold %s",
        futureSkew(),
        longestHold());
  }

  /** A new builder; calendar and remainder have no default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LedgerPolicy}. */
  public static final class Builder extends ImmutableLedgerPolicy.Builder {
    Builder() {}
  }
}
