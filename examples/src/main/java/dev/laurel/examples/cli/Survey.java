package dev.laurel.examples.cli;

import dev.laurel.core.program.Program;
import dev.laurel.examples.intake.AcceptedRow;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.intake.TransactionReader;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A first look through a file that is run in groups: its rows, its end, and who belongs together.
 */
final class Survey {
  private final Running.Recorder recorder;
  private final MemberGroups groups;
  private final TreeMap<String, Long> rejectedByCode = new TreeMap<>();
  private Instant latest = Instant.EPOCH;

  private Survey(Running.Recorder recorder, MemberGroups groups) {
    this.recorder = recorder;
    this.groups = groups;
  }

  /** The look through one file. */
  static Survey of(
      Program program, TransactionReader reader, int parts, Running.Recorder recorder) {
    Survey survey = new Survey(recorder, new MemberGroups(program, parts));
    reader.forEach(survey::accept, survey::reject);
    return survey;
  }

  /** When the last transaction became known. */
  Instant latest() {
    return latest;
  }

  MemberGroups groups() {
    return groups;
  }

  SortedMap<String, Long> rejectedByCode() {
    return rejectedByCode;
  }

  private void accept(AcceptedRow row) {
    Instant known = row.transaction().knownAt();
    latest = known.isAfter(latest) ? known : latest;
    groups.note(row.transaction());
  }

  private void reject(RejectedRow row) {
    rejectedByCode.merge(row.code().name(), 1L, Long::sum);
    recorder.rejected(row);
  }
}
