package dev.laurel.journeys.log;

import com.google.common.collect.ImmutableSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where one journey of a customer ends and the next begins.
 *
 * <p>A journey ends before a pause of at least {@link #gap()}: with 30 minutes, an event 30 minutes
 * after the last begins a new journey, one 29:59 after does not. It also ends after each of the
 * touchpoints of {@link #endAfter()}, at midnight of {@link #midnight()}, and where the text of the
 * attribute {@link #changeOf()} changes, such as the campaign.
 */
@Value.Immutable
public abstract class SessionRule {
  SessionRule() {}

  /** The shortest pause between two journeys. */
  public abstract Duration gap();

  /** The touchpoints that end a journey, such as the purchase. */
  public abstract ImmutableSet<TouchpointId> endAfter();

  /** The zone whose midnight ends a journey; absent for none. */
  public abstract Optional<ZoneId> midnight();

  /** The attribute whose change ends a journey; an event without it changes nothing. */
  public abstract Optional<String> changeOf();

  /** The rule of a pause alone, such as 30 minutes. */
  public static SessionRule afterPauseOf(Duration gap) {
    SessionRule.Builder rule = builder();
    return rule.gap(gap).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SessionRule}. */
  public static final class Builder extends ImmutableSessionRule.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    TimeGate.checkDuration(gap(), "gap");
    InvalidValueException.check(
        gap().compareTo(Duration.ofNanos(1_000)) >= 0,
        FailureCode.WINDOW_INVALID,
        "gap",
        "the pause between two journeys must be at least a microsecond: %s",
        gap());
    midnight().ifPresent(zone -> TimeGate.checkZone(zone, "midnight"));
  }
}
