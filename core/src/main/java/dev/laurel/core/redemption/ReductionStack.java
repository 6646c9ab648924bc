package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Several reductions of one order, in an order of their own, so that it does not matter in which
 * they were presented.
 *
 * <p>Parts come before amounts, the largest first, then by name: EUR 100.00 less 20 %, less 10 %,
 * less EUR 30.00 is 100.00 - 20.00 - 8.00 - 30.00 = EUR 42.00. No reduction takes more than is
 * left, and each says what it asked for and what it got.
 *
 * @param gross the price before
 * @param steps the reductions in the order in which they were made
 */
public record ReductionStack(ExactMoney gross, List<Step> steps) {
  private static final int MOST = 100;
  private static final Comparator<Reduction> LARGEST_FIRST =
      Comparator.<Reduction, Boolean>comparing(reduction -> reduction instanceof Reduction.Amount)
          .thenComparing(ReductionStack::size, Comparator.reverseOrder())
          .thenComparing(Reduction::code);

  /** A stack of these parts. */
  public ReductionStack {
    requireNonNull(gross, "gross");
    steps = ImmutableList.copyOf(steps);
  }

  /**
   * One reduction that was made.
   *
   * @param reduction which
   * @param requested what it asked for
   * @param granted what was left to give
   */
  public record Step(Reduction reduction, ExactMoney requested, ExactMoney granted) {
    /** A step of these parts. */
    public Step {
      requireNonNull(reduction, "reduction");
      requireNonNull(requested, "requested");
      requireNonNull(granted, "granted");
    }
  }

  /**
   * The reductions of a price, each part rounded by the mode.
   *
   * @throws InvalidValueException LINE_NEGATIVE if the price is below zero; MIXED_CURRENCY;
   *     CONFIG_DUPLICATE if two reductions have one name; LIMIT_EXCEEDED above 100 of them
   */
  public static ReductionStack of(
      ExactMoney gross, List<? extends Reduction> reductions, RoundingMode rounding) {
    InvalidValueException.check(
        gross.minor() >= 0,
        FailureCode.LINE_NEGATIVE,
        "gross",
        "a price must not be below zero to be reduced: %s",
        gross);
    InvalidValueException.check(
        reductions.size() <= MOST,
        FailureCode.LIMIT_EXCEEDED,
        "reductions",
        "a stack must have at most %s reductions: %s",
        MOST,
        reductions.size());
    InvalidValueException.check(
        reductions.stream().map(Reduction::code).distinct().count() == reductions.size(),
        FailureCode.CONFIG_DUPLICATE,
        "reductions",
        "a stack must have each reduction once: %s",
        reductions.stream().map(Reduction::code).toList());
    List<Step> steps = new ArrayList<>();
    ExactMoney left = gross;
    for (Reduction reduction : reductions.stream().sorted(LARGEST_FIRST).toList()) {
      ExactMoney requested = requested(reduction, left, rounding);
      ExactMoney granted = requested.compareTo(left) <= 0 ? requested : left;
      steps.add(new Step(reduction, requested, granted));
      left = left.minus(granted);
    }
    return new ReductionStack(gross, steps);
  }

  private static ExactMoney requested(Reduction reduction, ExactMoney left, RoundingMode rounding) {
    return reduction instanceof Reduction.Part part
        ? ExactMoney.ofMinor(left.currency(), Ratio.scale(left.minor(), part.part(), rounding))
        : ((Reduction.Amount) reduction).money();
  }

  /** What makes one reduction larger than another of its kind. */
  private static Ratio size(Reduction reduction) {
    return reduction instanceof Reduction.Part part
        ? part.part()
        : Ratio.of(((Reduction.Amount) reduction).money().minor());
  }

  /** All that was taken off. */
  public ExactMoney reduced() {
    ExactMoney sum = ExactMoney.zero(gross.currency());
    for (Step step : steps) {
      sum = sum.plus(step.granted());
    }
    return sum;
  }

  /** What is left to pay, never below zero. */
  public ExactMoney payable() {
    return gross.minus(reduced());
  }
}
