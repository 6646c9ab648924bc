package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.Map;

/**
 * The versions of one program, each in force from an instant until the next: an event falls under
 * the version in force when it occurred, and a return under that of its purchase.
 *
 * @param byStart the versions by the instant from which they are in force; the first also covers
 *     what came before it
 */
public record ProgramVersions(ImmutableSortedMap<Instant, Program> byStart) {
  private static final Instant ALWAYS = Instant.parse("1971-01-01T00:00:00Z");

  /**
   * Checked versions.
   *
   * @throws InvalidValueException REQUIRED without a version; CONFIG_DUPLICATE if two have one
   *     number; VALUE_INVALID if their programs, zones or point types differ
   */
  public ProgramVersions {
    requireNonNull(byStart, "byStart");
    InvalidValueException.check(
        !byStart.isEmpty(), FailureCode.REQUIRED, "versions", "a program must have a version");
    Program first = byStart.values().asList().get(0);
    long numbers = byStart.values().stream().map(Program::version).distinct().count();
    InvalidValueException.check(
        numbers == byStart.size(),
        FailureCode.CONFIG_DUPLICATE,
        "versions",
        "program '%s' must number each version once: %s",
        first.id(),
        byStart.values().stream().map(Program::version).toList());
    byStart.forEach((start, program) -> checkSuccessor(first, start, program));
  }

  /** One version that was always in force. */
  public static ProgramVersions of(Program program) {
    return new ProgramVersions(ImmutableSortedMap.of(ALWAYS, program));
  }

  /** These versions by the instant from which they are in force. */
  public static ProgramVersions of(Map<Instant, Program> byStart) {
    return new ProgramVersions(ImmutableSortedMap.copyOf(byStart));
  }

  /** The version in force at an instant. */
  public Program at(Instant instant) {
    Map.Entry<Instant, Program> entry = byStart.size() == 1 ? null : byStart.floorEntry(instant);
    return entry == null ? byStart.values().asList().get(0) : entry.getValue();
  }

  /** The latest version. */
  public Program latest() {
    return byStart.values().asList().get(byStart.size() - 1);
  }

  /** The versions and another one in force from an instant. */
  public ProgramVersions with(Instant from, Program program) {
    ImmutableSortedMap.Builder<Instant, Program> all = ImmutableSortedMap.naturalOrder();
    return new ProgramVersions(all.putAll(byStart).put(from, program).buildOrThrow());
  }

  private static void checkSuccessor(Program first, Instant start, Program program) {
    TimeGate.admit(start, "versions");
    InvalidValueException.check(
        program.id().equals(first.id()),
        FailureCode.VALUE_INVALID,
        "versions",
        "versions must be of one program: %s, %s",
        first.id(),
        program.id());
    InvalidValueException.check(
        program.calendar().zone().equals(first.calendar().zone()),
        FailureCode.VALUE_INVALID,
        "versions",
        "program '%s' must keep its zone for ever: %s, %s",
        first.id(),
        first.calendar().zone(),
        program.calendar().zone());
    for (PointTerms terms : program.pointTerms()) {
      first
          .pointType(terms.type().code())
          .ifPresent(known -> InvalidValueException.check(
              known.equals(terms.type()),
              FailureCode.TYPE_MISMATCH,
              "versions",
              "program '%s' must not change the point type '%s'",
              first.id(),
              known));
    }
  }
}
