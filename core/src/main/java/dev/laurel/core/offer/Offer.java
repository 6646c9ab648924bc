package dev.laurel.core.offer;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.time.Span;
import java.util.List;
import org.immutables.value.Value;

/**
 * Something that could be offered to a member, who may have it, and what speaks for showing it.
 *
 * <p>For example an inspection at 20 % off for whose vehicle reports a service due; 50 points if it
 * is due within 1,000 km, 20 points more for those who came to the workshop before.
 */
@Value.Immutable
public abstract class Offer {
  private static final int MOST_CRITERIA = 100;
  private static final long MOST_POINTS = 1_000_000_000_000L;

  Offer() {}

  /** The name of the offer. */
  public abstract OfferId id();

  /** The name for people. */
  public abstract String name();

  /** What is offered. */
  public abstract Reward reward();

  /** Who may have it. */
  @Value.Default
  public Condition eligibility() {
    return Condition.always();
  }

  /** When it can be shown. */
  @Value.Default
  public Span active() {
    return Span.ALWAYS;
  }

  /** What it counts before any criterion, such as what it is worth to the program. */
  @Value.Default
  public long basePoints() {
    return 0;
  }

  /** What speaks for and against showing it. */
  public abstract List<Criterion> criteria();

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Offer}. */
  public static final class Builder extends ImmutableOffer.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Codes.label("offer", name(), 128);
    InvalidValueException.check(
        criteria().size() <= MOST_CRITERIA,
        FailureCode.LIMIT_EXCEEDED,
        "criteria",
        "offer '%s' must have at most %s criteria: %s",
        id(),
        MOST_CRITERIA,
        criteria().size());
    long codes = criteria().stream().map(Criterion::code).distinct().count();
    InvalidValueException.check(
        codes == criteria().size(),
        FailureCode.CONFIG_DUPLICATE,
        "criteria",
        "offer '%s' must name each criterion once: %s",
        id(),
        criteria().stream().map(Criterion::code).toList());
    InvalidValueException.check(
        basePoints() >= -MOST_POINTS && basePoints() <= MOST_POINTS,
        FailureCode.RANGE,
        "basePoints",
        "offer '%s' must count at most 10^12 points before its criteria: %s",
        id(),
        basePoints());
  }
}
