package dev.laurel.examples.cli;

import dev.laurel.core.program.Program;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.intake.AcceptedRow;
import dev.laurel.examples.intake.GroupedTransactions;
import dev.laurel.examples.intake.TransactionReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * A program over a file of transactions, row by row.
 *
 * <p>The file is looked through once; then its rows are told apart by groups of families, and
 * decided family by family, so that memory holds the rows of one group and the members of one
 * family. What comes out does not depend on the number of groups.
 */
final class Running {
  /** Somebody who wants to know how far it is. */
  interface Watcher {
    /** So many transactions have been looked at. */
    void looked(long transactions);

    /** So many transactions of all have been decided. */
    void decided(long transactions, long all);
  }

  static final long PROGRESS_EVERY = 10_000;

  private final Program program;
  private final RunRequest request;
  private final Recorder recorder;
  private final Watcher watcher;

  private long all;
  private long decided;

  private Running(Program program, RunRequest request, Recorder recorder, Watcher watcher) {
    this.program = program;
    this.request = request;
    this.recorder = recorder;
    this.watcher = watcher;
  }

  /** What a program makes of the transactions of a file, which can be opened again and again. */
  static RunResult over(
      Program program,
      Supplier<TransactionReader> file,
      RunRequest request,
      Recorder recorder,
      Watcher watcher) {
    return new Running(program, request, recorder, watcher).over(file);
  }

  private RunResult over(Supplier<TransactionReader> file) {
    Survey survey;
    try (TransactionReader reader = file.get()) {
      survey = Survey.of(reader, recorder, watcher);
    }
    all = survey.accepted();
    LocalDate day = day(survey.latest());
    Instant asOf = LivedLife.lastBefore(program.calendar().afterLast(day));
    FamilyRun run = new FamilyRun(program, request, asOf, recorder);
    int parts = MemberGroups.count(program, request.parts(), all);
    if (parts == 1) {
      decideAll(file, run);
    } else {
      decideInGroups(file, survey.groups(), parts, run);
    }
    return survey.result(program, day, asOf, run.findings());
  }

  private void decideAll(Supplier<TransactionReader> file, FamilyRun run) {
    try (TransactionReader reader = file.get()) {
      reader.forEach(row -> accept(run, row), row -> {});
    }
    run.endFamily();
  }

  private void decideInGroups(
      Supplier<TransactionReader> file, MemberGroups groups, int parts, FamilyRun run) {
    try (GroupedTransactions grouped = grouped(file, groups, parts)) {
      for (int part = 0; part < parts; part++) {
        grouped.forEach(part, row -> accept(run, row), run::endFamily);
      }
    }
  }

  /** The groups; told apart twice where somebody returns what others bought, which is rare. */
  private static GroupedTransactions grouped(
      Supplier<TransactionReader> file, MemberGroups groups, int parts) {
    int known = groups.links();
    GroupedTransactions grouped = toldApart(file, groups, parts);
    if (groups.links() > known) {
      grouped.close();
      return toldApart(file, groups, parts);
    }
    return grouped;
  }

  private static GroupedTransactions toldApart(
      Supplier<TransactionReader> file, MemberGroups groups, int parts) {
    try (TransactionReader reader = file.get()) {
      return reader.grouped(parts, groups::familyOf);
    }
  }

  private void accept(FamilyRun run, AcceptedRow row) {
    run.accept(row);
    decided++;
    if (decided % PROGRESS_EVERY == 0) {
      watcher.decided(decided, all);
    }
  }

  private LocalDate day(Instant latest) {
    ProgramCalendar calendar = program.calendar();
    return request
        .asOf()
        .orElseGet(() ->
            latest.equals(Instant.EPOCH) ? LocalDate.EPOCH.plusYears(1) : calendar.dateOf(latest));
  }
}
