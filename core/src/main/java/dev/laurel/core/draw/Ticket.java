package dev.laurel.core.draw;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;

/**
 * One entry of a member in a draw.
 *
 * @param id its name, which with the seed decides its place
 * @param member who entered
 * @param enteredAt when
 */
public record Ticket(TicketId id, MemberId member, Instant enteredAt) {
  /**
   * A ticket of these parts.
   *
   * @throws dev.laurel.core.failure.InvalidValueException TIME_RANGE or TIME_SUSPECT as
   *     {@link TimeGate#admit}
   */
  public Ticket {
    requireNonNull(id, "id");
    requireNonNull(member, "member");
    enteredAt = TimeGate.admit(enteredAt, "enteredAt");
  }
}
