package dev.laurel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.Earning;
import dev.laurel.core.earning.EarningContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleContestTest {
  private static final int TRANSACTIONS = 3_000;

  private final Transaction[] transactions = Transactions.random(TRANSACTIONS, RulesBenchmark.SEED);

  @ParameterizedTest
  @EnumSource
  void everyContenderGivesTheSamePointsToEveryPurchase(RuleContest each) {
    long[] expected = new long[TRANSACTIONS];
    for (int i = 0; i < TRANSACTIONS; i++) {
      expected[i] = HandWritten.points(transactions[i]);
    }

    try (Contender contender = each.enter(transactions)) {
      long[] points = new long[TRANSACTIONS];
      for (int i = 0; i < TRANSACTIONS; i++) {
        points[i] = contender.sum(i, i + 1);
      }

      assertThat(points).isEqualTo(expected);
    }
  }

  @Test
  void everyRecordReadsAsTheEvaluation() {
    Activity[] activities = LaurelRules.activities(transactions);
    EarningContext[] contexts = LaurelRules.contexts(transactions);
    LaurelExplained explained = new LaurelExplained(transactions);
    explained.sum(0, TRANSACTIONS);

    for (int i = 0; i < TRANSACTIONS; i++) {
      assertThat(explained.record(i).accrual())
          .isEqualTo(
              Earning.evaluate(LaurelRules.book(), activities[i], contexts[i]).orThrow());
    }
  }
}
