package dev.laurel.core.earning;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.Span;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * One reason to give points, as data: who, for what, when, how many.
 *
 * <p>A rule never looks at another, except that a multiplier names the base rules it multiplies.
 * What rules do to each other is said by groups, caps and {@link #stopAfter}.
 */
@Value.Immutable
public abstract class EarningRule {
  EarningRule() {}

  /** The name of the rule. */
  public abstract RuleId id();

  /** What the rule says, for people. */
  @Value.Default
  public String description() {
    return "";
  }

  /** The place in the order of rules; smaller comes first, equal ones by id. */
  @Value.Default
  public int priority() {
    return 0;
  }

  /** What the rule gives. */
  public abstract PointType points();

  /** How many it gives. */
  public abstract Formula formula();

  /**
   * Whether the points are multiplied; that of the formula unless said otherwise.
   *
   * <p>A flat bonus that shall be doubled is made a base, and points per euro that shall not be
   * doubled are made a bonus.
   */
  @Value.Default
  public Phase phase() {
    return formula().phase();
  }

  /**
   * How fractions become whole points, for the rule and for what multiplies it.
   *
   * <p>There is no default. A base rule, a rule per amount and a custom rule must have one; the
   * others have no fractions and must not.
   */
  public abstract Optional<RoundingMode> rounding();

  /** Which events the rule is for; all unless said otherwise. */
  @Value.Default
  public Condition when() {
    return Condition.always();
  }

  /**
   * Which lines of a purchase make the basis; all unless said otherwise.
   *
   * <p>Only categories and articles may be asked for here, and all, any and not of them. Shipping
   * is a line without category and article.
   */
  @Value.Default
  public Condition lines() {
    return Condition.always();
  }

  /** When the rule is in force; the time at which the event occurred decides. */
  public abstract Optional<Span> active();

  /** What of a purchase counts as spending. */
  @Value.Default
  public Basis basis() {
    return Basis.standard();
  }

  /** How often the rule awards one member. */
  public abstract Optional<AwardLimit> limit();

  /** How long the points live, where it differs from the program's expiry. */
  public abstract Optional<Expiry> expiry();

  /** When the points become usable, where it differs from the program's activation. */
  public abstract Optional<Activation> activation();

  /**
   * Whether later rules of the same phase and point type are left out once this one has awarded.
   *
   * <p>A rule that awarded nothing, be it for its condition, for rounding or for a cap, stops
   * nothing. A multiplier stops later multipliers on the base on which it awarded.
   */
  @Value.Default
  public boolean stopAfter() {
    return false;
  }

  /** The base rules that a multiplier multiplies; empty for all of its point type. */
  public abstract Set<RuleId> of();

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link EarningRule}. */
  public static final class Builder extends ImmutableEarningRule.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    RuleChecks.check(this);
  }

  /** Whether the rule selects among the lines of a purchase. */
  final boolean selectsLines() {
    return !(lines() instanceof Condition.Always);
  }

  /** The mode; whole points need none, so that any serves. */
  final RoundingMode roundingOrDown() {
    return rounding().orElse(RoundingMode.DOWN);
  }

  final boolean isMultiplier() {
    return phase() == Phase.MULTIPLIER;
  }

  /** Whether this multiplier multiplies that rule. */
  final boolean multiplies(EarningRule base) {
    return base.phase() == Phase.BASE
        && base.points().equals(points())
        && (of().isEmpty() || of().contains(base.id()));
  }

  final Points zero() {
    return points().zero();
  }

  final InvalidValueException invalid(FailureCode code, String path, String rule) {
    return new InvalidValueException(code, path, "rule '" + id() + "' must " + rule);
  }
}
