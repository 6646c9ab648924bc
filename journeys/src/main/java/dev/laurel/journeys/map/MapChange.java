package dev.laurel.journeys.map;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One difference between two maps, such as the step {@code test-drive}, which was in {@code try}
 * and is in {@code evaluate}.
 *
 * @param kind what happened to it
 * @param path what differs, such as {@code steps.test-drive.stage}
 * @param before what it was; absent where it is new
 * @param after what it is; absent where it is gone
 */
public record MapChange(Kind kind, String path, Optional<String> before, Optional<String> after) {
  /** What happened to a part of a map. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** It is there as before, at another place of the way. */
    MOVED,
    /** It says something else. */
    CHANGED
  }

  /** A change of these parts. */
  public MapChange {
    requireNonNull(kind, "kind");
    requireNonNull(path, "path");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** The change in words: {@code steps.test-drive.stage: was try, is evaluate}. */
  @Override
  public String toString() {
    if (before.isEmpty()) {
      return path + ": new, " + after.orElse("");
    }
    return after
        .map(now -> path + ": was " + before.get() + ", is " + now)
        .orElseGet(() -> path + ": gone, was " + before.get());
  }
}
