package dev.laurel.core.identity;

/**
 * The opaque name of one member, such as {@code m-1042}; never an e-mail address or another fact
 * about a person.
 */
public record MemberId(String value) implements Comparable<MemberId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public MemberId {
    value = Name.checked("member id", value);
  }

  /** A name made of this text. */
  public static MemberId of(String value) {
    return new MemberId(value);
  }

  /**
   * A name that is also in Unicode normal form C, for callers whose sources differ in their forms.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_NOT_NORMALISED if it is not
   */
  public static MemberId normalised(String value) {
    return new MemberId(Name.normalised("member id", value));
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
