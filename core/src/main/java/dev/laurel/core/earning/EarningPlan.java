package dev.laurel.core.earning;

/** The rules of a book laid out for evaluation. */
final class EarningPlan {
  private EarningPlan() {}

  static EarningPlan of(RuleBook book) {
    return new EarningPlan();
  }
}
