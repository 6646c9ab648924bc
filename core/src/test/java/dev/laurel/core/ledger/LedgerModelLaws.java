package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import dev.laurel.core.testkit.LedgerProper;
import dev.laurel.core.testkit.NaiveLedger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ledger does what the naive ledger does, command by command, under every policy (S1). */
class LedgerModelLaws {
  @Property(tries = 600)
  void theLedgerIsTheNaiveLedger(
      @ForAll("policies") LedgerPolicy policy, @ForAll("histories") List<LedgerCommand> history) {
    LedgerProper proper = LedgerProper.of(policy);
    NaiveLedger naive = new NaiveLedger(policy);

    for (LedgerCommand command : history) {
      Optional<RefusalCode> expected = naive.submit(command);

      assertThat(proper.submit(command)).as("answer to %s", command).isEqualTo(expected);
      assertThat(proper.see(proper.clock()))
          .as("after %s", command)
          .isEqualTo(naive.see(naive.clock()));
      assertThat(proper.clock()).isEqualTo(naive.clock());
    }
  }

  @Provide
  Arbitrary<LedgerPolicy> policies() {
    return LedgerPolicies.any();
  }

  @Provide
  Arbitrary<List<LedgerCommand>> histories() {
    return LedgerHistories.histories(40);
  }
}
