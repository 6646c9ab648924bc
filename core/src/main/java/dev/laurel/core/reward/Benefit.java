package dev.laurel.core.reward;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.time.Span;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Something that members can have, and on what terms: who, when, how often, how many in all.
 *
 * <p>For example a fitness studio at half the price, once for each driver of a company car, from
 * enrolment on; or 500 stadium tickets, first come, first served.
 */
@Value.Immutable
public abstract class Benefit {
  Benefit() {}

  /** The name in the catalogue. */
  public abstract BenefitId id();

  /** The name for people. */
  public abstract String name();

  /** What it consists of. */
  public abstract Reward reward();

  /** How often a member may have it. */
  public abstract Availability availability();

  /** Who may have it; a tier is asked for as an attribute or a segment of the member. */
  @Value.Default
  public Condition eligibility() {
    return Condition.always();
  }

  /** When it can be had. */
  @Value.Default
  public Span active() {
    return Span.ALWAYS;
  }

  /** How many there are for all members together; absent if there is no limit. */
  public abstract OptionalLong stock();

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Benefit}. */
  public static final class Builder extends ImmutableBenefit.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Codes.label("benefit", name(), 128);
    InvalidValueException.check(
        stock().isEmpty() || stock().getAsLong() >= 0,
        FailureCode.QUANTITY_INVALID,
        "stock",
        "benefit '%s' must have a stock of at least 0: %s",
        id(),
        stock());
    InvalidValueException.check(
        stock().isEmpty() || !(availability() instanceof Availability.Standing),
        FailureCode.VALUE_INVALID,
        "stock",
        "benefit '%s' must be claimed to have a stock: %s",
        id(),
        availability());
  }
}
