package dev.laurel.core.earning;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * The mould of all compiled rules: its class file is defined anew, hidden, for each tree.
 *
 * <p>A tree in a field of an object is called step by step, at thirty times the price. In a static
 * final field it is a constant to the machine's compiler, and each book needs a class of its own to
 * have such a field. This class itself is never initialised.
 */
final class HiddenRules extends CompiledRules {
  private static final MethodHandle TOTAL = classData();

  // Called through a method handle.
  @SuppressWarnings("UnusedMethod")
  private HiddenRules(NameCodes codes, long largestSize) {
    super(codes, largestSize);
  }

  @Override
  long total(CodedActivity activity) {
    try {
      return (long) TOTAL.invokeExact(activity);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("compiled rules must not throw checked exceptions", e);
    }
  }

  private static MethodHandle classData() {
    try {
      return MethodHandles.classData(MethodHandles.lookup(), "_", MethodHandle.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("class data must be accessible", e);
    }
  }
}
