package dev.laurel.core.ledger;

import dev.laurel.core.testkit.LedgerContract;
import dev.laurel.core.time.ProgramCalendar;
import java.time.ZoneId;

/** A ledger whose policy says no more than it must keeps the laws, as a user would check it. */
class DefaultPolicyLaws extends LedgerContract {
  @Override
  protected LedgerPolicy policy() {
    return LedgerPolicy.builder()
        .calendar(ProgramCalendar.of(ZoneId.of("Europe/Berlin")))
        .remainder(Remainder.debt(10_000))
        .build();
  }
}
