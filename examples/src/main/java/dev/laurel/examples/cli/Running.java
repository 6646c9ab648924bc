package dev.laurel.examples.cli;

import com.google.common.base.Suppliers;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Outcome;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramRun;
import dev.laurel.core.program.RunListener;
import dev.laurel.core.program.RunTotals;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Statement;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.intake.AcceptedRow;
import dev.laurel.examples.intake.GroupedTransactions;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.intake.TransactionReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A program over a file of transactions, row by row.
 *
 * <p>The file is looked through once; then its rows are told apart by groups of members, and
 * decided group by group, so that memory holds one group. What comes out does not depend on the
 * number of groups.
 */
final class Running implements RunListener {
  /** Where everything that happens on the way goes. */
  interface Recorder {
    /** A row that is no transaction. */
    default void rejected(RejectedRow row) {}

    /** A transaction that was refused. */
    default void refused(Refused refused) {}

    /** A transaction that was carried out, or what it brought another member. */
    default void done(Effect effect) {}

    /** The statement of a member at the end, made where somebody reads it. */
    default void stands(Supplier<Statement> statement) {}

    /** So many transactions have been looked at. */
    default void looked(long transactions) {}

    /** So many transactions of all have been decided. */
    default void progress(long transactions, long all) {}
  }

  static final long PROGRESS_EVERY = 10_000;

  /** How many of the rows that come to nothing are shown at once. */
  static final int FIRST_REJECTS = 3;

  private final Program program;
  private final RunRequest request;
  private final Recorder recorder;
  private final Submissions submissions;
  private final Optional<Instant> end;
  private final RunResult.Answers answers = RunResult.Answers.none();
  private final First<Refused> firstRefused = new First<>(FIRST_REJECTS);
  private final TreeMap<String, Long> refusedByCode = new TreeMap<>();
  private Optional<RunResult.Sample> sample = Optional.empty();
  private RunTotals totals = RunTotals.none();

  private ProgramRun run;
  private long all;
  private long decided;
  private long done;
  private long repeated;
  private long later;

  private Running(Program program, RunRequest request, Recorder recorder) {
    this.program = program;
    this.request = request;
    this.recorder = recorder;
    this.submissions = new Submissions(program);
    this.end = request.asOf().map(day -> program.calendar().afterLast(day));
    this.run = newRun();
  }

  /** What a program makes of the transactions of a file, which can be opened again and again. */
  static RunResult over(
      Program program, Supplier<TransactionReader> file, RunRequest request, Recorder recorder) {
    return new Running(program, request, recorder).over(file);
  }

  @Override
  public void onDone(Effect effect) {
    String id = effect.submission().id().value();
    if (request.explain().contains(id)) {
      answers.explained().put(id, effect);
    }
    MemberId member = effect.submission().member();
    if (request.members().contains(member)) {
      answers.entries().putAll(member, effect.entries().entries());
    }
    recorder.done(effect);
  }

  private RunResult over(Supplier<TransactionReader> file) {
    Survey survey;
    try (TransactionReader reader = file.get()) {
      survey = Survey.of(reader, recorder);
    }
    all = survey.accepted();
    LocalDate day = day(survey.latest());
    Instant asOf = LivedLife.lastBefore(program.calendar().afterLast(day));
    int parts = MemberGroups.count(program, request.parts(), all);
    if (parts == 1) {
      decideAll(file, asOf);
    } else {
      decideInGroups(file, survey.groups(), parts, asOf);
    }
    RunResult.Rejects rejects =
        new RunResult.Rejects(survey.firstRejected(), firstRefused.inOrder());
    return new RunResult(
        program, day, asOf, counts(all, survey.rejectedByCode()), totals, rejects, answers, sample);
  }

  private void decideAll(Supplier<TransactionReader> file, Instant asOf) {
    try (TransactionReader reader = file.get()) {
      reader.forEach(this::accept, row -> {});
    }
    conclude(asOf);
  }

  private void decideInGroups(
      Supplier<TransactionReader> file, MemberGroups groups, int parts, Instant asOf) {
    try (TransactionReader reader = file.get();
        GroupedTransactions grouped = reader.grouped(parts, name -> groups.of(name, parts))) {
      for (int part = 0; part < parts; part++) {
        run = newRun();
        grouped.forEach(part, this::accept);
        conclude(asOf);
      }
    }
  }

  private ProgramRun newRun() {
    return ProgramRun.of(Loyalty.of(program), Shared.nothing(), this);
  }

  private void accept(AcceptedRow row) {
    decided++;
    if (decided % PROGRESS_EVERY == 0) {
      recorder.progress(decided, all);
    }
    if (end.isPresent() && !row.transaction().knownAt().isBefore(end.get())) {
      later++;
      return;
    }
    Submission submission;
    try {
      submission = submissions.of(row.transaction());
    } catch (InvalidValueException failure) {
      refuse(row, failure.code().name(), String.valueOf(failure.getMessage()));
      return;
    }
    Outcome outcome = run.submit(submission);
    if (outcome instanceof Outcome.Done) {
      done++;
    } else if (outcome instanceof Outcome.Duplicate) {
      repeated++;
    } else {
      outcome.rejection().ifPresent(why -> refuse(row, why.code(), why.message()));
    }
  }

  private void refuse(AcceptedRow row, String code, String reason) {
    refusedByCode.merge(code, 1L, Long::sum);
    Refused refused = new Refused(row.line(), row.transaction().id(), code, reason, row.original());
    firstRefused.note(row.line(), refused);
    if (request.explain().contains(refused.id())) {
      answers.refused().put(refused.id(), refused);
    }
    recorder.refused(refused);
  }

  /** Notes where the members of a group stand before they are forgotten. */
  private void conclude(Instant asOf) {
    totals = totals.merge(run.totals(asOf));
    for (Member member : run.members().values()) {
      Supplier<Statement> statement = Suppliers.memoize(() -> Statement.of(member, asOf));
      recorder.stands(statement);
      if (request.members().contains(member.id())) {
        answers.statements().put(member.id(), statement.get());
      }
      long entries =
          member.accounts().values().stream().mapToLong(a -> a.sequence()).sum();
      if (sample.isEmpty() || isBefore(entries, member.id(), sample.get())) {
        sample = Optional.of(new RunResult.Sample(entries, statement.get(), richest(member)));
      }
    }
  }

  /** More entries first, then by name, so that the groups play no part. */
  private static boolean isBefore(long entries, MemberId member, RunResult.Sample other) {
    return entries > other.entries()
        || (entries == other.entries() && member.compareTo(other.statement().member()) < 0);
  }

  /** The remembered event of a member with the most steps; the latest of several. */
  private static Optional<Effect> richest(Member member) {
    Comparator<Effect> bySteps = Comparator.comparingInt(
        effect -> effect.accrual().map(accrual -> accrual.steps().size()).orElse(0));
    return member.effects().values().stream()
        .filter(effect -> effect.accrual().isPresent())
        .max(bySteps
            .thenComparing(effect -> effect.submission().occurredAt())
            .thenComparing(effect -> effect.submission().id()));
  }

  private LocalDate day(Instant latest) {
    ProgramCalendar calendar = program.calendar();
    return request
        .asOf()
        .orElseGet(() ->
            latest.equals(Instant.EPOCH) ? LocalDate.EPOCH.plusYears(1) : calendar.dateOf(latest));
  }

  private RunResult.Counts counts(long accepted, SortedMap<String, Long> rejectedByCode) {
    long rejected = rejectedByCode.values().stream().mapToLong(Long::longValue).sum();
    long refused = refusedByCode.values().stream().mapToLong(Long::longValue).sum();
    return new RunResult.Counts(
        accepted + rejected,
        accepted,
        rejected,
        done,
        repeated,
        refused,
        later,
        rejectedByCode,
        refusedByCode);
  }
}
