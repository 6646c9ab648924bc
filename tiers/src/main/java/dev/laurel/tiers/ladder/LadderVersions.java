package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of one ladder, each in force from an instant until the next.
 *
 * <p>A new version touches members as little as it may: whoever now qualifies for more has it from
 * the version's start, whoever now falls short keeps the tier until the review, and members of a
 * tier that is gone move to the successor that the version must name.
 *
 * <p>A ladder that a program gets later opens at an instant: nothing counts in it that happened
 * before, and until then it is as if the program did not have it. Years of membership are counted
 * from enrolment all the same.
 *
 * @param byStart the versions by the instant from which they are in force; the first also covers
 *     what came before it
 * @param opensAt the first instant at which anything counts; absent if it was always open
 */
public record LadderVersions(
    ImmutableSortedMap<Instant, TierLadder> byStart, Optional<Instant> opensAt) {
  private static final Instant ALWAYS = Instant.parse("1971-01-01T00:00:00Z");

  /**
   * Checked versions.
   *
   * @throws InvalidValueException REQUIRED without a version; VALUE_INVALID if they are of two
   *     ladders, count over different periods, or look at a balance though they open later;
   *     REFERENCE_UNKNOWN if a tier is gone without a successor
   */
  public LadderVersions {
    requireNonNull(byStart, "byStart");
    opensAt = requireNonNull(opensAt, "opensAt").map(instant -> TimeGate.admit(instant, "opensAt"));
    InvalidValueException.check(
        !byStart.isEmpty(), FailureCode.REQUIRED, "versions", "a ladder must have a version");
    TierLadder before = byStart.values().asList().get(0);
    for (Map.Entry<Instant, TierLadder> version : byStart.entrySet()) {
      Instant unused = TimeGate.admit(version.getKey(), "versions");
      checkSuccessor(before, version.getValue());
      // What there was when it opened is not among the facts that count.
      InvalidValueException.check(
          opensAt.isEmpty() || version.getValue().balances().isEmpty(),
          FailureCode.VALUE_INVALID,
          "opensAt",
          "ladder '%s' must not look at a balance if it opens at %s",
          version.getValue().code(),
          opensAt);
      before = version.getValue();
    }
  }

  /** One version that was always in force. */
  public static LadderVersions of(TierLadder ladder) {
    return new LadderVersions(ImmutableSortedMap.of(ALWAYS, ladder), Optional.empty());
  }

  /**
   * One version of a ladder that opens at an instant.
   *
   * @throws InvalidValueException VALUE_INVALID if it looks at a balance
   */
  public static LadderVersions opening(Instant at, TierLadder ladder) {
    return new LadderVersions(ImmutableSortedMap.of(ALWAYS, ladder), Optional.of(at));
  }

  /** These versions by the instant from which they are in force. */
  public static LadderVersions of(Map<Instant, TierLadder> byStart) {
    return new LadderVersions(ImmutableSortedMap.copyOf(byStart), Optional.empty());
  }

  /** The versions and another one in force from an instant. */
  public LadderVersions with(Instant from, TierLadder ladder) {
    ImmutableSortedMap.Builder<Instant, TierLadder> all = ImmutableSortedMap.naturalOrder();
    return new LadderVersions(all.putAll(byStart).put(from, ladder).buildOrThrow(), opensAt);
  }

  /** Whether what happens at an instant counts. */
  public boolean isOpenAt(Instant instant) {
    return opensAt.map(opening -> !instant.isBefore(opening)).orElse(true);
  }

  /** The version in force at an instant. */
  public TierLadder at(Instant instant) {
    Map.Entry<Instant, TierLadder> entry = byStart.floorEntry(instant);
    return entry == null ? byStart.values().asList().get(0) : entry.getValue();
  }

  /** The first instant after this one at which another version begins. */
  public Optional<Instant> changeAfter(Instant instant) {
    return Optional.ofNullable(byStart.higherKey(instant))
        .filter(start -> !start.equals(byStart.firstKey()));
  }

  /**
   * The level at an instant of a tier that any version has or had: 0 for one that is not there yet,
   * and its successor's for one that is gone.
   */
  public int levelAt(Tier tier, Instant instant) {
    Tier found = tier;
    for (TierLadder version : byStart.headMap(instant, true).values()) {
      if (version.level(found) < 0) {
        found = version.successors().getOrDefault(found.code(), found);
      }
    }
    return Math.max(0, at(instant).level(found));
  }

  /** The types of points whose balance any version looks at. */
  public ImmutableSet<PointType> balances() {
    return byStart.values().stream()
        .flatMap(version -> version.balances().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The latest version. */
  public TierLadder latest() {
    return byStart.values().asList().get(byStart.size() - 1);
  }

  /** The name of the ladder. */
  public String code() {
    return latest().code();
  }

  private static void checkSuccessor(TierLadder before, TierLadder after) {
    InvalidValueException.check(
        before.code().equals(after.code()),
        FailureCode.VALUE_INVALID,
        "versions",
        "versions must be of one ladder: %s, %s",
        before.code(),
        after.code());
    InvalidValueException.check(
        before.period().equals(after.period()),
        FailureCode.VALUE_INVALID,
        "versions",
        "ladder '%s' must keep its periods: %s, %s",
        before.code(),
        before.period(),
        after.period());
    for (Tier tier : before.tiers()) {
      InvalidValueException.check(
          after.level(tier) >= 0 || after.successors().containsKey(tier.code()),
          FailureCode.REFERENCE_UNKNOWN,
          "successors",
          "ladder '%s' must name where the members of '%s' go",
          after.code(),
          tier);
    }
  }
}
