package dev.laurel.core.earning;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * The mould of all compiled rules: its class file is defined anew, hidden, for each book.
 *
 * <p>A tree in a field of an object is called step by step, at thirty times the price. In a static
 * final field it is a constant to the machine's compiler, and each book needs a class of its own to
 * have such a field. This class itself is never initialised.
 */
final class HiddenRules extends CompiledRules {
  private static final MethodHandle TOTAL = classData(0, MethodHandle.class);
  private static final MethodHandle ACCRUAL = classData(1, MethodHandle.class);
  private static final int WORDS = classData(2, Integer.class);

  // Called through a method handle.
  @SuppressWarnings("UnusedMethod")
  private HiddenRules(ActivityLayout layout, AccrualReader reader) {
    super(layout, reader);
  }

  @Override
  long total(CodedActivity activity) {
    try {
      return (long) TOTAL.invokeExact(activity);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  CodedAccrual accrual(AccrualReader reader, CodedActivity activity) {
    try {
      long[] words = new long[WORDS];
      long units = (long) ACCRUAL.invokeExact(activity, words);
      return new CodedAccrual(reader, activity.source, words, units);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private static IllegalStateException failure(Throwable cause) {
    return new IllegalStateException("compiled rules must not throw checked exceptions", cause);
  }

  private static <T> T classData(int index, Class<T> type) {
    try {
      return MethodHandles.classDataAt(MethodHandles.lookup(), "_", type, index);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("class data must be accessible", e);
    }
  }
}
