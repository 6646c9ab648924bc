package dev.laurel.examples.cli;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.program.RunTotals;
import java.util.Optional;
import java.util.TreeMap;

/** What has come of the rows of a run so far; it does not depend on the order of families. */
final class RunFindings {
  /** How many of the rows that come to nothing are shown at once. */
  static final int FIRST_REJECTS = 3;

  final RunResult.Answers answers = RunResult.Answers.none();
  final First<Refused> firstRefused = new First<>(FIRST_REJECTS);
  final TreeMap<String, Long> refusedByCode = new TreeMap<>();

  RunTotals totals = RunTotals.none();
  Optional<RunResult.Sample> sample = Optional.empty();
  long done;
  long repeated;
  long later;

  /**
   * Whether a member is the one to show: nobody is shown to whom more happened, or as much with an
   * earlier name.
   */
  boolean isShown(long entries, MemberId member) {
    if (sample.isEmpty() || entries > sample.get().entries()) {
      return true;
    }
    return entries == sample.get().entries()
        && member.compareTo(sample.get().statement().member()) < 0;
  }
}
