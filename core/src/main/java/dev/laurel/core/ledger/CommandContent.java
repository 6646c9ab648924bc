package dev.laurel.core.ledger;

import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * Whether two commands say the same.
 *
 * <p>Read from the record components, so that a component added later cannot be forgotten here.
 */
final class CommandContent {
  private CommandContent() {}

  static Optional<Refusal.Mismatch> firstDifference(LedgerCommand one, LedgerCommand other) {
    if (!one.getClass().equals(other.getClass())) {
      return mismatch("kind", one.getClass().getSimpleName(), other.getClass().getSimpleName());
    }
    if (!one.member().equals(other.member())) {
      return mismatch("member", one.member(), other.member());
    }
    if (!one.occurredAt().equals(other.occurredAt())) {
      return mismatch("occurredAt", one.occurredAt(), other.occurredAt());
    }
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      Object left = Components.read(component, one);
      Object right = Components.read(component, other);
      if (!component.getType().equals(CommandStamp.class) && !left.equals(right)) {
        return mismatch(component.getName(), left, right);
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal.Mismatch> mismatch(String field, Object expected, Object found) {
    return Optional.of(new Refusal.Mismatch(field, expected.toString(), found.toString()));
  }
}
