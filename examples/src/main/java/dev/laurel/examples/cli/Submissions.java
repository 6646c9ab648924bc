package dev.laurel.examples.cli;

import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.earning.StatusFactor;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Submission;
import dev.laurel.examples.intake.Transaction;
import java.util.List;
import java.util.Optional;

/** What is told to a program when a row says this. */
final class Submissions {
  private final Program program;

  Submissions(Program program) {
    this.program = program;
  }

  /**
   * The submission of a transaction.
   *
   * @throws InvalidValueException where the program has no such points
   */
  Submission of(Transaction transaction) {
    if (transaction instanceof Transaction.Done done) {
      return Submission.of(done.activity());
    }
    if (transaction instanceof Transaction.Redeem redeem) {
      return redeeming(redeem);
    }
    return learning((Transaction.Learn) transaction);
  }

  private Submission redeeming(Transaction.Redeem redeem) {
    PointType type = pointType(redeem.pointType());
    CommandStamp stamp = CommandStamp.of(
        redeem.command(), redeem.member(), redeem.occurredAt(), redeem.recordedAt());
    return Submission.of(
        type, new LedgerCommand.Redeem(stamp, Points.from(redeem.points(), type), ""));
  }

  private static Submission learning(Transaction.Learn learn) {
    CommandStamp stamp =
        CommandStamp.of(learn.command(), learn.member(), learn.occurredAt(), learn.recordedAt());
    MemberFacts.Builder facts = MemberFacts.builder();
    learn.segment().ifPresent(name -> facts.addSegments(Segment.of(name)));
    facts
        .enrolledOn(learn.enrolledOn())
        .status(learn
            .statusFactor()
            .map(factor -> new StatusFactor(Ratio.from(factor), learn.status().orElse("status"))));
    return Submission.of(stamp, facts.build());
  }

  /** The points of this code, or the only ones that can be spent. */
  private PointType pointType(Optional<String> code) {
    List<PointType> fitting = program.pointTerms().stream()
        .map(PointTerms::type)
        .filter(type -> code.map(type.code()::equals).orElse(type.isRedeemable()))
        .toList();
    InvalidValueException.check(
        fitting.size() == 1,
        FailureCode.REFERENCE_UNKNOWN,
        "pointType",
        "redemption must name one of the program's points: %s",
        code.orElse("none named"));
    return fitting.get(0);
  }
}
