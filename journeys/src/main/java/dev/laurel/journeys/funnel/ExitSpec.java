package dev.laurel.journeys.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How journeys end, in one of several ways that exclude each other: bought, cancelled, or gone
 * silent.
 *
 * <p>Time runs from the first starting event. The first event from there on that is an exit ends
 * it, the starting event included; a pause of the silence or longer ends it before any later event
 * does, when the silence is over.
 */
@Value.Immutable
public abstract class ExitSpec {
  /** The name of the exit of those of whom nothing more is heard. */
  public static final String SILENT = "silent";

  private static final int MOST_EXITS = 64;

  ExitSpec() {}

  /** The touchpoints of starting; empty for any event. */
  public abstract ImmutableSet<TouchpointId> startingAt();

  /** The exits, 1 to 64, each with its touchpoints. */
  public abstract List<FunnelStep> exits();

  /** After which pause a journey has ended; absent if none does. */
  public abstract Optional<Duration> silence();

  /** In what time is counted; days unless said otherwise. */
  @Value.Default
  public Duration unit() {
    return Duration.ofDays(1);
  }

  /** Whether the journeys of one member go together; they stand alone unless said otherwise. */
  @Value.Default
  public boolean isClusteredByMember() {
    return false;
  }

  /** The exits at these touchpoints, each under its name, from any event on, in days. */
  public static ExitSpec at(String... touchpoints) {
    ExitSpec.Builder spec = builder();
    for (String touchpoint : touchpoints) {
      spec.addExits(FunnelStep.at(touchpoint));
    }
    return spec.build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ExitSpec}. */
  public static final class Builder extends ImmutableExitSpec.Builder {
    Builder() {}
  }

  /** The names of all exits, {@link #SILENT} last. */
  ImmutableList<String> names() {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    exits().forEach(exit -> names.add(exit.name()));
    silence().ifPresent(pause -> names.add(SILENT));
    return names.build();
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        !exits().isEmpty() && exits().size() <= MOST_EXITS,
        exits().isEmpty() ? FailureCode.REQUIRED : FailureCode.LIMIT_EXCEEDED,
        "exits",
        "journeys must end in 1 to %s ways: %s",
        MOST_EXITS,
        exits().size());
    InvalidValueException.check(
        names().stream().distinct().count() == names().size(),
        FailureCode.CONFIG_DUPLICATE,
        "exits",
        "exits must have names that differ: %s",
        names());
    List<TouchpointId> touchpoints =
        exits().stream().flatMap(exit -> exit.touchpoints().stream()).toList();
    InvalidValueException.check(
        touchpoints.stream().distinct().count() == touchpoints.size(),
        FailureCode.CONFIG_DUPLICATE,
        "exits",
        "a touchpoint must be of one exit: %s",
        touchpoints);
    checkPositive("unit", unit());
    silence().ifPresent(pause -> checkPositive("silence", pause));
  }

  private static void checkPositive(String path, Duration duration) {
    TimeGate.checkDuration(duration, path);
    InvalidValueException.check(
        duration.toNanos() >= 1_000,
        FailureCode.WINDOW_INVALID,
        path,
        "%s must be at least a microsecond: %s",
        path,
        duration);
  }
}
