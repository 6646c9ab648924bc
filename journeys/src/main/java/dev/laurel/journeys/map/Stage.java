package dev.laurel.journeys.map;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.Codes;
import dev.laurel.journeys.identity.StageId;

/**
 * A phase of a journey, such as "Evaluate".
 *
 * @param id the name in data
 * @param name the name for people, 1 to 128 characters
 */
public record Stage(StageId id, String name) {
  /**
   * A checked stage.
   *
   * @throws dev.laurel.core.failure.InvalidValueException TEXT_INVALID
   */
  public Stage {
    requireNonNull(id, "id");
    name = Codes.label("stage '" + id + "'", name, 128);
  }

  /** The stage of this code and name. */
  public static Stage of(String id, String name) {
    return new Stage(StageId.of(id), name);
  }
}
