package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.EarningPlan.PlannedRule;
import dev.laurel.core.earning.EarningPlan.TypePlan;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import java.util.Optional;

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
 * <p>A part that came back is reversed by evaluating what is left of the purchase with the rules of
 * {@link Accrual#book} and the context of then: what was granted, less what was settled before,
 * less what is due now, is to be taken back. {@link EarningHistory#afterReversal} then frees
 * limits, caps and goals.
 */
public final class Earning {
  private static final SkipReason NOTHING_ADDED = new SkipReason.NothingAdded();

  private Earning() {}

  /** What an activity earns under these rules. */
  public static Evaluation evaluate(RuleBook book, Activity activity, EarningContext context) {
    requireNonNull(book, "book");
    requireNonNull(activity, "activity");
    requireNonNull(context, "context");
    EarningPlan plan = book.plan();
    Occasion occasion = new Occasion(activity, context);
    if (plan.rules().isEmpty()) {
      return new Evaluation.Earned(nothing(book, occasion));
    }
    EarningRun.Progress progress =
        new EarningRun.Progress(plan.rules().get(0).rule().id());
    try {
      return new Evaluation.Earned(accrual(book, plan, occasion, progress));
    } catch (RuleFailure failure) {
      return new Evaluation.Rejected(progress.current, failure.code(), failure.sentence());
    } catch (PointsOverflowException overflow) {
      return rejected(progress, FailureCode.POINTS_OVERFLOW, overflow);
    } catch (InvalidValueException tooLarge) {
      return rejected(progress, tooLarge.code(), tooLarge);
    }
  }

  private static Evaluation rejected(
      EarningRun.Progress progress, FailureCode code, RuntimeException cause) {
    return new Evaluation.Rejected(progress.current, code, String.valueOf(cause.getMessage()));
  }

  private static Accrual accrual(
      RuleBook book, EarningPlan plan, Occasion occasion, EarningRun.Progress progress) {
    Candidate[] candidates = candidates(plan);
    Figures figures = new Figures(occasion, candidates[0]);
    for (Candidate candidate : candidates) {
      progress.current = candidate.rule.id();
      figures.workOut(candidate);
    }
    EarningRun.Wholes rounded = (base, rule, exact) -> Choice.wholeOf(base, exact);
    return accrual(book, occasion, candidates, figures, rounded, progress);
  }

  static Candidate[] candidates(EarningPlan plan) {
    Candidate[] candidates = new Candidate[plan.rules().size()];
    for (PlannedRule planned : plan.rules()) {
      candidates[planned.index()] = new Candidate(planned);
    }
    return candidates;
  }

  /** What rules earn together, once each has been looked at by itself. */
  static Accrual accrual(
      RuleBook book,
      Occasion occasion,
      Candidate[] candidates,
      Figures figures,
      EarningRun.Wholes wholes,
      EarningRun.Progress progress) {
    CapMeter caps = new CapMeter(occasion, book.plan().caps());
    ImmutableList.Builder<AccrualStep> steps = ImmutableList.builder();
    ImmutableList.Builder<HistoryEntry.Carried> remainders = ImmutableList.builder();
    for (TypePlan type : book.plan().types()) {
      new EarningRun(occasion, candidates, figures, caps, wholes, type, steps, remainders, progress)
          .run();
    }
    return new Accrual(
        book,
        occasion,
        steps.build(),
        skipped(candidates),
        new Accrual.Traces(
            caps.used(false),
            caps.used(true),
            goals(figures, progress),
            remainders.build(),
            Optional.ofNullable(progress.referral)));
  }

  private static ImmutableList<Skipped> skipped(Candidate[] candidates) {
    ImmutableList.Builder<Skipped> skipped = ImmutableList.builder();
    for (Candidate candidate : candidates) {
      if (!candidate.hasAwarded) {
        candidate.skipIfIdle(NOTHING_ADDED);
        skipped.add(new Skipped(candidate.rule.id(), requireNonNull(candidate.reason)));
      }
    }
    return skipped.build();
  }

  private static ImmutableList<HistoryEntry.Progressed> goals(
      Figures figures, EarningRun.Progress progress) {
    ImmutableList.Builder<HistoryEntry.Progressed> goals = ImmutableList.builder();
    for (HistoryEntry.Progressed goal : figures.goals()) {
      long paid = progress.roundsPaid.getOrDefault(goal.rule(), 0L);
      goals.add(new HistoryEntry.Progressed(goal.rule(), goal.progress(), paid));
    }
    return goals.build();
  }

  /** What a book without rules earns. */
  static Accrual nothing(RuleBook book, Occasion occasion) {
    return new Accrual(
        book,
        occasion,
        ImmutableList.of(),
        ImmutableList.of(),
        new Accrual.Traces(
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            Optional.empty()));
  }
}
