package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One difference between two versions of a program, such as the priority of the rule {@code base},
 * which was 0 and is 5.
 *
 * @param path what differs, such as {@code rules.base.priority}
 * @param before what it was; absent where it is new
 * @param after what it is; absent where it is gone
 */
public record Change(String path, Optional<String> before, Optional<String> after) {
  /** A change of these parts. */
  public Change {
    requireNonNull(path, "path");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** The change in words: {@code rules.base.priority: was 0, is 5}. */
  public String sentence() {
    if (before.isEmpty()) {
      return path + ": new, " + after.orElse("");
    }
    return after
        .map(now -> path + ": was " + before.get() + ", is " + now)
        .orElseGet(() -> path + ": gone, was " + before.get());
  }

  /** The change in words. */
  @Override
  public String toString() {
    return sentence();
  }
}
