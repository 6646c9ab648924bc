package dev.laurel.examples.cli;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.program.RunTotals;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of some rows of a run; parts add up to the whole, which does not depend on how members
 * were divided.
 */
final class RunPart {
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

  /** Takes in what came of other rows, all of members that are not in this part. */
  void add(RunPart other) {
    answers.addAll(other.answers);
    firstRefused.addAll(other.firstRefused);
    other.refusedByCode.forEach((code, count) -> refusedByCode.merge(code, count, Long::sum));
    totals = totals.merge(other.totals);
    other.sample.ifPresent(this::consider);
    done += other.done;
    repeated += other.repeated;
    later += other.later;
  }

  /**
   * Shows this member if nobody is shown to whom more happened, or as much with an earlier name.
   */
  void consider(RunResult.Sample other) {
    if (isShown(other.entries(), other.statement().member())) {
      sample = Optional.of(other);
    }
  }

  /** Whether a member would be the one to show. */
  boolean isShown(long entries, MemberId member) {
    if (sample.isEmpty() || entries > sample.get().entries()) {
      return true;
    }
    return entries == sample.get().entries()
        && member.compareTo(sample.get().statement().member()) < 0;
  }
}
