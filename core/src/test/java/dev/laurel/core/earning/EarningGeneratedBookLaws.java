package dev.laurel.core.earning;

import dev.laurel.core.testkit.EarningBookLaws;
import dev.laurel.core.testkit.EarningGenerator;

/** How a user points the laws at a book of their own. */
class EarningGeneratedBookLaws extends EarningBookLaws {
  private static final RuleBook BOOK = new EarningGenerator(26, 12).book();

  @Override
  protected RuleBook ruleBook() {
    return BOOK;
  }
}
