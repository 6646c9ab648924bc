package dev.laurel.benchmarks;

import java.util.function.Function;

/** The contenders of the contest of the thirteen rules. */
public enum RuleContest {
  HAND_WRITTEN(HandWritten::new),
  LAUREL_COMPILED(LaurelCompiled::new),
  LAUREL_ENCODED(LaurelEncoded::new),
  LAUREL_EXPLAINED(LaurelExplained::new),
  LAUREL_READ(LaurelRead::new),
  LAUREL_EVALUATED(LaurelEvaluated::new),
  LAMBDA_LIST(LambdaList::new),
  DROOLS_CLASSIC(Drools::classic),
  DROOLS_EXECUTABLE_MODEL(Drools::executableModel),
  EASY_RULES(EasyRules::new);

  private final Function<Transaction[], Contender> entry;

  RuleContest(Function<Transaction[], Contender> entry) {
    this.entry = entry;
  }

  /** The contender, made ready for these purchases. */
  Contender enter(Transaction[] transactions) {
    return entry.apply(transactions);
  }
}
