package dev.laurel.core.earning;

import dev.laurel.core.identity.ActivityKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the kind of an activity alone says of conditions: a test drive is no review, and has no line
 * of any category.
 */
class KindTest {
  private final @Nullable ActivityKind kind;
  private final boolean isKnown;
  private final boolean isSmall;

  KindTest(@Nullable ActivityKind kind, boolean isKnown, boolean isSmall) {
    this.kind = kind;
    this.isKnown = isKnown;
    this.isSmall = isSmall;
  }

  /** The test of one who knows nothing of the activity. */
  static KindTest unknown() {
    return new KindTest(null, false, false);
  }

  /** The test for activities of this kind, or of one that no condition names: null. */
  static KindTest of(@Nullable ActivityKind kind) {
    return new KindTest(kind, true, false);
  }

  /** The test for purchases whose amounts are so small that no sum of them can overflow. */
  static KindTest ofSmallPurchases() {
    return new KindTest(ActivityKind.PURCHASE, true, true);
  }

  /** Whether it is known that the activity is not a purchase. */
  boolean isNoPurchase() {
    return isKnown && !ActivityKind.PURCHASE.equals(kind);
  }

  /** Whether no activity of the kind meets the condition. */
  boolean isNeverMet(Condition condition) {
    if (condition instanceof Condition.IsKind is) {
      return isKnown && !is.kinds().contains(kind);
    }
    if (condition instanceof Condition.All all) {
      return all.of().stream().anyMatch(this::isNeverMet);
    }
    if (condition instanceof Condition.Any any) {
      return any.of().stream().allMatch(this::isNeverMet);
    }
    if (condition instanceof Condition.Not not) {
      return isAlwaysMet(not.of());
    }
    return isNoPurchase() && isOfPurchases(condition);
  }

  /** Whether all activities of the kind meet the condition. */
  boolean isAlwaysMet(Condition condition) {
    if (condition instanceof Condition.IsKind is) {
      return isKnown && is.kinds().contains(kind);
    }
    if (condition instanceof Condition.All all) {
      return all.of().stream().allMatch(this::isAlwaysMet);
    }
    if (condition instanceof Condition.Any any) {
      return any.of().stream().anyMatch(this::isAlwaysMet);
    }
    if (condition instanceof Condition.Not not) {
      return isNeverMet(not.of());
    }
    return condition instanceof Condition.Always;
  }

  private static boolean isOfPurchases(Condition condition) {
    return condition instanceof Condition.InCategory
        || condition instanceof Condition.IsSku
        || condition instanceof Condition.IsFirstPurchase
        || isOfAmounts(condition);
  }

  private static boolean isOfAmounts(Condition condition) {
    return condition instanceof Condition.AmountAtLeast
        || condition instanceof Condition.AmountBelow;
  }

  /**
   * Whether asking the condition, or what it misses, may end in a failure: sums of money or of
   * counts may not fit 64 bits, and the user's own code may do anything.
   */
  boolean mayFail(Condition condition) {
    return condition instanceof Condition.CountInWindow
        || condition instanceof Condition.Custom
        || (isOfAmounts(condition) && !isNoPurchase() && !isSmall)
        || ConditionTree.childrenOf(condition).stream().anyMatch(this::mayFail);
  }

  /**
   * Whether telling what an unmet condition misses may fail where asking it did not, because it
   * looks at more: all parts of an {@code all}, behind the first that is not met too.
   */
  boolean mayFailToTell(Condition condition) {
    if (condition instanceof Condition.All all && !all.of().isEmpty()) {
      List<Condition> parts = all.of();
      return mayFailToTell(parts.get(0))
          || parts.subList(1, parts.size()).stream().anyMatch(this::mayFail);
    }
    return condition instanceof Condition.Any any
        && any.of().stream().anyMatch(this::mayFailToTell);
  }
}
