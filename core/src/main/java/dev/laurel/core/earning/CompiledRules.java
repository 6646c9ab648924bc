package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * The rules of a book turned into code, for totals of one point type and nothing but totals.
 *
 * <p>Where {@link Earning#evaluate} says why, in about a hundred times as many steps, this says how
 * many: for replaying a year of activities under rules that somebody has just changed. It gives the
 * total of the evaluation or says that it leaves it to the evaluation, and never anything else.
 *
 * <p>The code is made of method handles, which become constants of a hidden class and so the
 * compiler's to dissolve; it goes when the rules go. Where classes cannot be defined at run time,
 * as in a native image, rules cannot be compiled.
 */
public abstract class CompiledRules {
  /** The answer of {@link #units} to an activity that only the evaluation can answer for. */
  public static final long LEFT_TO_EVALUATION = -1;

  /** What became of the attempt to compile a book. */
  public sealed interface Compilation {}

  /**
   * The book is compiled.
   *
   * @param rules the rules as code
   */
  public record Compiled(CompiledRules rules) implements Compilation {
    /** A compiled book. */
    public Compiled {
      requireNonNull(rules, "rules");
    }
  }

  /**
   * The book cannot be compiled; {@link Earning#evaluate} serves it.
   *
   * @param obstacles what stands in the way, at least one
   */
  public record NotCompiled(ImmutableList<Finding> obstacles) implements Compilation {
    /** A book with obstacles. */
    public NotCompiled {
      requireNonNull(obstacles, "obstacles");
    }
  }

  private final NameCodes codes;
  private final long largestSize;

  CompiledRules(NameCodes codes, long largestSize) {
    this.codes = codes;
    this.largestSize = largestSize;
  }

  /**
   * The attempt to compile a book for one of its point types.
   *
   * <p>All rules of the book must be compilable, also those of other types, because one that fails
   * has the whole activity rejected. Compiling takes milliseconds: do it once for each version of
   * the rules.
   */
  public static Compilation compile(RuleBook book, PointType type) {
    requireNonNull(type, "type");
    NameCodes codes = NameCodes.of(requireNonNull(book, "book"));
    ImmutableList<Finding> obstacles = Compilability.obstaclesOf(book, codes);
    return obstacles.isEmpty()
        ? new Compiled(
            define(RuleCompiler.compile(book, type, codes), codes, Compilability.largestSize(book)))
        : new NotCompiled(obstacles);
  }

  /**
   * The activity in the numbers that these rules read.
   *
   * <p>Absent for what is left to the evaluation: returns, purchases without lines or paid with
   * points or gift cards, and members whose status factor has more than four decimal places.
   */
  public final Optional<CodedActivity> encode(Activity activity, EarningContext context) {
    return ActivityCoder.encode(
        codes, requireNonNull(activity, "activity"), requireNonNull(context, "context"));
  }

  /**
   * The total that the member of the activity earns, in the smallest units of the point type; or
   * {@link #LEFT_TO_EVALUATION} where amounts are so large that a product might not fit 64 bits.
   *
   * @throws InvalidValueException VALUE_INVALID if the activity was encoded for other rules
   */
  public final long units(CodedActivity activity) {
    if (activity.codes != codes) {
      throw new InvalidValueException(
          FailureCode.VALUE_INVALID, "activity", "activity must be encoded for these rules");
    }
    return activity.size <= largestSize ? total(activity) : LEFT_TO_EVALUATION;
  }

  abstract long total(CodedActivity activity);

  /** Rules whose total is this tree. */
  private static CompiledRules define(MethodHandle total, NameCodes codes, long largestSize) {
    try {
      MethodHandles.Lookup hidden =
          MethodHandles.lookup().defineHiddenClassWithClassData(classFile(), total, true);
      return (CompiledRules) hidden
          .findConstructor(
              hidden.lookupClass(), MethodType.methodType(void.class, NameCodes.class, long.class))
          .invoke(codes, largestSize);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("hidden class must be definable", e);
    }
  }

  private static byte[] classFile() {
    try (InputStream file = HiddenRules.class.getResourceAsStream("HiddenRules.class")) {
      if (file == null) {
        throw new IllegalStateException("class file of " + HiddenRules.class + " must be readable");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
