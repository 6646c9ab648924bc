package dev.laurel.core.earning;

import dev.laurel.core.activity.Activity;

/** The engine. */
public final class Earning {
  private Earning() {}

  /** What an activity earns. */
  public static Evaluation evaluate(RuleBook book, Activity activity, EarningContext context) {
    throw new UnsupportedOperationException();
  }
}
