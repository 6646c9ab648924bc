package dev.laurel.core.identity;

/** The name of one loyalty program, such as {@code fordpass}. */
public record ProgramId(String value) implements Comparable<ProgramId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public ProgramId {
    value = Name.checked("program id", value);
  }

  /** A name made of this text. */
  public static ProgramId of(String value) {
    return new ProgramId(value);
  }

  @Override
  public int compareTo(ProgramId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
