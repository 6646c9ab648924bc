package dev.laurel.core.earning;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KindPlansLaws {
  /**
   * Steps, traces, and which failure is told of which rule; and the reasons when they are asked.
   */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsLeftOfThePlanDecidesAsAllRules(@ForAll long seed) {
    new KindPlansCase(seed).check((book, activity) -> book.kindPlans().of(activity));
  }

  /** The plan of all rules alone, of which reasons are told later. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void reasonsToldLaterAreThoseToldAtOnce(@ForAll long seed) {
    new KindPlansCase(seed).check((book, activity) -> book.plan());
  }
}
