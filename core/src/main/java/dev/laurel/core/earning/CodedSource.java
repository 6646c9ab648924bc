package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.time.ProgramCalendar;
import java.util.Optional;

/**
 * Of what a coded activity was made: all that rules which can be compiled look at, and no more, so
 * that it does not hold on to a member's history.
 *
 * @param activity the activity
 * @param calendar the program's days
 * @param facts what was known of the member
 * @param purchasesBefore how many purchases came before, or 0 if no rule asks
 */
record CodedSource(
    Activity activity, ProgramCalendar calendar, MemberFacts facts, long purchasesBefore) {
  /** The activity in its context of then, as far as rules look at it. */
  Occasion occasion() {
    EarningContext.Builder context = EarningContext.builder();
    context.calendar(calendar).facts(facts);
    if (purchasesBefore > 0) {
      // On which day they were does not matter, since all of them are asked for.
      context.history(EarningHistory.of(ImmutableList.of(new HistoryEntry.Counted(
          ActivityKind.PURCHASE,
          Optional.empty(),
          calendar.dateOf(activity.occurredAt()),
          purchasesBefore))));
    }
    return new Occasion(activity, context.build());
  }
}
