package dev.laurel.benchmarks.ledger;

/** One way of keeping accounts, from nothing to the last operation. */
@FunctionalInterface
interface Contender {
  /** Carries the operations out on new accounts. */
  Outcome fold(Operations operations);

  /**
   * What must be the same for all.
   *
   * @param balances the sum of what can be spent at the end
   * @param refused how many burns found too few points
   */
  record Outcome(long balances, long refused) {}
}
