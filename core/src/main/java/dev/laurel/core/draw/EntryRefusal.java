package dev.laurel.core.draw;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.earning.Miss;
import java.util.Optional;

/**
 * Why a ticket was not taken.
 *
 * @param code the stable name of the reason
 * @param ticket the ticket
 * @param miss what is missing to be eligible, where that is the reason
 */
public record EntryRefusal(Code code, TicketId ticket, Optional<Miss> miss) {
  /** The reasons; their order is the precedence: of several, the first is given. */
  public enum Code {
    /** The same ticket name came before for another member or another time. */
    IDEMPOTENCY_CONFLICT,
    /** Entries have not opened yet or have closed. */
    NOT_OPEN,
    /** The member does not meet the condition of the draw. */
    NOT_ELIGIBLE,
    /** The member has entered as many tickets as the draw allows. */
    LIMIT_REACHED
  }

  /** A refusal of these parts. */
  public EntryRefusal {
    requireNonNull(code, "code");
    requireNonNull(ticket, "ticket");
    requireNonNull(miss, "miss");
  }
}
