package dev.laurel.core.ledger;

import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerLaw;
import dev.laurel.core.testkit.LedgerPolicies;
import dev.laurel.core.testkit.LedgerProper;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of the ledger under every policy, law by law. */
class LedgerLaws {
  @Property(tries = 5000)
  void everyLawHoldsUnderEveryPolicy(
      @ForAll("laws") LedgerLaw law,
      @ForAll("policies") LedgerPolicy policy,
      @ForAll("histories") List<LedgerCommand> history,
      @ForAll @IntRange(max = 1000) int first,
      @ForAll @IntRange(max = 1000) int second) {
    law.check(LedgerProper.of(policy), policy, history, first, second);
  }

  @Provide
  Arbitrary<LedgerLaw> laws() {
    return Arbitraries.of(LedgerLaw.class);
  }

  @Provide
  Arbitrary<LedgerPolicy> policies() {
    return LedgerPolicies.any();
  }

  @Provide
  Arbitrary<List<LedgerCommand>> histories() {
    return LedgerHistories.histories(25);
  }
}
