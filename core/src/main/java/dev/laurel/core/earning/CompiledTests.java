package dev.laurel.core.earning;

import static dev.laurel.core.earning.HandleTrees.constant;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Conditions as method handles from a line or an activity to an answer: the boolean tree, and a
 * refusal of all that asks for more than a coded activity holds.
 */
abstract class CompiledTests implements Condition.Cases<MethodHandle> {
  private final Class<?> subject;

  CompiledTests(Class<?> subject) {
    this.subject = subject;
  }

  @Override
  public MethodHandle always(Condition.Always condition) {
    return constant(-1, subject);
  }

  @Override
  public MethodHandle all(Condition.All condition) {
    return all(condition.of());
  }

  @Override
  public MethodHandle any(Condition.Any condition) {
    return any(condition.of());
  }

  /** Halved again and again, so that the tree is no deeper than it must be. */
  private MethodHandle all(List<Condition> of) {
    if (of.isEmpty()) {
      return constant(-1, subject);
    }
    int half = of.size() / 2;
    return half == 0
        ? of.get(0).match(this)
        : HandleTrees.both(all(of.subList(0, half)), all(of.subList(half, of.size())));
  }

  private MethodHandle any(List<Condition> of) {
    int half = of.size() / 2;
    return half == 0
        ? of.get(0).match(this)
        : HandleTrees.either(any(of.subList(0, half)), any(of.subList(half, of.size())));
  }

  @Override
  public MethodHandle not(Condition.Not condition) {
    return HandleTrees.isNot(condition.of().match(this));
  }

  @Override
  public MethodHandle inCategory(Condition.InCategory condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle isSku(Condition.IsSku condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle onChannel(Condition.OnChannel condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle withPartner(Condition.WithPartner condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle atLocation(Condition.AtLocation condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle amountAtLeast(Condition.AmountAtLeast condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle amountBelow(Condition.AmountBelow condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle onWeekday(Condition.OnWeekday condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle inTimeOfDay(Condition.InTimeOfDay condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle inDates(Condition.InDates condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle isFirstPurchase(Condition.IsFirstPurchase condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle attributeIs(Condition.AttributeIs condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle attributeAtLeast(Condition.AttributeAtLeast condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle attributeSet(Condition.AttributeSet condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle inSegment(Condition.InSegment condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle isKind(Condition.IsKind condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle countInWindow(Condition.CountInWindow condition) {
    throw unchecked(condition);
  }

  @Override
  public MethodHandle custom(Condition.Custom condition) {
    throw unchecked(condition);
  }

  private static IllegalStateException unchecked(Condition condition) {
    return new IllegalStateException("condition must be checked before: " + condition);
  }
}
