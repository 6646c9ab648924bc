package dev.laurel.journeys.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What counts as having come back: after which event, by which events, in which stretches of days.
 *
 * <p>Day 0 begins with the first starting event of a journey. Without a zone a day is 24 hours from
 * there; with a zone it is a day of the calendar, and day 0 the date of the start. Stretch i of
 * {@code brackets 0, 1, 8, 31} is day 0, days 1 to 7, and days 8 to 30.
 */
@Value.Immutable
public abstract class RetentionSpec {
  private static final int MOST = 1_000;

  RetentionSpec() {}

  /** The touchpoints of starting; empty for any event. */
  public abstract ImmutableSet<TouchpointId> startingAt();

  /** The touchpoints of coming back; empty for any event. */
  public abstract ImmutableSet<TouchpointId> activeAt();

  /** The first day of each stretch and the day after the last, increasing from 0 or later. */
  public abstract List<Integer> brackets();

  /** Whether being active after a stretch counts too: "day n or later". */
  @Value.Default
  public boolean isUnbounded() {
    return false;
  }

  /** The zone whose dates are days; absent for 24 hours from the start. */
  public abstract Optional<ZoneId> zone();

  /** Single days from 0 to this one. */
  public static RetentionSpec days(int last) {
    RetentionSpec.Builder spec = builder();
    ImmutableList.Builder<Integer> days = ImmutableList.builder();
    for (int day = 0; day <= last + 1; day++) {
      days.add(day);
    }
    return spec.addAllBrackets(days.build()).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RetentionSpec}. */
  public static final class Builder extends ImmutableRetentionSpec.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        brackets().size() >= 2 && brackets().size() <= MOST && brackets().get(0) >= 0,
        FailureCode.RANGE,
        "brackets",
        "a retention must have 2 to %s bounds from day 0: %s",
        MOST,
        brackets().size());
    for (int i = 1; i < brackets().size(); i++) {
      InvalidValueException.check(
          brackets().get(i - 1) < brackets().get(i) && brackets().get(i) <= 100_000,
          FailureCode.RANGE,
          "brackets[" + i + "]",
          "the bounds of a retention must increase to at most 100000 days: %s, %s",
          brackets().get(i - 1),
          brackets().get(i));
    }
    zone().ifPresent(zone -> TimeGate.checkZone(zone, "zone"));
  }
}
