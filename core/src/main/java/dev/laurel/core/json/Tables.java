package dev.laurel.core.json;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.MoneyGate;
import dev.laurel.core.points.PointType;
import java.util.Collection;
import java.util.TreeMap;

/**
 * What one document says once and refers to from everywhere: its point types by code; and the gate
 * for its money.
 */
final class Tables {
  private final MoneyGate gate;
  private final TreeMap<String, PointType> types = new TreeMap<>();

  Tables(MoneyGate gate) {
    this.gate = gate;
  }

  MoneyGate gate() {
    return gate;
  }

  Collection<PointType> types() {
    return types.values();
  }

  /** The code under which the type is in the table, where it is entered if it is new. */
  String refer(PointType type, Place at) {
    PointType known = types.putIfAbsent(type.code(), type);
    if (known != null && !known.equals(type)) {
      throw at.unwritable(
          FailureCode.CONFIG_DUPLICATE,
          "have one point type for each code: two types are called '" + type.code() + "'");
    }
    return type.code();
  }

  void enter(PointType type, Place at) {
    if (types.putIfAbsent(type.code(), type) != null) {
      throw at.malformed(
          FailureCode.CONFIG_DUPLICATE, "have a code of its own: '" + type.code() + "'");
    }
  }

  PointType find(String code, Place at) {
    PointType type = types.get(code);
    if (type == null) {
      throw at.malformed(
          FailureCode.REFERENCE_UNKNOWN,
          "be the code of a type in pointTypes: " + Excerpt.of(code));
    }
    return type;
  }
}
