package dev.laurel.core.offer;

import dev.laurel.core.identity.RuleId;

/** The name of an offer, such as {@code winter-tyres}. */
public record OfferId(String value) implements Comparable<OfferId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public OfferId {
    value = RuleId.of(value).value();
  }

  /** A name made of this text. */
  public static OfferId of(String value) {
    return new OfferId(value);
  }

  @Override
  public int compareTo(OfferId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
