package dev.laurel.core.earning;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The steps of which compiled rules are made, each so small that the machine's compiler dissolves
 * it. Their first arguments are bound to what a rule says; the last is what is looked at.
 */
final class CompiledSteps {
  private CompiledSteps() {}

  // Questions.

  static boolean hasOneLine(CodedActivity activity) {
    return activity.furtherLines.length == 0;
  }

  static boolean hasAny(long facts, CodedLine line) {
    return (line.facts & facts) != 0;
  }

  static boolean isBetween(int at, long fromMicros, long untilMicros, CodedActivity activity) {
    return activity.more[at] >= fromMicros && activity.more[at] < untilMicros;
  }

  static boolean isAnyOf(long wanted, long bits) {
    return (bits & wanted) != 0;
  }

  static boolean isWithin(long from, long until, long number) {
    return number >= from && number < until;
  }

  static boolean isAtLeast(long minimum, long amount) {
    return amount >= minimum;
  }

  static boolean isNot(boolean answer) {
    return !answer;
  }

  static boolean isCode(long wanted, long code) {
    return code == wanted;
  }

  static boolean isAmong(long wanted, long code) {
    return (wanted >>> code & 1) != 0;
  }

  static boolean isAmongMany(boolean[] wanted, long code) {
    return wanted[(int) code];
  }

  static long fact(int shift, long mask, CodedLine line) {
    return line.facts >>> shift & mask;
  }

  static long furtherFact(int at, int shift, long mask, CodedActivity activity) {
    return activity.more[at] >>> shift & mask;
  }

  static boolean isAnyFurther(MethodHandle test, CodedActivity activity) throws Throwable {
    for (CodedLine line : activity.furtherLines) {
      if ((boolean) test.invokeExact(line)) {
        return true;
      }
    }
    return false;
  }

  // Amounts.

  static long amount(CodedLine line) {
    return line.amount;
  }

  static long furtherAmount(int at, CodedLine line) {
    return line.more[at];
  }

  static long articles(CodedLine line) {
    return line.articles;
  }

  static long sumFurther(MethodHandle amount, CodedActivity activity) throws Throwable {
    long sum = 0;
    for (CodedLine line : activity.furtherLines) {
      sum += (long) amount.invokeExact(line);
    }
    return sum;
  }

  // Points. All numbers are from 0 on, and small enough by the time they get here.

  static long sum(long left, long right) {
    return left + right;
  }

  static long product(long left, long right) {
    return left * right;
  }

  static long times(long factor, long number) {
    return number * factor;
  }

  static long atMost(long most, long points) {
    return Math.min(most, points);
  }

  static long atLeastZero(long number) {
    return Math.max(0, number);
  }

  static long statusExcess(long unit, CodedActivity activity) {
    return (activity.statusFactor - ActivityCoder.FACTOR_UNIT) * unit;
  }

  static long down(long divisor, long dividend) {
    return dividend / divisor;
  }

  static long up(long divisor, long dividend) {
    return (dividend + divisor - 1) / divisor;
  }

  static long halfUp(long divisor, long dividend) {
    long quotient = dividend / divisor;
    return 2 * (dividend - quotient * divisor) >= divisor ? quotient + 1 : quotient;
  }

  static long halfDown(long divisor, long dividend) {
    long quotient = dividend / divisor;
    return 2 * (dividend - quotient * divisor) > divisor ? quotient + 1 : quotient;
  }

  static long halfEven(long divisor, long dividend) {
    long quotient = dividend / divisor;
    return 2 * (dividend - quotient * divisor) + (quotient & 1) > divisor ? quotient + 1 : quotient;
  }

  // Words of an accrual, and what they come to.

  static long orNoPoints(long number) {
    return number > 0 ? number : AccrualWord.NO_POINTS;
  }

  static long word(
      MethodHandle number, MethodHandle rounding, int slot, CodedActivity activity, long[] words)
      throws Throwable {
    long exact = (long) number.invokeExact(activity);
    long word = exact < 0 ? exact : (long) rounding.invokeExact(exact);
    words[slot] = word;
    return Math.max(0, word);
  }

  static long baseWord(
      MethodHandle number,
      MethodHandle rounding,
      MethodHandle multipliers,
      int slot,
      long unit,
      CodedActivity activity,
      long[] words)
      throws Throwable {
    long exact = (long) number.invokeExact(activity);
    long word = exact < 0 ? exact : (long) rounding.invokeExact(exact);
    words[slot] = word;
    return (long) multipliers.invokeExact(exact, unit, Math.max(0, word), activity, words);
  }

  /** The word of one multiplier, then those of the others. */
  static long multipliedWord(
      MethodHandle excess,
      MethodHandle rounding,
      MethodHandle multipliers,
      int slot,
      long exact,
      long factor,
      long whole,
      CodedActivity activity,
      long[] words)
      throws Throwable {
    long more = (long) excess.invokeExact(activity);
    boolean isTried = exact >= 0 && !AccrualWord.isCode(more);
    long product = isTried ? factor + more : factor;
    long rounded = isTried ? (long) rounding.invokeExact(exact * Math.max(0, product)) : whole;
    words[slot] = isTried ? rounded : AccrualWord.isCode(more) ? more : AccrualWord.UNTRIED;
    return (long) multipliers.invokeExact(exact, product, rounded, activity, words);
  }

  static long lastWhole(long exact, long factor, long whole, CodedActivity activity, long[] words) {
    return whole;
  }

  /** The word of a multiplier without a base. */
  static long idleWord(MethodHandle excess, int slot, CodedActivity activity, long[] words)
      throws Throwable {
    long more = (long) excess.invokeExact(activity);
    words[slot] = AccrualWord.isCode(more) ? more : AccrualWord.UNTRIED;
    return 0;
  }

  static long first(long first, long second) {
    return first;
  }

  /** The step of this name with its first arguments bound. */
  static MethodHandle step(String name, Object... bound) {
    Method step = Arrays.stream(CompiledSteps.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("step must exist: " + name));
    try {
      MethodHandle handle = MethodHandles.lookup()
          .findStatic(
              CompiledSteps.class,
              name,
              MethodType.methodType(step.getReturnType(), step.getParameterTypes()));
      return MethodHandles.insertArguments(handle, 0, bound);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("step must be accessible: " + name, e);
    }
  }
}
