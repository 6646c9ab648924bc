package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.Optional;

/**
 * The versions of one map, numbered from 1 without gaps, at most one of which is in force.
 *
 * <p>The history is immutable: to activate version 2 gives another history in which version 2 is in
 * force from that instant and version 1 was so until then.
 *
 * @param versions the versions by number, at least one
 */
public record MapVersions(ImmutableList<MapVersion> versions) {
  /**
   * A checked history.
   *
   * @throws InvalidValueException REQUIRED without a version; SEQUENCE_GAP if the numbers are not
   *     1, 2, 3...; VALUE_INVALID if they are of two maps, or two are in force
   */
  public MapVersions {
    InvalidValueException.check(
        !versions.isEmpty(), FailureCode.REQUIRED, "versions", "a map must have a version");
    MapVersion first = versions.get(0);
    for (int i = 0; i < versions.size(); i++) {
      MapVersion version = versions.get(i);
      InvalidValueException.check(
          version.number() == i + 1,
          FailureCode.SEQUENCE_GAP,
          "versions[" + i + "].number",
          "versions of map '%s' must be numbered from 1 without gaps: %s at place %s",
          first.map().id(),
          version.number(),
          i + 1);
      InvalidValueException.check(
          version.map().id().equals(first.map().id()),
          FailureCode.VALUE_INVALID,
          "versions[" + i + "].map",
          "versions must be of one map: %s, %s",
          first.map().id(),
          version.map().id());
    }
    InvalidValueException.check(
        versions.stream()
                .filter(version -> version.status() == MapVersion.Status.ACTIVE)
                .count()
            <= 1,
        FailureCode.VALUE_INVALID,
        "versions",
        "map '%s' must have at most one active version",
        first.map().id());
  }

  /** The history that begins with a draft. */
  public static MapVersions startingWith(
      JourneyMap map, String author, Instant madeAt, String reason) {
    MapVersion.Builder first = MapVersion.builder();
    first.number(1).author(author).madeAt(madeAt).reason(reason).map(map);
    return new MapVersions(ImmutableList.of(first.build()));
  }

  /** The history and one more draft, made from the version of this number. */
  public MapVersions draft(
      JourneyMap map, int parent, String author, Instant madeAt, String reason) {
    version(parent);
    MapVersion.Builder next = MapVersion.builder();
    next.number(versions.size() + 1)
        .parent(parent)
        .author(author)
        .madeAt(madeAt)
        .reason(reason)
        .map(map);
    ImmutableList.Builder<MapVersion> all = ImmutableList.builder();
    return new MapVersions(all.addAll(versions).add(next.build()).build());
  }

  /**
   * The history in which this draft is in force from an instant on, and the one before it until
   * then.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN without such a version; VALUE_INVALID if it is
   *     no draft; WINDOW_INVALID if the instant is not after the one before came into force
   */
  public MapVersions activate(int number, Instant at) {
    TimeGate.admit(at, "at");
    MapVersion chosen = version(number);
    InvalidValueException.check(
        chosen.status() == MapVersion.Status.DRAFT,
        FailureCode.VALUE_INVALID,
        "number",
        "version %s of map '%s' must be a draft to come into force: %s",
        number,
        chosen.map().id(),
        chosen.status());
    return new MapVersions(versions.stream()
        .map(version -> version.number() == number
            ? version.withActiveFrom(at).withStatus(MapVersion.Status.ACTIVE)
            : retired(version, at))
        .collect(ImmutableList.toImmutableList()));
  }

  /** The version in force; absent if none is. */
  public Optional<MapVersion> active() {
    return versions.stream()
        .filter(version -> version.status() == MapVersion.Status.ACTIVE)
        .findFirst();
  }

  /** The version that was in force at an instant; absent if none was. */
  public Optional<MapVersion> activeAt(Instant at) {
    return versions.stream()
        .filter(version -> version.activeFrom().map(from -> !at.isBefore(from)).orElse(false)
            && version.activeUntil().map(at::isBefore).orElse(true))
        .findFirst();
  }

  /** The latest version, in force or not. */
  public MapVersion latest() {
    return versions.get(versions.size() - 1);
  }

  /**
   * The version of this number.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN
   */
  public MapVersion version(int number) {
    InvalidValueException.check(
        number >= 1 && number <= versions.size(),
        FailureCode.REFERENCE_UNKNOWN,
        "number",
        "map '%s' must have the version that is asked for: %s of %s",
        versions.get(0).map().id(),
        number,
        versions.size());
    return versions.get(number - 1);
  }

  /** What one version changed against another. */
  public ImmutableList<MapChange> between(int before, int after) {
    return MapDiff.between(version(before).map(), version(after).map());
  }

  private static MapVersion retired(MapVersion version, Instant at) {
    return version.status() == MapVersion.Status.ACTIVE
        ? version.withStatus(MapVersion.Status.RETIRED).withActiveUntil(at)
        : version;
  }
}
