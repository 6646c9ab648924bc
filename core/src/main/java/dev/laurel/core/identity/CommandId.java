package dev.laurel.core.identity;

/**
 * The name of one command to the ledger; a second command under the same name is the same command
 * or a conflict.
 */
public record CommandId(String value) implements Comparable<CommandId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     300 characters, or holds control characters
   */
  public CommandId {
    value = Name.checked("command id", value, Name.LONGEST_DERIVED);
  }

  /** A name made of this text. */
  public static CommandId of(String value) {
    return new CommandId(value);
  }

  @Override
  public int compareTo(CommandId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
