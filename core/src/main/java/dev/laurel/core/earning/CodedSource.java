package dev.laurel.core.earning;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.time.ProgramCalendar;

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
  /** The activity on the occasion of then, as far as rules look at it. */
  Occasion occasion() {
    return Occasion.of(activity, calendar, facts, purchasesBefore);
  }
}
