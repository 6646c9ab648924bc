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

  static boolean isPurchase(CodedActivity activity) {
    return activity.isPurchase;
  }

  static boolean isPurchaseIn(int currency, CodedActivity activity) {
    return activity.isPurchase && activity.currency == currency;
  }

  static boolean isFirstPurchase(CodedActivity activity) {
    return activity.isFirstPurchase;
  }

  static boolean isBetween(long fromMicros, long untilMicros, CodedActivity activity) {
    return activity.epochMicros >= fromMicros && activity.epochMicros < untilMicros;
  }

  static boolean isInTimeOfDay(long fromNano, long untilNano, CodedActivity activity) {
    return activity.nanoOfDay >= fromNano && activity.nanoOfDay < untilNano;
  }

  static boolean isOnDays(int days, CodedActivity activity) {
    return (days >>> activity.weekday & 1) != 0;
  }

  static boolean isInSegments(long segments, CodedActivity activity) {
    return (activity.segments & segments) != 0;
  }

  static boolean isAtLeast(long minimum, long amount) {
    return amount >= minimum;
  }

  static boolean isNot(boolean answer) {
    return !answer;
  }

  static boolean isCode(int wanted, int code) {
    return code == wanted;
  }

  static boolean isAmong(long wanted, int code) {
    return (wanted >>> code & 1) != 0;
  }

  static boolean isAmongMany(boolean[] wanted, int code) {
    return wanted[code];
  }

  static int kind(CodedActivity activity) {
    return activity.kind;
  }

  static int channel(CodedActivity activity) {
    return activity.channel;
  }

  static int partner(CodedActivity activity) {
    return activity.partner;
  }

  static int location(CodedActivity activity) {
    return activity.location;
  }

  static int category(CodedLine line) {
    return line.category;
  }

  static int sku(CodedLine line) {
    return line.sku;
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

  static long net(CodedLine line) {
    return line.net;
  }

  static long netAndTax(CodedLine line) {
    return line.net + line.tax;
  }

  static long listPrice(CodedLine line) {
    return line.listPrice;
  }

  static long listPriceAndTax(CodedLine line) {
    return line.listPrice + line.tax;
  }

  static long articles(CodedLine line) {
    return line.articles;
  }

  static long shipping(CodedActivity activity) {
    return activity.shipping;
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
