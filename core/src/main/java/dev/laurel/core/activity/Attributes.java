package dev.laurel.core.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Named facts with typed access: text, exact numbers and flags, such as {@code mileage} 42,000.
 *
 * <p>Asking for a fact under another type than it was given finds nothing. At most 64 facts, keys
 * of 1 to 64 characters, texts of at most 1,024.
 */
public final class Attributes {
  /** One fact. */
  public sealed interface Value permits Text, Decimal, Flag {}

  /** A text of at most 1,024 characters. */
  public record Text(String text) implements Value {
    /** A checked text. */
    public Text {
      checkText("attribute text", requireNonNull(text, "text"), LONGEST_TEXT);
    }

    /** No more than that it is a text: it may be about a person. */
    @Override
    public String toString() {
      return "Text";
    }
  }

  /** An exact number; 1.0 and 1.00 are the same. */
  public record Decimal(BigDecimal number) implements Value {
    /** A checked number. */
    public Decimal {
      number = ExactNumber.admit(requireNonNull(number, "number"));
    }

    /** No more than that it is a number: it may be about a person. */
    @Override
    public String toString() {
      return "Decimal";
    }
  }

  /** Yes or no. */
  public record Flag(boolean isSet) implements Value {}

  private static final int MOST = 64;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_TEXT = 1024;
  private static final Attributes NONE = new Attributes(ImmutableSortedMap.of());

  private final ImmutableSortedMap<String, Value> values;

  private Attributes(ImmutableSortedMap<String, Value> values) {
    this.values = values;
  }

  /** No facts. */
  public static Attributes none() {
    return NONE;
  }

  /**
   * These facts.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED or TEXT_INVALID
   */
  public static Attributes of(Map<String, ? extends Value> values) {
    InvalidValueException.check(
        values.size() <= MOST,
        FailureCode.LIMIT_EXCEEDED,
        "attributes",
        "attributes must be at most %s: %s",
        MOST,
        values.size());
    for (String key : values.keySet()) {
      checkText("attribute key", key, LONGEST_KEY);
    }
    return new Attributes(ImmutableSortedMap.copyOf(values));
  }

  /** These facts and one text. */
  public Attributes with(String key, String text) {
    return with(key, new Text(text));
  }

  /** These facts and one number. */
  public Attributes with(String key, BigDecimal number) {
    return with(key, new Decimal(number));
  }

  /** These facts and one flag. */
  public Attributes with(String key, boolean isSet) {
    return with(key, new Flag(isSet));
  }

  /** These facts and one more, which replaces a fact of the same name. */
  public Attributes with(String key, Value value) {
    ImmutableSortedMap.Builder<String, Value> all = ImmutableSortedMap.naturalOrder();
    values.forEach((name, kept) -> {
      if (!name.equals(key)) {
        all.put(name, kept);
      }
    });
    return of(all.put(key, value).build());
  }

  /** The text under this name, if it is a text. */
  public Optional<String> text(String key) {
    return values.get(key) instanceof Text found ? Optional.of(found.text()) : Optional.empty();
  }

  /** The number under this name, if it is a number. */
  public Optional<BigDecimal> number(String key) {
    return values.get(key) instanceof Decimal found
        ? Optional.of(found.number())
        : Optional.empty();
  }

  /** Whether the flag of this name is set; false where there is none. */
  public boolean isSet(String key) {
    return values.get(key) instanceof Flag found && found.isSet();
  }

  /** All facts by name, in the order of their names. */
  public ImmutableSortedMap<String, Value> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The names alone: facts may be about a person and stay out of logs. */
  @Override
  public String toString() {
    return "Attributes" + values.keySet();
  }

  private static void checkText(String what, String text, int longest) {
    boolean valid = text.length() <= longest && (longest != LONGEST_KEY || !text.isBlank());
    for (int i = 0; valid && i < text.length(); i++) {
      char c = text.charAt(i);
      valid = c != 0 && !isLoneSurrogate(text, i);
    }
    InvalidValueException.check(
        valid,
        FailureCode.TEXT_INVALID,
        "attributes",
        "%s must be at most %s characters without NUL and lone surrogates: %s",
        what,
        longest,
        Excerpt.of(text));
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
