package dev.laurel.core.draw;

import dev.laurel.core.identity.CommandId;

/** The name of a ticket, unique in its draw, such as {@code t-000017}. */
public record TicketId(String value) implements Comparable<TicketId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public TicketId {
    value = CommandId.of(value).value();
  }

  /** A name made of this text. */
  public static TicketId of(String value) {
    return new TicketId(value);
  }

  @Override
  public int compareTo(TicketId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
