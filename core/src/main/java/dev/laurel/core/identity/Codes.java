package dev.laurel.core.identity;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * The rules for the codes that a program's designer chooses, such as {@code gold_i}, and for the
 * labels that stand beside them for people.
 */
public final class Codes {
  private Codes() {}

  /**
   * A code of lower-case ASCII letters, digits, hyphens and underscores, a letter first.
   *
   * @throws InvalidValueException ID_INVALID
   */
  public static String code(String what, String code, int longest) {
    requireNonNull(code, "code");
    boolean valid = !code.isEmpty() && code.length() <= longest && isLetter(code.charAt(0));
    for (int i = 0; valid && i < code.length(); i++) {
      char c = code.charAt(i);
      valid = isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
    InvalidValueException.check(
        valid,
        FailureCode.ID_INVALID,
        "code",
        "%s must be 1 to %s of a-z, 0-9, '-' and '_', a letter first: %s",
        what,
        longest,
        Excerpt.of(code));
    return code;
  }

  /**
   * A label that is not blank.
   *
   * @throws InvalidValueException TEXT_INVALID
   */
  public static String label(String what, String label, int longest) {
    InvalidValueException.check(
        !requireNonNull(label, "name").isBlank() && label.length() <= longest,
        FailureCode.TEXT_INVALID,
        "name",
        "%s must have a name of 1 to %s characters: %s",
        what,
        longest,
        Excerpt.of(label));
    return label;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
