package dev.laurel.metrics.voice;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;

/**
 * A theme, and the word that speaks for it.
 *
 * @param theme a code such as {@code waiting-time}
 * @param because the word or phrase of the vocabulary that was found, or the name of a model
 */
public record Tag(String theme, String because) {
  /**
   * A checked tag.
   *
   * @throws InvalidValueException ID_INVALID if the theme is no code
   */
  public Tag {
    theme = Codes.code("a theme", theme, 64);
  }
}
