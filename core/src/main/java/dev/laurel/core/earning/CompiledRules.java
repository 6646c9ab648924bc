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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a book turned into code, for totals of one point type and for what can be told later
 * of how they came about.
 *
 * <p>{@link Earning#evaluate} makes every step at once, and every reason for whoever asks, in about
 * a hundred times as much time. Here {@link #units} says how many, for replaying a year of
 * activities under rules that somebody has just changed; and {@link #explain} says how many and
 * keeps a word for each rule, from which the same steps and reasons are made for those whom
 * somebody asks about. Both give what the evaluation gives or say that they leave it to the
 * evaluation, and never anything else.
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

  private final ActivityLayout layout;
  private final AccrualReader reader;

  CompiledRules(ActivityLayout layout, AccrualReader reader) {
    this.layout = layout;
    this.reader = reader;
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
        ? new Compiled(define(book, type, ActivityLayout.of(book, codes)))
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
        layout, requireNonNull(activity, "activity"), requireNonNull(context, "context"));
  }

  /**
   * The total that the member of the activity earns, in the smallest units of the point type; or
   * {@link #LEFT_TO_EVALUATION} where amounts are so large that a product might not fit 64 bits.
   *
   * @throws InvalidValueException VALUE_INVALID if the activity was encoded for other rules
   */
  public final long units(CodedActivity activity) {
    return isAnswered(activity) ? total(activity) : LEFT_TO_EVALUATION;
  }

  /**
   * The total that the member of the activity earns, with a word from each rule of the book, from
   * which {@link CodedAccrual#accrual} makes all steps and reasons; absent where {@link #units} is
   * {@link #LEFT_TO_EVALUATION}.
   *
   * <p>It takes twice to three times as long as the total alone, a thirtieth of the evaluation.
   *
   * @throws InvalidValueException VALUE_INVALID if the activity was encoded for other rules
   */
  public final Optional<CodedAccrual> explain(CodedActivity activity) {
    return isAnswered(activity) ? Optional.of(accrual(reader, activity)) : Optional.empty();
  }

  private boolean isAnswered(CodedActivity activity) {
    if (activity.layout != layout) {
      throw new InvalidValueException(
          FailureCode.VALUE_INVALID, "activity", "activity must be encoded for these rules");
    }
    return (activity.facts & ActivityLayout.TOO_LARGE) == 0;
  }

  abstract long total(CodedActivity activity);

  abstract CodedAccrual accrual(AccrualReader by, CodedActivity activity);

  private static CompiledRules define(RuleBook book, PointType type, ActivityLayout layout) {
    AccrualSlots slots = AccrualSlots.of(book.plan());
    List<Object> code = List.of(
        TotalCompiler.compile(book, type, layout),
        AccrualCompiler.compile(book, type, layout, slots),
        slots.size());
    try {
      MethodHandles.Lookup hidden =
          MethodHandles.lookup().defineHiddenClassWithClassData(classFile(), code, true);
      return (CompiledRules) hidden
          .findConstructor(
              hidden.lookupClass(),
              MethodType.methodType(void.class, ActivityLayout.class, AccrualReader.class))
          .invoke(layout, new AccrualReader(book, type, slots));
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
