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
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Statement;
import dev.laurel.core.program.Submission;
import dev.laurel.examples.intake.AcceptedRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/** A program over the rows of one group of members, who have nothing to do with any others. */
final class GroupRun implements RunListener {
  private final RunRequest request;
  private final Optional<Instant> end;
  private final Recorder recorder;
  private final Submissions submissions;
  private final ProgramRun run;
  private final RunPart part = new RunPart();

  GroupRun(Program program, RunRequest request, Recorder recorder) {
    this.request = request;
    this.end = request.asOf().map(day -> program.calendar().afterLast(day));
    this.recorder = recorder;
    this.submissions = new Submissions(program);
    this.run = ProgramRun.of(Loyalty.of(program), Shared.nothing(), this);
  }

  @Override
  public void onDone(Effect effect) {
    String id = effect.submission().id().value();
    if (request.explain().contains(id)) {
      part.answers.explained().put(id, effect);
    }
    MemberId member = effect.submission().member();
    if (request.members().contains(member)) {
      part.answers.entries().putAll(member, effect.entries().entries());
    }
    recorder.done(effect);
  }

  /** Decides a row. */
  void accept(AcceptedRow row) {
    if (end.isPresent() && !row.transaction().knownAt().isBefore(end.get())) {
      part.later++;
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
      part.done++;
    } else if (outcome instanceof Outcome.Duplicate) {
      part.repeated++;
    } else {
      outcome.rejection().ifPresent(why -> refuse(row, why.code(), why.message()));
    }
  }

  private void refuse(AcceptedRow row, String code, String reason) {
    part.refusedByCode.merge(code, 1L, Long::sum);
    Refused refused = new Refused(row.line(), row.transaction().id(), code, reason, row.original());
    part.firstRefused.note(row.line(), refused);
    if (request.explain().contains(refused.id())) {
      part.answers.refused().put(refused.id(), refused);
    }
    recorder.refused(refused);
  }

  /** What came of the rows, and where their members stand. */
  RunPart conclude(Instant asOf) {
    part.totals = run.totals(asOf);
    for (Member member : run.members().values()) {
      Supplier<Statement> statement = Suppliers.memoize(() -> Statement.of(member, asOf));
      recorder.stands(statement);
      if (request.members().contains(member.id())) {
        part.answers.statements().put(member.id(), statement.get());
      }
      long entries =
          member.accounts().values().stream().mapToLong(a -> a.sequence()).sum();
      if (part.isShown(entries, member.id())) {
        part.consider(new RunResult.Sample(entries, statement.get(), richest(member)));
      }
    }
    return part;
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
}
