package dev.laurel.examples.cli;

import dev.laurel.examples.intake.AcceptedRow;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.intake.TransactionReader;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A first look through a file that is run in groups: its rows, its end, and who belongs together.
 */
final class Survey {
  private final Running.Recorder recorder;
  private final MemberGroups groups = new MemberGroups();
  private final First<RejectedRow> firstRejected = new First<>(Running.FIRST_REJECTS);
  private final TreeMap<String, Long> rejectedByCode = new TreeMap<>();
  private Instant latest = Instant.EPOCH;
  private long accepted;

  private Survey(Running.Recorder recorder) {
    this.recorder = recorder;
  }

  /** The look through one file. */
  static Survey of(TransactionReader reader, Running.Recorder recorder) {
    Survey survey = new Survey(recorder);
    reader.forEach(survey::accept, survey::reject);
    return survey;
  }

  /** How many rows are transactions. */
  long accepted() {
    return accepted;
  }

  /** When the last transaction became known. */
  Instant latest() {
    return latest;
  }

  MemberGroups groups() {
    return groups;
  }

  List<RejectedRow> firstRejected() {
    return firstRejected.inOrder();
  }

  SortedMap<String, Long> rejectedByCode() {
    return rejectedByCode;
  }

  private void accept(AcceptedRow row) {
    accepted++;
    if (accepted % Running.PROGRESS_EVERY == 0) {
      recorder.looked(accepted);
    }
    Instant known = row.transaction().knownAt();
    latest = known.isAfter(latest) ? known : latest;
    groups.note(row.transaction());
  }

  private void reject(RejectedRow row) {
    rejectedByCode.merge(row.code().name(), 1L, Long::sum);
    firstRejected.note(row.line(), row);
    recorder.rejected(row);
  }
}
