package dev.laurel.core.identity;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.text.Normalizer;

/** The rules that every name keeps. */
final class Name {
  /** The most characters of a name that callers choose. */
  static final int LONGEST = 128;

  /** The most characters of a name that may be made of two others. */
  static final int LONGEST_DERIVED = 300;

  private Name() {}

  static String checked(String what, String value) {
    return checked(what, value, LONGEST);
  }

  static String checked(String what, String value, int longest) {
    requireNonNull(value, what);
    if (value.length() > longest) {
      throw invalid(what, "be at most " + longest + " characters long", value);
    }
    if (value.isBlank()) {
      throw invalid(what, "not be blank", value);
    }
    for (int i = 0; i < value.length(); i++) {
      if (isForbidden(value, i)) {
        throw invalid(what, "hold no control or format characters", value);
      }
    }
    return value;
  }

  static String normalised(String what, String value) {
    if (!Normalizer.isNormalized(checked(what, value), Normalizer.Form.NFC)) {
      throw new InvalidValueException(
          FailureCode.ID_NOT_NORMALISED,
          what,
          what + " must be in Unicode normal form C: " + Excerpt.of(value));
    }
    return value;
  }

  private static boolean isForbidden(String value, int i) {
    char c = value.charAt(i);
    if (c < 0x80) {
      return c < 0x20 || c == 0x7f;
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
    }
    int kind = Character.getType(c);
    return kind == Character.CONTROL
        || kind == Character.FORMAT
        || kind == Character.LINE_SEPARATOR
        || kind == Character.PARAGRAPH_SEPARATOR;
  }

  private static InvalidValueException invalid(String what, String rule, String value) {
    return new InvalidValueException(
        FailureCode.ID_INVALID, what, what + " must " + rule + ": " + Excerpt.of(value));
  }
}
