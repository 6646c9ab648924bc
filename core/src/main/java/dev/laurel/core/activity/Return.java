package dev.laurel.core.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
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
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A purchase taken back, whole or in part. */
@Value.Immutable
@LaurelCopiedValue
public abstract non-sealed class Return implements Activity {
  /** What of the purchase came back. */
  public sealed interface Part permits All, Lines, Amount {}

  /** All that was left of it. */
  public record All() implements Part {}

  /**
   * Some articles of some lines.
   *
   * @param quantities the count by the line's place in the purchase, from 0
   */
  public record Lines(ImmutableSortedMap<Integer, Integer> quantities) implements Part {
    /**
     * Checked counts.
     *
     * @throws InvalidValueException QUANTITY_INVALID
     */
    public Lines {
      InvalidValueException.check(
          !requireNonNull(quantities, "quantities").isEmpty(),
          FailureCode.QUANTITY_INVALID,
          "quantities",
          "a return of lines must name a line");
      quantities.forEach((line, quantity) -> InvalidValueException.check(
          line >= 0 && quantity >= 1,
          FailureCode.QUANTITY_INVALID,
          "quantities",
          "a return must take at least one article of a line from 0: line %s, quantity %s",
          line,
          quantity));
    }
  }

  /**
   * A part of the price, tax included.
   *
   * @param money above zero
   */
  public record Amount(ExactMoney money) implements Part {
    /**
     * A checked amount.
     *
     * @throws InvalidValueException RANGE
     */
    public Amount {
      InvalidValueException.check(
          requireNonNull(money, "money").isPositive(),
          FailureCode.RANGE,
          "money",
          "a return must be of an amount above zero: %s",
          money);
    }
  }

  Return() {}

  /** The part that is all there was left. */
  public static Part all() {
    return new All();
  }

  /** The part that is so many articles of the lines at these places, counted from 0. */
  public static Part lines(Map<Integer, Integer> quantities) {
    return new Lines(ImmutableSortedMap.copyOf(quantities));
  }

  /** The part that is an amount of money, tax included. */
  public static Part amount(MonetaryAmount money) {
    return new Amount(ExactMoney.from(money));
  }

  @Override
  public abstract ActivityId id();

  @Override
  public abstract MemberId member();

  @Override
  public final ActivityKind kind() {
    return ActivityKind.RETURN;
  }

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

  /** The purchase that is taken back. */
  public abstract ActivityId purchase();

  /** What of it came back; all unless said otherwise. */
  @Value.Default
  public Part part() {
    return all();
  }

  abstract Return withOccurredAt(Instant at);

  abstract Return withRecordedAt(Instant at);

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Return}. */
  public static final class Builder extends ImmutableReturn.Builder {
    Builder() {}
  }

  @Value.Check
  Return check() {
    return atAdmittedTimes();
  }

  private Return atAdmittedTimes() {
    Instant occurred = TimeGate.admit(occurredAt(), "occurredAt");
    Instant recorded = TimeGate.admit(recordedAt(), "recordedAt");
    return occurred.equals(occurredAt()) && recorded.equals(recordedAt())
        ? this
        : withOccurredAt(occurred).withRecordedAt(recorded);
  }
}
