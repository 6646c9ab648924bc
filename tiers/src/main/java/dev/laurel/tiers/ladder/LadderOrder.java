package dev.laurel.tiers.ladder;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whether thresholds rise with the tiers, as far as two qualifications can be compared: where they
 * are the same tree and differ in their thresholds alone.
 */
final class LadderOrder {
  private LadderOrder() {}

  static void check(TierLadder ladder) {
    List<Rung> rungs = ladder.rungs();
    for (int i = 1; i < rungs.size(); i++) {
      Rung below = rungs.get(i - 1);
      Rung above = rungs.get(i);
      OptionalInt order = compare(below.enter(), above.enter());
      if (order.isEmpty() || below.enter() instanceof Qualification.ByInvitation) {
        continue;
      }
      String path = "rungs[" + i + "].enter";
      InvalidValueException.check(
          order.getAsInt() != 0,
          FailureCode.CONFIG_DUPLICATE,
          path,
          "ladder '%s' must ask more for '%s' than for '%s': both ask the same",
          ladder.code(),
          above.tier(),
          below.tier());
      InvalidValueException.check(
          order.getAsInt() < 0,
          FailureCode.CONFIG_UNSORTED,
          path,
          "ladder '%s' must ask more for '%s' than for '%s': it asks less of something",
          ladder.code(),
          above.tier(),
          below.tier());
    }
  }

  /**
   * Below 0 if the second asks at least as much of everything and more of something, 0 if they ask
   * the same, above 0 otherwise; absent where they cannot be compared.
   */
  static OptionalInt compare(Qualification first, Qualification second) {
    if (first instanceof Qualification.AtLeast a && second instanceof Qualification.AtLeast b) {
      return compareGroups(a, b);
    }
    if (first instanceof Qualification.Reach a && second instanceof Qualification.Reach b) {
      return a.metric().equals(b.metric()) && a.period().equals(b.period())
          ? OptionalInt.of(Long.compare(a.threshold(), b.threshold()))
          : OptionalInt.empty();
    }
    return first.equals(second) ? OptionalInt.of(0) : OptionalInt.empty();
  }

  private static OptionalInt compareGroups(Qualification.AtLeast a, Qualification.AtLeast b) {
    if (a.count() != b.count() || a.parts().size() != b.parts().size()) {
      return OptionalInt.empty();
    }
    int order = 0;
    for (int i = 0; i < a.parts().size(); i++) {
      OptionalInt part = compare(a.parts().get(i), b.parts().get(i));
      if (part.isEmpty()) {
        return part;
      }
      order = order > 0 || part.getAsInt() > 0 ? 1 : Math.min(order, part.getAsInt());
    }
    return OptionalInt.of(order);
  }
}
