package dev.laurel.core.entitlement;

import dev.laurel.core.identity.CommandId;

/** The name of a service, such as {@code remote-start}. */
public record Service(String value) implements Comparable<Service> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public Service {
    value = CommandId.of(value).value();
  }

  /** A name made of this text. */
  public static Service of(String value) {
    return new Service(value);
  }

  @Override
  public int compareTo(Service other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
