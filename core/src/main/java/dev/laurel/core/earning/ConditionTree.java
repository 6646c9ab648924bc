package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.function.Consumer;

/** The bounds on a tree of conditions, and the walk through it. */
final class ConditionTree {
  static final int DEEPEST = 64;
  static final int LARGEST = 10_000;

  private ConditionTree() {}

  static void checkAny(List<Condition> children) {
    InvalidValueException.check(
        !children.isEmpty(),
        FailureCode.VALUE_INVALID,
        "of",
        "any must name at least one condition");
    checkAll(children);
  }

  /** The children are within bounds themselves, so that this never walks far. */
  static void checkAll(List<Condition> children) {
    int depth = 1;
    long size = 1;
    for (int i = 0; i < children.size() && size <= LARGEST; i++) {
      depth = Math.max(depth, 1 + depthOf(children.get(i)));
      size += sizeOf(children.get(i));
    }
    InvalidValueException.check(
        size <= LARGEST,
        FailureCode.LIMIT_EXCEEDED,
        "of",
        "condition must have at most %s parts",
        LARGEST);
    InvalidValueException.check(
        depth <= DEEPEST,
        FailureCode.RULE_TOO_DEEP,
        "of",
        "condition must be nested at most %s deep: %s",
        DEEPEST,
        depth);
  }

  static List<Condition> childrenOf(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.of();
    }
    if (condition instanceof Condition.Any any) {
      return any.of();
    }
    if (condition instanceof Condition.Not not) {
      return ImmutableList.of(not.of());
    }
    return ImmutableList.of();
  }

  static void walk(Condition condition, Consumer<Condition> visitor) {
    visitor.accept(condition);
    for (Condition child : childrenOf(condition)) {
      walk(child, visitor);
    }
  }

  private static int depthOf(Condition condition) {
    int depth = 0;
    for (Condition child : childrenOf(condition)) {
      depth = Math.max(depth, depthOf(child));
    }
    return depth + 1;
  }

  private static long sizeOf(Condition condition) {
    long size = 1;
    for (Condition child : childrenOf(condition)) {
      size += sizeOf(child);
    }
    return size;
  }
}
