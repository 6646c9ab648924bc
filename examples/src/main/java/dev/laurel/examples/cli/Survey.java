package dev.laurel.examples.cli;

import dev.laurel.core.program.Program;
import dev.laurel.examples.intake.AcceptedRow;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.intake.TransactionReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A first look through a file that is run in groups: its rows, its end, and who belongs together.
 */
final class Survey {
  private final Recorder recorder;
  private final Running.Watcher watcher;
  private final MemberGroups groups = new MemberGroups();
  private final First<RejectedRow> firstRejected = new First<>(RunFindings.FIRST_REJECTS);
  private final TreeMap<String, Long> rejectedByCode = new TreeMap<>();
  private Instant latest = Instant.EPOCH;
  private long accepted;

  private Survey(Recorder recorder, Running.Watcher watcher) {
    this.recorder = recorder;
    this.watcher = watcher;
  }

  /** The look through one file. */
  static Survey of(TransactionReader reader, Recorder recorder, Running.Watcher watcher) {
    Survey survey = new Survey(recorder, watcher);
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

  /** All that the run found out, once it is known what came of the transactions. */
  RunResult result(Program program, LocalDate day, Instant asOf, RunFindings findings) {
    return new RunResult(
        program,
        day,
        asOf,
        counts(findings),
        findings.totals,
        new RunResult.Rejects(firstRejected.inOrder(), findings.firstRefused.inOrder()),
        findings.answers,
        findings.sample);
  }

  private RunResult.Counts counts(RunFindings findings) {
    long rejected = sum(rejectedByCode);
    return new RunResult.Counts(
        accepted + rejected,
        accepted,
        rejected,
        findings.done,
        findings.repeated,
        sum(findings.refusedByCode),
        findings.later,
        rejectedByCode,
        findings.refusedByCode);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private void accept(AcceptedRow row) {
    accepted++;
    if (accepted % Running.PROGRESS_EVERY == 0) {
      watcher.looked(accepted);
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
