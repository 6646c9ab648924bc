package dev.laurel.core.earning;

import dev.laurel.core.testkit.EarningContract;
import dev.laurel.core.testkit.EarningGenerator;

/** How a user points the laws at a book of their own. */
class EarningGeneratedBookLaws extends EarningContract {
  private static final RuleBook BOOK = new EarningGenerator(26, 12).book();

  @Override
  protected RuleBook ruleBook() {
    return BOOK;
  }
}
