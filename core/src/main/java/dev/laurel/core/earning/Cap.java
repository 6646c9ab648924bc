package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Window;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The most points that some rules grant, such as 500 stars a month.
 *
 * <p>Caps cut whole points, after rounding, and the result says what was requested, what was
 * granted and which cap cut. What a reversal takes back is free again. Several caps apply one after
 * the other: fewest rules first, then per event, member, program, then id. A cap of zero lets
 * nothing through.
 */
@Value.Immutable
public abstract class Cap {
  /** Over what the points of a cap are added up. */
  public sealed interface Scope {}

  /** Over one event. */
  public record PerEvent() implements Scope {}

  /**
   * Over one member's events within a window; the lifetime window for ever.
   *
   * @param window the stretch of time around the event
   */
  public record PerMember(Window window) implements Scope {
    /** A checked scope. */
    public PerMember {
      requireNonNull(window, "window");
    }
  }

  /**
   * Over all members' events within a window: a budget. Anniversaries count from the first day of
   * the program year 2000, since a program has no enrolment.
   *
   * @param window the stretch of time around the event
   */
  public record PerProgram(Window window) implements Scope {
    /** A checked scope. */
    public PerProgram {
      requireNonNull(window, "window");
    }
  }

  Cap() {}

  /** The name of the cap. */
  public abstract CapId id();

  /** The most points that get through. */
  public abstract Points limit();

  /** Over what they are added up. */
  public abstract Scope scope();

  /** The rules whose points are added up; empty for all of the limit's point type. */
  public abstract Set<RuleId> rules();

  /** A cap over one event. */
  public static Cap perEvent(String id, Points limit, String... rules) {
    return of(id, limit, new PerEvent(), rules);
  }

  /** A cap over one member's events within a window. */
  public static Cap perMember(String id, Points limit, Window window, String... rules) {
    return of(id, limit, new PerMember(window), rules);
  }

  /** A budget over all members' events within a window. */
  public static Cap perProgram(String id, Points limit, Window window, String... rules) {
    return of(id, limit, new PerProgram(window), rules);
  }

  private static Cap of(String id, Points limit, Scope scope, String... rules) {
    Builder builder = builder();
    builder.id(CapId.of(id)).limit(limit).scope(scope);
    for (String rule : rules) {
      builder.addRule(RuleId.of(rule));
    }
    return builder.build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Cap}. */
  public static final class Builder extends ImmutableCap.Builder {
    Builder() {}

    /**
     * The most points that get through, in the type's smallest units.
     *
     * @throws InvalidValueException CAP_INVALID if it is below zero
     */
    public Builder limit(long units, PointType type) {
      InvalidValueException.check(
          units >= 0, FailureCode.CAP_INVALID, "limit", "cap must not be negative: %s", units);
      return limit(type.points(units));
    }
  }
}
