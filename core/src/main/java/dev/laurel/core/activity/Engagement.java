package dev.laurel.core.activity;

import dev.laurel.core.LaurelCopiedValue;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.Location;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.SourceKey;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something a member did without buying: a test drive, a review, 2,000 miles driven, a friend
 * brought in.
 */
@Value.Immutable
@LaurelCopiedValue
public abstract non-sealed class Engagement implements Activity {
  private static final long LARGEST_QUANTITY = 1_000_000_000L;

  Engagement() {}

  @Override
  public abstract ActivityId id();

  @Override
  public abstract MemberId member();

  @Override
  public abstract ActivityKind kind();

  @Override
  public abstract Instant occurredAt();

  @Override
  @Value.Default
  public Instant recordedAt() {
    return occurredAt();
  }

  @Override
  public abstract Optional<Channel> channel();

  @Override
  public abstract Optional<Partner> partner();

  @Override
  public abstract Optional<Location> location();

  @Override
  public abstract Optional<SourceKey> sourceKey();

  @Override
  @Value.Default
  public Attributes attributes() {
    return Attributes.none();
  }

  /**
   * How much of it was done, 1 to 1,000,000,000: miles, minutes, times; one unless said otherwise.
   */
  @Value.Default
  public long quantity() {
    return 1;
  }

  /** The thing it was about, such as a vehicle. */
  public abstract Optional<Subject> subject();

  /** The member who was brought in, where this is a referral. */
  public abstract Optional<MemberId> referred();

  abstract Engagement withOccurredAt(Instant at);

  abstract Engagement withRecordedAt(Instant at);

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Engagement}. */
  public static final class Builder extends ImmutableEngagement.Builder {
    Builder() {}
  }

  @Value.Check
  Engagement check() {
    InvalidValueException.check(
        quantity() >= 1 && quantity() <= LARGEST_QUANTITY,
        FailureCode.QUANTITY_INVALID,
        "quantity",
        "engagement '%s' must have a quantity of 1 to %s: %s",
        id(),
        LARGEST_QUANTITY,
        quantity());
    InvalidValueException.check(
        !kind().equals(ActivityKind.PURCHASE) && !kind().equals(ActivityKind.RETURN),
        FailureCode.VALUE_INVALID,
        "kind",
        "engagement '%s' must not be of kind '%s', which has a type of its own",
        id(),
        kind());
    InvalidValueException.check(
        referred().map(friend -> !friend.equals(member())).orElse(true),
        FailureCode.VALUE_INVALID,
        "referred",
        "engagement '%s' must not refer its own member",
        id());
    return atAdmittedTimes();
  }

  private Engagement atAdmittedTimes() {
    Instant occurred = TimeGate.admit(occurredAt(), "occurredAt");
    Instant recorded = TimeGate.admit(recordedAt(), "recordedAt");
    return occurred.equals(occurredAt()) && recorded.equals(recordedAt())
        ? this
        : withOccurredAt(occurred).withRecordedAt(recorded);
  }
}
