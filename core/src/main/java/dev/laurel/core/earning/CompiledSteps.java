package dev.laurel.core.earning;

import com.google.common.collect.ImmutableMap;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * The steps of which compiled rules are made, each so small that the machine's compiler dissolves
 * it. Their first arguments are bound to what a rule says; the last is what is looked at.
 *
 * <p>Answers are masks, all bits for yes and none for no, and there is no branch in them or in what
 * is made of them. The processor would guess each branch, and what the next purchase is like cannot
 * be guessed: one wrong guess takes as long as several rules.
 */
final class CompiledSteps {
  private static final ImmutableMap<String, MethodHandle> STEPS = steps();

  private CompiledSteps() {}

  // Questions.

  static boolean hasOneLine(CodedActivity activity) {
    return activity.furtherLines.length == 0;
  }

  /** Whether a bit of the facts is set. */
  static long isSet(int shift, CodedLine line) {
    return line.facts << ~shift >> 63;
  }

  static long isCode(long wanted, long code) {
    return isBelowZero((code ^ wanted) - 1);
  }

  static long isAmong(long wanted, long code) {
    return wanted << ~code >> 63;
  }

  static long isAmongMany(long[] wanted, long code) {
    return isAmong(wanted[(int) (code >>> 6)], code);
  }

  static long isAnyOf(long wanted, long bits) {
    long found = bits & wanted;
    return isBelowZero(found | -found);
  }

  static long isAtLeast(long minimum, long number) {
    return isBelowZero(minimum - 1 - number);
  }

  static long isWithin(long from, long until, long number) {
    return isBelowZero((from - 1 - number) & (number - until));
  }

  static long isNot(long answer) {
    return ~answer;
  }

  static long both(long left, long right) {
    return left & right;
  }

  static long either(long left, long right) {
    return left | right;
  }

  static long isAnyFurther(MethodHandle test, CodedActivity activity) throws Throwable {
    long any = 0;
    for (CodedLine line : activity.furtherLines) {
      any |= (long) test.invokeExact(line);
    }
    return any;
  }

  private static long isBelowZero(long number) {
    return number >> 63;
  }

  static long fact(int shift, long mask, CodedLine line) {
    return line.facts >>> shift & mask;
  }

  static long furtherFact(int at, int shift, long mask, CodedLine line) {
    return line.more[at] >>> shift & mask;
  }

  static long further(int at, CodedLine line) {
    return line.more[at];
  }

  // Amounts.

  static long amount(CodedLine line) {
    return line.amount;
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

  // Numbers. All are from 0 on, and small enough by the time they get here.

  /** The number if the answer is yes, otherwise none. */
  static long ifSo(long answer, long number) {
    return number & answer;
  }

  /** The number if the answer is yes, otherwise another one. */
  static long ifSoOr(long otherwise, long answer, long number) {
    return otherwise ^ ((otherwise ^ number) & answer);
  }

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
    return quotient - isBelowZero(divisor - 1 - twiceTheRest(divisor, dividend, quotient));
  }

  static long halfDown(long divisor, long dividend) {
    long quotient = dividend / divisor;
    return quotient - isBelowZero(divisor - twiceTheRest(divisor, dividend, quotient));
  }

  static long halfEven(long divisor, long dividend) {
    long quotient = dividend / divisor;
    long rest = twiceTheRest(divisor, dividend, quotient);
    return quotient - isBelowZero(divisor - rest - (quotient & 1));
  }

  private static long twiceTheRest(long divisor, long dividend, long quotient) {
    return 2 * (dividend - quotient * divisor);
  }

  // Words of an accrual, and what they come to. A code goes through the same steps as a number, and
  // what comes of it is not looked at.

  static long orNoPoints(long number) {
    return ifSoOr(AccrualWord.NO_POINTS, isBelowZero(-number), number);
  }

  static long word(
      MethodHandle number, MethodHandle rounding, int slot, CodedActivity activity, long[] words)
      throws Throwable {
    long exact = (long) number.invokeExact(activity);
    long isReady = isNot(isBelowZero(exact));
    long whole = (long) rounding.invokeExact(exact);
    words[slot] = ifSoOr(exact, isReady, whole);
    return ifSo(isReady, whole);
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
    long isReady = isNot(isBelowZero(exact));
    long whole = (long) rounding.invokeExact(exact);
    words[slot] = ifSoOr(exact, isReady, whole);
    return (long) multipliers.invokeExact(exact, unit, ifSo(isReady, whole), activity, words);
  }

  /** The word of one multiplier, then those of the others. */
  static long multipliedWord(
      MethodHandle excess,
      MethodHandle rounding,
      MethodHandle multipliers,
      int slot,
      long exact,
      long factor,
      long before,
      CodedActivity activity,
      long[] words)
      throws Throwable {
    long more = (long) excess.invokeExact(activity);
    long isReady = isNumber(more);
    long isTried = isReady & isNot(isBelowZero(exact));
    long product = factor + ifSo(isTried, more);
    long whole = (long) rounding.invokeExact(exact * atLeastZero(product));
    words[slot] = ifSoOr(ifSoOr(more, isReady, AccrualWord.UNTRIED), isTried, whole);
    long after = ifSoOr(before, isTried, whole);
    return (long) multipliers.invokeExact(exact, product, after, activity, words);
  }

  /** Whether this is none of the codes, which are further below zero than any number. */
  private static long isNumber(long word) {
    return isNot(isBelowZero(word - AccrualWord.LEAST_NUMBER));
  }

  static long lastWhole(long exact, long factor, long whole, CodedActivity activity, long[] words) {
    return whole;
  }

  /** The word of a multiplier without a base. */
  static long idleWord(MethodHandle excess, int slot, CodedActivity activity, long[] words)
      throws Throwable {
    long more = (long) excess.invokeExact(activity);
    words[slot] = ifSoOr(more, isNumber(more), AccrualWord.UNTRIED);
    return 0;
  }

  static long first(long first, long second) {
    return first;
  }

  /** The step of this name with its first arguments bound. */
  static MethodHandle step(String name, Object... bound) {
    MethodHandle step = STEPS.get(name);
    if (step == null) {
      throw new IllegalArgumentException("step must exist: " + name);
    }
    return MethodHandles.insertArguments(step, 0, bound);
  }

  private static ImmutableMap<String, MethodHandle> steps() {
    ImmutableMap.Builder<String, MethodHandle> steps = ImmutableMap.builder();
    for (Method method : CompiledSteps.class.getDeclaredMethods()) {
      if (!Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic()) {
        try {
          steps.put(method.getName(), MethodHandles.lookup().unreflect(method));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("step must be accessible: " + method, e);
        }
      }
    }
    return steps.buildOrThrow();
  }
}
