package dev.laurel.core.reward;

import dev.laurel.core.identity.RuleId;

/** The name of a benefit, such as {@code lounge-visit}. */
public record BenefitId(String value) implements Comparable<BenefitId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public BenefitId {
    value = RuleId.of(value).value();
  }

  /** A name made of this text. */
  public static BenefitId of(String value) {
    return new BenefitId(value);
  }

  @Override
  public int compareTo(BenefitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
