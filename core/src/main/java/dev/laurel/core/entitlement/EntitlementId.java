package dev.laurel.core.entitlement;

import dev.laurel.core.identity.CommandId;

/** The name of an entitlement, unique among all members, such as {@code e-2041}. */
public record EntitlementId(String value) implements Comparable<EntitlementId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public EntitlementId {
    value = CommandId.of(value).value();
  }

  /** A name made of this text. */
  public static EntitlementId of(String value) {
    return new EntitlementId(value);
  }

  @Override
  public int compareTo(EntitlementId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
