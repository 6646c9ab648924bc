package dev.laurel.benchmarks.ledger;

import java.util.function.Function;

/** The contenders of the contest of ledgers. */
enum LedgerContest {
  PACKED_BATCH(operations -> PackedFold::byPartitions),
  PACKED(operations -> PackedFold::inOrderOfArrival),
  PLAIN_OBJECTS(operations -> PlainFold::fold),
  DECIMAL_OBJECTS(operations -> new DecimalFold(operations.accounts)),
  READABLE(ReadableFold::new);

  private final Function<Operations, Contender> entry;

  LedgerContest(Function<Operations, Contender> entry) {
    this.entry = entry;
  }

  /** The contender, made ready for these operations. */
  Contender enter(Operations operations) {
    return entry.apply(operations);
  }
}
