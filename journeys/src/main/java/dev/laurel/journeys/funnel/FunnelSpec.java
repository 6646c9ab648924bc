package dev.laurel.journeys.funnel;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What counts as having come through a funnel, with every rule that tools keep to themselves.
 *
 * <ul>
 *   <li>{@link #order}: whether the steps must follow each other, and how closely.
 *   <li>{@link #window}: how long the way may take, from the first step, both ends included.
 *   <li>{@link #entry}: which of several first steps counts.
 *   <li>{@link #isStrictlyLater}: whether a step must come at a later instant than the one before.
 *       Otherwise events of one instant stand in the order of the log, which is that of its
 *       {@link dev.laurel.journeys.log.TiePolicy}.
 *   <li>{@link #isOneStepPerEvent}: whether one event fills one step only, where several name its
 *       touchpoint.
 * </ul>
 *
 * <p>With a window of 60 seconds, a at 0, a at 50, b at 60 and c at 100 come to the third step if
 * any entry counts, and to the second if only the first does.
 */
@Value.Immutable
public abstract class FunnelSpec {
  /** Whether the steps must follow each other. */
  public enum Order {
    /** They may come in any order, and a journey is as far as its steps are complete. */
    ANY_ORDER,
    /** They must come in order; anything may lie between. */
    IN_ORDER,
    /** They must come in order, and no event may lie between. */
    DIRECT
  }

  /** Which of several first steps counts. */
  public enum Entry {
    /** The one that leads furthest. */
    ANY,
    /** The first on the journey. */
    FIRST
  }

  private static final int MOST_STEPS = 64;

  FunnelSpec() {}

  /** The steps, 1 to 64. */
  public abstract List<FunnelStep> steps();

  /** Whether the steps must follow each other; in order unless said otherwise. */
  @Value.Default
  public Order order() {
    return Order.IN_ORDER;
  }

  /** The longest time from the first step; absent for no bound. */
  public abstract Optional<Duration> window();

  /** Which of several first steps counts; any unless said otherwise. */
  @Value.Default
  public Entry entry() {
    return Entry.ANY;
  }

  /** Whether a step must come at a later instant than the one before; no unless said otherwise. */
  @Value.Default
  public boolean isStrictlyLater() {
    return false;
  }

  /** Whether one event fills one step only; yes unless said otherwise. */
  @Value.Default
  public boolean isOneStepPerEvent() {
    return true;
  }

  /** The funnel of these touchpoints in order, without a window. */
  public static FunnelSpec of(String... touchpoints) {
    FunnelSpec.Builder spec = builder();
    return spec.addAllSteps(Stream.of(touchpoints).map(FunnelStep::at).toList()).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FunnelSpec}. */
  public static final class Builder extends ImmutableFunnelSpec.Builder {
    Builder() {}
  }

  /** Whether an event at a touchpoint fills a step. */
  boolean fills(int step, TouchpointId touchpoint) {
    return steps().get(step).touchpoints().contains(touchpoint);
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        !steps().isEmpty() && steps().size() <= MOST_STEPS,
        steps().isEmpty() ? FailureCode.REQUIRED : FailureCode.LIMIT_EXCEEDED,
        "steps",
        "a funnel must have 1 to %s steps: %s",
        MOST_STEPS,
        steps().size());
    window().ifPresent(window -> TimeGate.checkDuration(window, "window"));
    InvalidValueException.check(
        order() != Order.ANY_ORDER || (window().isEmpty() && !isStrictlyLater()),
        FailureCode.VALUE_INVALID,
        "order",
        "a funnel in any order must have no window and no later instants: %s, %s",
        window(),
        isStrictlyLater());
  }
}
