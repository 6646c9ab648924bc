package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.CustomRules;
import dev.laurel.core.earning.Earning;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.Evaluation;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.program.Rejection.ByProgram.Reason;
import java.util.Optional;

/**
 * The fold that runs a program: from a member and a submission to the next member, with the
 * reasons.
 *
 * <p>Immutable and without state of its own. A submission is carried out as a whole or not at all;
 * nothing is thrown for a reason that lies in the domain.
 *
 * <pre>{@code
 * Loyalty loyalty = Loyalty.of(program);
 * Outcome outcome = loyalty.submit(Member.of(id), Submission.of(purchase));
 * outcome.member().account(stars).balance(asOf);   // 120 stars
 * }</pre>
 */
public final class Loyalty {
  private final ProgramVersions versions;
  private final CustomRules customRules;

  private Loyalty(ProgramVersions versions, CustomRules customRules) {
    this.versions = versions;
    this.customRules = customRules;
  }

  /** The fold of a program with one version. */
  public static Loyalty of(Program program) {
    return of(ProgramVersions.of(program));
  }

  /** The fold of a program's versions. */
  public static Loyalty of(ProgramVersions versions) {
    return of(versions, CustomRules.none());
  }

  /** The fold of a program's versions with the user's own formulas and conditions. */
  public static Loyalty of(ProgramVersions versions, CustomRules customRules) {
    return new Loyalty(
        requireNonNull(versions, "versions"), requireNonNull(customRules, "customRules"));
  }

  /** The versions of the program. */
  public ProgramVersions versions() {
    return versions;
  }

  /** What a submission does to a member of a program in which members share nothing yet. */
  public Outcome submit(Member member, Submission submission) {
    return submit(member, submission, Shared.nothing());
  }

  /**
   * What a submission does to a member.
   *
   * <p>A submission that came before with equal content is a duplicate and answered as then; one
   * that was rejected before is decided again. Several reasons are told in the order of
   * {@link Reason}; then the rules', then the ledger's.
   */
  public Outcome submit(Member member, Submission submission, Shared shared) {
    return submit(member, submission, shared, false);
  }

  /**
   * What a submission does that was accepted when it arrived and is decided again among facts that
   * arrived later: a redemption needs no points, since the outside world has had what it paid for,
   * and what is missing by now follows the remainder of the points' terms.
   */
  public Outcome submitStanding(Member member, Submission submission, Shared shared) {
    return submit(member, submission, shared, true);
  }

  /**
   * Lets one member go up in another, who has from then on all that both had: accounts under the
   * names of their lots, holds and debts; what rules remember, as a sum; purchases, which the one
   * who stays may return; and what was told, so that it is not taken again.
   *
   * <p>Of facts those of the one who stays win, and what is known of the other alone is added;
   * anniversaries go on counting from the enrolment of the one who stays. A merge is rejected where
   * both were told something under one name, or where one receipt counts for both.
   *
   * @param stamp its name and times; the member is the one who is gone
   */
  public MergeOutcome merge(Member gone, Member kept, CommandStamp stamp) {
    requireNonNull(gone, "gone");
    requireNonNull(kept, "kept");
    return new Merging(versions.at(stamp.occurredAt()), gone, kept, stamp).outcome();
  }

  /** The outcome where, if it stands, a redemption that was accepted before needs no points. */
  Outcome submit(Member member, Submission submission, Shared shared, boolean stands) {
    requireNonNull(member, "member");
    requireNonNull(submission, "submission");
    requireNonNull(shared, "shared");
    Draft draft = new Draft(member, shared, submission, stands);
    Optional<Effect> before = member.effect(draft.id());
    if (before.isPresent()) {
      return repeated(draft, before.get());
    }
    if (!submission.member().equals(member.id())) {
      return draft
          .reject(Reason.MEMBER_MISMATCH, "is about " + submission.member())
          .outcome();
    }
    try {
      decide(draft, submission);
    } catch (PointsOverflowException overflow) {
      draft.reject(Reason.POINTS_OVERFLOW, "must fit 64 bits: " + overflow.getMessage());
    }
    return draft.outcome();
  }

  private static Outcome repeated(Draft draft, Effect original) {
    return SubmissionContent.firstDifference(original.submission(), draft.submission())
        .map(field -> draft
            .reject(Reason.IDEMPOTENCY_CONFLICT, "came before with other content: " + field)
            .outcome())
        .orElseGet(() -> new Outcome.Duplicate(draft.member(), draft.shared(), original));
  }

  private void decide(Draft draft, Submission submission) {
    if (submission instanceof Submission.Did did) {
      if (isUsed(draft, did.activity())) {
        return;
      }
      if (did.activity() instanceof Return back) {
        Returns.takeBack(draft, versions, back);
      } else {
        earn(draft, did.activity());
      }
    } else if (submission instanceof Submission.Ordered ordered) {
      order(draft, ordered);
    } else if (submission instanceof Submission.Learned learned) {
      draft.become(draft.member().with(learned.facts()));
    }
  }

  /** Whether the receipt, or whatever else the source saw, has counted under another id. */
  private static boolean isUsed(Draft draft, Activity activity) {
    Optional<ActivityId> first = activity.sourceKey().flatMap(draft.member()::activityOf);
    first.ifPresent(known ->
        draft.reject(Reason.SOURCE_ALREADY_USED, "has a source key that came before as " + known));
    return first.isPresent();
  }

  private void earn(Draft draft, Activity activity) {
    Program program = versions.at(activity.occurredAt());
    EarningContext context = context(program, draft);
    Evaluation evaluation = Earning.evaluate(program.rules(), activity, context);
    if (evaluation instanceof Evaluation.Rejected failed) {
      draft.reject(new Rejection.ByRule(failed.rule(), failed.code(), failed.sentence()));
      return;
    }
    Accrual accrual = evaluation.orThrow();
    draft.explain(accrual);
    draft.share(draft.shared().after(accrual));
    draft.become(draft.member().with(draft.member().history().after(accrual)));
    if (activity instanceof Purchase purchase) {
      draft.become(draft.member().with(Booking.of(purchase, context, accrual)));
    }
    Crediting.credit(draft, program, accrual);
  }

  private void order(Draft draft, Submission.Ordered ordered) {
    Program program = versions.at(ordered.occurredAt());
    if (!program.has(ordered.type())) {
      draft.reject(Reason.TYPE_MISMATCH, "must be for points of the program: " + ordered.type());
      return;
    }
    draft.carryOut(program.ledger(ordered.type()), ordered.type(), ordered.command());
    if (ordered.purchase().isPresent() && ordered.command() instanceof LedgerCommand.Redeem paid) {
      draft.become(draft.member().paying(ordered.purchase().get(), paid));
    }
  }

  private EarningContext context(Program program, Draft draft) {
    EarningContext.Builder context = EarningContext.builder();
    context
        .calendar(program.calendar())
        .facts(draft.member().facts())
        .history(draft.member().history())
        .budgets(draft.shared().budgets())
        .referrals(draft.shared().referrals())
        .customRules(customRules);
    return context.build();
  }
}
