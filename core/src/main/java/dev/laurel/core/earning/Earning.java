package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;

/**
 * What activities earn: a pure function of rules, activity and context.
 *
 * <p>Each point type is worked out by itself, in this order:
 *
 * <ol>
 *   <li>Each rule by itself: is it in force, is it for this event, is its condition met, is its
 *       limit not reached? Then its exact, unrounded worth.
 *   <li>Promotion groups choose, base rules first.
 *   <li>Each base rule by priority, then id, with its multipliers as one chain: every step grants
 *       the rounded sum so far less the rounded sum before it. EUR 19.99 at 3 points for EUR 2.00
 *       and then twice that are 29.985 and 59.97: steps of 29 and 30, rounded down, 59 together.
 *   <li>Bonuses by priority, then id.
 * </ol>
 *
 * <p>Each whole step passes its caps before the next rule has its turn. A referral's points for the
 * other side count under the caps of the member of the event.
 *
 * <p>An evaluation looks only at rules that can award to activities of the kind. Why the others
 * gave nothing is worked out when {@link Accrual#skipped} is asked.
 *
 * <p>A part that came back is reversed by evaluating what is left of the purchase with the rules of
 * {@link Accrual#book} and the context of then: what was granted, less what was settled before,
 * less what is due now, is to be taken back. {@link EarningHistory#afterReversal} then frees
 * limits, caps and goals.
 */
public final class Earning {
  private static final EarningRun.Wholes ROUNDED =
      (base, rule, exact) -> Choice.wholeOf(base, exact);

  private Earning() {}

  /** What an activity earns under these rules. */
  public static Evaluation evaluate(RuleBook book, Activity activity, EarningContext context) {
    requireNonNull(book, "book");
    requireNonNull(activity, "activity");
    requireNonNull(context, "context");
    // Reasons are told when somebody asks, except where that would call the user's code again.
    return book.plan().hasCustomCode()
        ? evaluate(book, book.plan(), true, new Occasion(activity, context))
        : evaluate(book, book.kindPlans().of(activity), false, new Occasion(activity, context));
  }

  /** What an activity earns by a plan; with the reasons told at once, where the plan is whole. */
  static Evaluation evaluate(
      RuleBook book, EarningPlan plan, boolean isTelling, Occasion occasion) {
    if (plan.rules().isEmpty()) {
      return new Evaluation.Earned(nothing(book, occasion));
    }
    EarningRun run = new EarningRun(occasion, plan, ROUNDED, isTelling);
    try {
      run.workOut();
      run.award();
      ImmutableList<Skipped> skipped = isTelling ? run.skipped() : null;
      return new Evaluation.Earned(new Accrual(book, occasion, run.steps(), skipped, run.traces()));
    } catch (RuleFailure failure) {
      return new Evaluation.Rejected(run.current(), failure.code(), failure.sentence());
    } catch (PointsOverflowException overflow) {
      return rejected(run, FailureCode.POINTS_OVERFLOW, overflow);
    } catch (InvalidValueException tooLarge) {
      return rejected(run, tooLarge.code(), tooLarge);
    }
  }

  private static Evaluation rejected(EarningRun run, FailureCode code, RuntimeException cause) {
    return new Evaluation.Rejected(run.current(), code, String.valueOf(cause.getMessage()));
  }

  /** Why each rule that did not award gave nothing, found by the same evaluation once more. */
  static ImmutableList<Skipped> reasons(RuleBook book, Occasion occasion) {
    EarningRun run = new EarningRun(occasion, book.plan(), ROUNDED, true);
    run.workOut();
    run.award();
    return run.skipped();
  }

  /** The accrual of an activity to which no rule awards; a book without rules has no reasons. */
  static Accrual nothing(RuleBook book, Occasion occasion) {
    ImmutableList<Skipped> skipped = book.rules().isEmpty() ? ImmutableList.of() : null;
    return new Accrual(book, occasion, ImmutableList.of(), skipped, Accrual.Traces.NONE);
  }
}
