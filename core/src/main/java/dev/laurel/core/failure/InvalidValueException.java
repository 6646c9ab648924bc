package dev.laurel.core.failure;

import static com.google.common.base.Strings.lenientFormat;

import org.jspecify.annotations.Nullable;

/**
 * A value that is nonsense by itself, such as points below zero or EUR 1.005.
 *
 * <p>The message reads {@code <subject> must <rule>: <actual values>} and is at most 300 characters
 * long. The {@link #path()} names the field, for example {@code lines[3].quantity}; it is empty
 * where the value as a whole is meant.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final String path;

  /** A failure with its code, the path of the field and a message. */
  public InvalidValueException(FailureCode code, String path, String message) {
    super(Messages.bounded(message));
    this.code = code;
    this.path = path;
  }

  /** A failure of a generated builder, which knows only its own message. */
  public InvalidValueException(String message) {
    this(FailureCode.VALUE_INVALID, "", message);
  }

  /**
   * Checks a rule, and throws where it does not hold.
   *
   * <p>The template takes {@code %s} for each value, as Guava's {@code checkArgument} does.
   */
  public static void check(
      boolean holds, FailureCode code, String path, String template, @Nullable Object... values) {
    if (!holds) {
      throw new InvalidValueException(code, path, lenientFormat(template, values));
    }
  }

  /** The check of one value; unlike the other it makes no array for a rule that holds. */
  public static void check(
      boolean holds, FailureCode code, String path, String template, @Nullable Object value) {
    if (!holds) {
      throw new InvalidValueException(code, path, lenientFormat(template, value));
    }
  }

  /** The check of two values; it makes no array for a rule that holds. */
  public static void check(
      boolean holds,
      FailureCode code,
      String path,
      String template,
      @Nullable Object first,
      @Nullable Object second) {
    if (!holds) {
      throw new InvalidValueException(code, path, lenientFormat(template, first, second));
    }
  }

  /** The stable name of the failure. */
  public FailureCode code() {
    return code;
  }

  /** The field the failure speaks of, for example {@code lines[3].quantity}. */
  public String path() {
    return path;
  }

  /** The same failure seen from the object that holds the field, for example {@code lines[3]}. */
  public InvalidValueException under(String parent) {
    String joined = path.isEmpty() ? parent : parent + '.' + path;
    return new InvalidValueException(code, joined, String.valueOf(getMessage()));
  }
}
