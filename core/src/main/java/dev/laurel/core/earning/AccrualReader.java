package dev.laurel.core.earning;

import dev.laurel.core.points.PointType;

/**
 * The way back from the words of a coded accrual to its steps and reasons.
 *
 * <p>The words say what was decided: which rules were ready, how many whole units each came to, and
 * why the others were not. The figures behind it come from the activity and from what was known of
 * its member then; caps cut the whole units in the same order as in the evaluation, by the same
 * code.
 */
final class AccrualReader {
  private final RuleBook book;
  private final PointType type;
  private final AccrualSlots slots;

  AccrualReader(RuleBook book, PointType type, AccrualSlots slots) {
    this.book = book;
    this.type = type;
    this.slots = slots;
  }

  /** The type of the points that a coded accrual adds up. */
  PointType type() {
    return type;
  }

  Accrual read(CodedSource source, long[] words) {
    Occasion occasion = source.occasion();
    EarningPlan plan = book.plan();
    if (plan.rules().isEmpty()) {
      return Earning.nothing(book, occasion);
    }
    EarningRun.Wholes wholes = (base, rule, exact) -> words[slotOf(base.planned, rule.planned)];
    EarningRun run = new EarningRun(occasion, plan, wholes, true);
    run.workOut(words, slots);
    run.award();
    return new Accrual(book, occasion, run.steps(), run.skipped(), run.traces());
  }

  private int slotOf(PlannedRule base, PlannedRule rule) {
    return base.index() == rule.index() ? slots.of(base) : slots.of(base, rule);
  }
}
