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

/**
 * A program over the rows of families of members, one family after the other, who have nothing to
 * do with each other.
 */
final class FamilyRun implements RunListener {
  private final Loyalty loyalty;
  private final RunRequest request;
  private final Instant asOf;
  private final Optional<Instant> end;
  private final Recorder recorder;
  private final Submissions submissions;
  private final RunFindings findings = new RunFindings();
  private ProgramRun family;

  /** A run until the end of the day that was asked for, or else until the instant of the last. */
  FamilyRun(Program program, RunRequest request, Instant asOf, Recorder recorder) {
    this.loyalty = Loyalty.of(program);
    this.request = request;
    this.asOf = asOf;
    this.end = request.asOf().map(day -> program.calendar().afterLast(day));
    this.recorder = recorder;
    this.submissions = new Submissions(program);
    this.family = ProgramRun.of(loyalty, Shared.nothing(), this);
  }

  @Override
  public void onDone(Effect effect) {
    if (!request.explain().isEmpty()) {
      String id = effect.submission().id().value();
      if (request.explain().contains(id)) {
        findings.answers.explained().put(id, effect);
      }
    }
    MemberId member = effect.submission().member();
    if (request.members().contains(member)) {
      findings.answers.entries().putAll(member, effect.entries().entries());
    }
    recorder.done(effect);
  }

  /** Decides a row. */
  void accept(AcceptedRow row) {
    if (end.isPresent() && !row.transaction().knownAt().isBefore(end.get())) {
      findings.later++;
      return;
    }
    Submission submission;
    try {
      submission = submissions.of(row.transaction());
    } catch (InvalidValueException failure) {
      refuse(row, failure.code().name(), String.valueOf(failure.getMessage()));
      return;
    }
    Outcome outcome = family.submit(submission);
    if (outcome instanceof Outcome.Done) {
      findings.done++;
    } else if (outcome instanceof Outcome.Duplicate) {
      findings.repeated++;
    } else {
      outcome.rejection().ifPresent(why -> refuse(row, why.code(), why.message()));
    }
  }

  private void refuse(AcceptedRow row, String code, String reason) {
    findings.refusedByCode.merge(code, 1L, Long::sum);
    Refused refused = new Refused(row.line(), row.transaction().id(), code, reason, row.original());
    findings.firstRefused.note(row.line(), refused);
    if (request.explain().contains(refused.id())) {
      findings.answers.refused().put(refused.id(), refused);
    }
    recorder.refused(refused);
  }

  /** Sees where the members stand whose rows have been decided; others follow. */
  void endFamily() {
    for (Member member : family.members().values()) {
      findings.totals = findings.totals.plus(member, asOf);
      Supplier<Statement> statement = Suppliers.memoize(() -> Statement.of(member, asOf));
      recorder.stands(statement);
      if (request.members().contains(member.id())) {
        findings.answers.statements().put(member.id(), statement.get());
      }
      long entries =
          member.accounts().values().stream().mapToLong(a -> a.sequence()).sum();
      if (findings.isShown(entries, member.id())) {
        findings.sample =
            Optional.of(new RunResult.Sample(entries, statement.get(), richest(member)));
      }
    }
    family = ProgramRun.of(loyalty, Shared.nothing(), this);
  }

  /** What came of the rows of all families that have ended. */
  RunFindings findings() {
    return findings;
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
