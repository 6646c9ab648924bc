package dev.laurel.core.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Reads components of this package's public records, none of which may be null. */
final class Components {
  private Components() {}

  static Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new LinkageError("a public record must be readable: " + component, impossible);
    }
  }
}
