package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.testkit.BrokenTwins;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerLaw;
import dev.laurel.core.testkit.LedgerPolicies;
import dev.laurel.core.testkit.LedgerProper;
import dev.laurel.core.testkit.LedgerUnderTest;
import dev.laurel.core.testkit.NaiveLedger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws tell a broken ledger from a sound one (S12), and the histories reach what they speak of.
 */
class BrokenTwinsTest {
  private static final int TRIES = 400;

  @BeforeEach
  void open() {
    JqwikSession.start();
  }

  @AfterEach
  void close() {
    JqwikSession.finish();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theNamedLawTellsTheTwin(String what) {
    BrokenTwins.Twin twin = BrokenTwins.all().get(what);

    assertThat(failure(twin.law(), twin.maker())).as("'%s' is told", what).isPresent();
  }

  static Iterable<String> twins() {
    return BrokenTwins.all().keySet();
  }

  @Test
  void everyLawHasATwin() {
    assertThat(BrokenTwins.all().values().stream().map(BrokenTwins.Twin::law))
        .containsAll(List.of(LedgerLaw.values()));
  }

  @ParameterizedTest
  @EnumSource
  void theNaiveLedgerKeepsEveryLaw(LedgerLaw law) {
    assertThat(failure(law, NaiveLedger::new)).isEmpty();
  }

  /** How the law fails within so many tries, if it does. */
  private static Optional<AssertionError> failure(
      LedgerLaw law, Function<LedgerPolicy, LedgerUnderTest> maker) {
    Random random = new Random(7);
    RandomGenerator<List<LedgerCommand>> histories =
        LedgerHistories.histories(20).generator(TRIES, true);
    LedgerPolicy policy = LedgerPolicies.usual();
    for (int i = 0; i < TRIES; i++) {
      List<LedgerCommand> history = histories.next(random).value();
      try {
        law.check(maker.apply(policy), policy, history, random.nextInt(1000), random.nextInt(1000));
      } catch (AssertionError broken) {
        return Optional.of(broken);
      }
    }
    return Optional.empty();
  }

  @Test
  void historiesReachEveryCommandAndMostRefusals() {
    Map<String, Integer> accepted = new TreeMap<>();
    Map<RefusalCode, Integer> refused = new EnumMap<>(RefusalCode.class);
    Random random = new Random(11);
    RandomGenerator<List<LedgerCommand>> histories =
        LedgerHistories.histories(30).generator(TRIES, true);
    RandomGenerator<LedgerPolicy> policies = LedgerPolicies.any().generator(TRIES, true);
    for (int i = 0; i < 4 * TRIES; i++) {
      LedgerProper ledger = LedgerProper.of(policies.next(random).value());
      for (LedgerCommand command : histories.next(random).value()) {
        ledger.submit(command).ifPresentOrElse(code -> refused.merge(code, 1, Integer::sum), () -> {
          accepted.merge(command.getClass().getSimpleName(), 1, Integer::sum);
          ledger
              .lastEntries()
              .forEach(entry ->
                  accepted.merge("> " + entry.getClass().getSimpleName(), 1, Integer::sum));
        });
      }
    }
    assertThat(accepted.keySet())
        .contains(
            "Accrue",
            "Redeem",
            "Hold",
            "Capture",
            "Release",
            "ReverseRedemption",
            "ReverseAccrual",
            "Activate",
            "CancelPending",
            "Reinstate",
            "Extend",
            "AdjustDown",
            "TransferOut",
            "Close",
            "> Lapsed",
            "> Expired",
            "> DebtRepaid",
            "> HoldTimedOut",
            "> Activated");
    assertThat(accepted.values()).allMatch(count -> count >= 10, "reached ten times: " + accepted);
    assertThat(refused.keySet())
        .contains(
            RefusalCode.INSUFFICIENT_POINTS,
            RefusalCode.DEBT_LIMIT,
            RefusalCode.POINTS_LIMIT,
            RefusalCode.POINTS_ZERO,
            RefusalCode.MEMBER_CLOSED,
            RefusalCode.MEMBER_FROZEN,
            RefusalCode.SOURCE_ALREADY_USED,
            RefusalCode.UNKNOWN_REFERENCE,
            RefusalCode.NOT_REFUNDABLE,
            RefusalCode.ALREADY_REVERSED,
            RefusalCode.REFUND_EXCEEDS_ORIGINAL,
            RefusalCode.REINSTATEMENT_EXCEEDS_EXPIRED,
            RefusalCode.HOLD_ALREADY_CAPTURED,
            RefusalCode.HOLD_ALREADY_VOIDED,
            RefusalCode.HOLD_ALREADY_EXPIRED,
            RefusalCode.HOLD_EXCEEDED,
            RefusalCode.TRANSFER_SELF);
  }
}
