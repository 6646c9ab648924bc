package dev.laurel.journeys.exchange;

import dev.laurel.core.activity.Attributes;
import java.util.Optional;

/**
 * A column of attributes.
 *
 * @param isOfJourney whether it is about the journey rather than the event
 * @param type what its cells hold
 * @param key the name of the attribute
 */
record AttributeColumn(boolean isOfJourney, Type type, String key) {
  /** What cells hold. */
  enum Type {
    /** A text. */
    TEXT("text"),
    /** An exact number. */
    NUMBER("number"),
    /** Yes or no. */
    FLAG("flag");

    private final String code;

    Type(String code) {
      this.code = code;
    }
  }

  static AttributeColumn of(boolean isOfJourney, String key, Attributes.Value value) {
    Type type = value instanceof Attributes.Text
        ? Type.TEXT
        : value instanceof Attributes.Decimal ? Type.NUMBER : Type.FLAG;
    return new AttributeColumn(isOfJourney, type, key);
  }

  /** The column of a heading such as {@code journey:text:market}. */
  static Optional<AttributeColumn> of(String heading) {
    for (boolean isOfJourney : new boolean[] {false, true}) {
      for (Type type : Type.values()) {
        String prefix = prefix(isOfJourney, type);
        if (heading.startsWith(prefix) && heading.length() > prefix.length()) {
          return Optional.of(
              new AttributeColumn(isOfJourney, type, heading.substring(prefix.length())));
        }
      }
    }
    return Optional.empty();
  }

  String heading() {
    return prefix(isOfJourney, type) + key;
  }

  /** The value as text. */
  static String cell(Attributes.Value value) {
    if (value instanceof Attributes.Text text) {
      return SafeCell.of(text.text());
    }
    return value instanceof Attributes.Decimal decimal
        ? decimal.number().toPlainString()
        : String.valueOf(((Attributes.Flag) value).isSet());
  }

  /** The value of a cell that is not empty. */
  Attributes.Value value(String cell, boolean isGuarded) {
    return switch (type) {
      case TEXT -> new Attributes.Text(isGuarded ? SafeCell.text(cell) : cell);
      case NUMBER -> new Attributes.Decimal(FactText.number(cell));
      case FLAG -> new Attributes.Flag(FactText.flag(key, cell));
    };
  }

  private static String prefix(boolean isOfJourney, Type type) {
    return (isOfJourney ? "journey:" : "event:") + type.code + ":";
  }
}
