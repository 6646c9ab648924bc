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
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A purchase in one currency: its lines, its shipping and how it was paid.
 *
 * <p>Without tenders it was paid in money. With tenders these pay exactly {@link #total()}; a
 * purchase of EUR 100.00 may be paid with EUR 30.00 worth of points and EUR 70.00 by card. A
 * purchase has at most 10,000 lines; one without lines names its currency.
 */
@Value.Immutable
@LaurelCopiedValue
public abstract non-sealed class Purchase implements Activity {
  private static final int MOST_LINES = 10_000;

  Purchase() {}

  @Override
  public abstract ActivityId id();

  @Override
  public abstract MemberId member();

  @Override
  public final ActivityKind kind() {
    return ActivityKind.PURCHASE;
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

  /** What was bought. */
  public abstract List<Line> lines();

  /** The ISO 4217 code of the one currency; that of the first line unless said otherwise. */
  @Value.Default
  public String currency() {
    InvalidValueException.check(
        !lines().isEmpty(),
        FailureCode.REQUIRED,
        "currency",
        "purchase '%s' must name its currency where it has no lines",
        id());
    return lines().get(0).unitPrice().currency();
  }

  /** The price of bringing the goods, tax included. */
  @Value.Default
  public ExactMoney shipping() {
    return ExactMoney.zero(currency());
  }

  /** How it was paid; empty where all of it was paid in money. */
  public abstract List<Tender> tenders();

  /** The total that the source stated, checked against the lines. */
  public abstract Optional<ExactMoney> statedTotal();

  /** What was paid: the totals of the lines and the shipping. */
  @Value.Derived
  public ExactMoney total() {
    ExactMoney sum = shipping();
    for (Line line : lines()) {
      sum = sum.plus(line.total());
    }
    return sum;
  }

  /** The part of the total that one kind of tender paid. */
  public ExactMoney paidBy(Tender.Kind kind) {
    ExactMoney sum = ExactMoney.zero(currency());
    for (Tender tender : tenders()) {
      if (tender.kind() == kind) {
        sum = sum.plus(tender.amount());
      }
    }
    return sum;
  }

  abstract Purchase withOccurredAt(Instant at);

  abstract Purchase withRecordedAt(Instant at);

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Purchase}. */
  public static final class Builder extends ImmutablePurchase.Builder {
    Builder() {}

    /** The price of bringing the goods, tax included. */
    public Builder shipping(MonetaryAmount amount) {
      return shipping(ExactMoney.from(amount));
    }

    /** The total that the source stated. */
    public Builder statedTotal(MonetaryAmount amount) {
      return statedTotal(ExactMoney.from(amount));
    }
  }

  @Value.Check
  Purchase check() {
    InvalidValueException.check(
        lines().size() <= MOST_LINES,
        FailureCode.LIMIT_EXCEEDED,
        "lines",
        "purchase '%s' must have at most %s lines: %s",
        id(),
        MOST_LINES,
        lines().size());
    InvalidValueException.check(
        !shipping().isNegative(),
        FailureCode.LINE_NEGATIVE,
        "shipping",
        "purchase '%s' must not have negative shipping: %s",
        id(),
        shipping());
    checkPaidInFull();
    statedTotal().ifPresent(stated -> checkTotal("statedTotal", stated));
    return atAdmittedTimes();
  }

  private void checkPaidInFull() {
    if (tenders().isEmpty()) {
      return;
    }
    ExactMoney paid = ExactMoney.zero(currency());
    for (Tender tender : tenders()) {
      paid = paid.plus(tender.amount());
    }
    checkTotal("tenders", paid);
  }

  private void checkTotal(String path, ExactMoney sum) {
    InvalidValueException.check(
        sum.equals(total()),
        FailureCode.TOTAL_MISMATCH,
        path,
        "purchase '%s' must have %s equal to its total: %s, total %s, difference %s",
        id(),
        path,
        sum,
        total(),
        sum.minus(total()));
  }

  private Purchase atAdmittedTimes() {
    Instant occurred = TimeGate.admit(occurredAt(), "occurredAt");
    Instant recorded = TimeGate.admit(recordedAt(), "recordedAt");
    return occurred.equals(occurredAt()) && recorded.equals(recordedAt())
        ? this
        : withOccurredAt(occurred).withRecordedAt(recorded);
  }
}
