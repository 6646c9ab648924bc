package dev.laurel.core.testkit;

import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerPolicy;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Every law of {@link LedgerLaw} held against a policy of your own: extend this class, name the
 * policy, and let the class name end in {@code Laws}.
 */
public abstract class LedgerContract {
  /** The policy under test. */
  protected abstract LedgerPolicy policy();

  @Property
  void theLawsHold(
      @ForAll("ledgerLaws") LedgerLaw law,
      @ForAll("histories") List<LedgerCommand> history,
      @ForAll @IntRange(max = 1000) int first,
      @ForAll @IntRange(max = 1000) int second) {
    law.check(LedgerProper.of(policy()), policy(), history, first, second);
  }

  /** The laws. */
  @Provide
  protected Arbitrary<LedgerLaw> ledgerLaws() {
    return Arbitraries.of(LedgerLaw.class);
  }

  /** The lives of one account. */
  @Provide
  protected Arbitrary<List<LedgerCommand>> histories() {
    return LedgerHistories.histories(25);
  }
}
