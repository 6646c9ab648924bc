package dev.laurel.examples.liability;

import dev.laurel.core.breakage.LotFates;
import dev.laurel.core.breakage.LotReader;
import dev.laurel.core.breakage.RedemptionCurve;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramRun;
import dev.laurel.core.program.RunListener;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Submission;
import dev.laurel.core.triangle.RedemptionTriangle;
import dev.laurel.core.triangle.TriangleAccumulator;
import dev.laurel.core.triangle.TriangleGrid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A program that runs while a triangle and the fates of lots watch it.
 *
 * <p>Where data know no redemptions, {@link #redeemBefore} lets members behave by a rule that is
 * stated with the result: before each purchase they spend all whole multiples of a number of
 * points.
 */
public final class ObservedRun {
  private final Program program;
  private final PointType type;
  private final TriangleGrid grid;
  private final ProgramRun run;
  private final TriangleAccumulator triangle;
  private final LotFates fates;
  private final LotReader toTriangle;
  private final LotReader toFates;

  private ObservedRun(Program program, TriangleGrid grid) {
    this.program = program;
    this.type = grid.type();
    this.grid = grid;
    this.triangle = TriangleAccumulator.of(grid);
    this.fates = LotFates.until(grid.until(), grid::periodsBetween);
    this.toTriangle = LotReader.into(triangle);
    this.toFates = LotReader.into(fates);
    RunListener listener = new RunListener() {
      @Override
      public void onDone(Effect effect) {
        toTriangle.read(effect.entries().get(type));
        toFates.read(effect.entries().get(type));
      }
    };
    this.run = ProgramRun.of(Loyalty.of(program), Shared.nothing(), listener);
  }

  /** A run of a program, watched on this grid. */
  public static ObservedRun of(Program program, TriangleGrid grid) {
    return new ObservedRun(program, grid);
  }

  /** Carries out a submission; what happens after the grid is left out. */
  public void submit(Submission submission) {
    if (submission.recordedAt().isBefore(grid.until())) {
      run.submit(submission);
    }
  }

  /**
   * Lets the member of a submission spend all whole multiples of a number of points just before it.
   */
  public void redeemBefore(Submission submission, long multiple) {
    MemberId member = submission.member();
    PointsAccount account = run.member(member).account(type);
    long available = account.available(latest(account, submission.occurredAt())).units();
    Points points = type.points(available / multiple * multiple);
    if (!points.isZero()) {
      CommandStamp stamp = CommandStamp.of(
          CommandId.of("before-" + submission.id()),
          member,
          submission.occurredAt(),
          submission.recordedAt());
      submit(Submission.of(type, new LedgerCommand.Redeem(stamp, points, "assumed")));
    }
  }

  /** Lets time do its work until the end of the grid; then the triangle is complete. */
  public void settle() {
    Instant end = grid.until().minus(1, ChronoUnit.MICROS);
    for (Member member : run.members().values()) {
      var settled = program.ledger(type).settle(member.account(type), end).entries();
      toTriangle.read(settled);
      toFates.read(settled);
    }
  }

  /** What has been redeemed, by cohort and age. */
  public RedemptionTriangle triangle() {
    return triangle.triangle();
  }

  /** The model that follows from the fates of lots. */
  public RedemptionCurve curve() {
    return RedemptionCurve.of(fates.spells());
  }

  private static Instant latest(PointsAccount account, Instant at) {
    return account.clock().isAfter(at) ? account.clock() : at;
  }
}
