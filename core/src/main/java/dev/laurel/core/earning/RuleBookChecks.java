package dev.laurel.core.earning;

/** What the rules of a book must keep together. */
final class RuleBookChecks {
  private RuleBookChecks() {}

  static void check(RuleBook book) {}
}
