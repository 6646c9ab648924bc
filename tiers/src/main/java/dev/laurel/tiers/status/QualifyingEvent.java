package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What one activity has to show towards a tier: points by rule, money, a count. */
@Value.Immutable
public abstract class QualifyingEvent {
  QualifyingEvent() {}

  /**
   * Points that one rule gave.
   *
   * @param rule the rule
   * @param points how many
   */
  public record Credit(RuleId rule, Points points) {
    /** A credit of these parts. */
    public Credit {
      requireNonNull(rule, "rule");
      requireNonNull(points, "points");
    }
  }

  /** The activity. */
  public abstract ActivityId activity();

  /** What kind of activity it was. */
  public abstract ActivityKind kind();

  /** Business time, which decides the period. */
  public abstract Instant occurredAt();

  /** With whom it was done. */
  public abstract Optional<Partner> partner();

  /** The points it gave, rule by rule. */
  public abstract List<Credit> credits();

  /** The money it cost, points tendered left out. */
  public abstract Optional<ExactMoney> spent();

  /** How often it counts: once for a purchase, the quantity of an engagement; 0 if taken back. */
  @Value.Default
  public long times() {
    return 1;
  }

  /** Whether there is nothing left of it. */
  public final boolean isNothing() {
    return times() == 0 && credits().isEmpty() && spent().isEmpty();
  }

  /** The event without anything left, as after a return of all. */
  public final QualifyingEvent nothingLeft() {
    return builder()
        .activity(activity())
        .kind(kind())
        .occurredAt(occurredAt())
        .times(0)
        .build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link QualifyingEvent}. */
  public static final class Builder extends ImmutableQualifyingEvent.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Instant unused = TimeGate.admit(occurredAt(), "occurredAt");
    InvalidValueException.check(
        times() >= 0,
        FailureCode.QUANTITY_INVALID,
        "times",
        "event '%s' must not count less than 0 times: %s",
        activity(),
        times());
  }
}
