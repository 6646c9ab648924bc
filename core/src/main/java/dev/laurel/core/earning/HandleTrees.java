package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledSteps.step;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** The ways in which the steps of compiled rules are put together to trees. */
final class HandleTrees {
  private HandleTrees() {}

  /** A number that does not depend on what is looked at. */
  static MethodHandle constant(long value, Class<?> subject) {
    return MethodHandles.dropArguments(MethodHandles.constant(long.class, value), 0, subject);
  }

  /** What one makes of the result of another. */
  static MethodHandle then(MethodHandle first, MethodHandle next) {
    return MethodHandles.filterReturnValue(first, next);
  }

  /** A number where the answer is yes, otherwise none. */
  static MethodHandle when(MethodHandle test, MethodHandle number) {
    return joined(step("ifSo"), test, number);
  }

  /** A number where the answer is yes, otherwise another, fixed one. */
  static MethodHandle when(MethodHandle test, MethodHandle number, long otherwise) {
    return joined(step("ifSoOr", otherwise), test, number);
  }

  static MethodHandle both(MethodHandle left, MethodHandle right) {
    return joined(step("both"), left, right);
  }

  static MethodHandle either(MethodHandle left, MethodHandle right) {
    return joined(step("either"), left, right);
  }

  static MethodHandle isNot(MethodHandle test) {
    return then(test, step("isNot"));
  }

  static MethodHandle product(MethodHandle left, MethodHandle right) {
    return joined(step("product"), left, right);
  }

  /** The sum as a balanced tree, so that it is no deeper than it must be. */
  static MethodHandle sum(List<MethodHandle> parts) {
    if (parts.isEmpty()) {
      return constant(0, CodedActivity.class);
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    int half = parts.size() / 2;
    return joined(step("sum"), sum(parts.subList(0, half)), sum(parts.subList(half, parts.size())));
  }

  /** What one makes of the results of two others, which look at the same. */
  static MethodHandle joined(MethodHandle two, MethodHandle left, MethodHandle right) {
    MethodType type = left.type();
    if (type.parameterCount() == 1) {
      return MethodHandles.permuteArguments(
          MethodHandles.filterArguments(two, 0, left, right), type, 0, 0);
    }
    MethodHandle nested = MethodHandles.collectArguments(two, 1, right);
    return MethodHandles.permuteArguments(
        MethodHandles.collectArguments(nested, 0, left), type, 0, 1, 0, 1);
  }
}
