package dev.laurel.core.testkit;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Return;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Booking;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Outcome;
import dev.laurel.core.program.Submission;
import java.util.List;
import java.util.Map;

/**
 * Folds with the faults of real systems, each of which one law of {@link ProgramLaw} must catch.
 */
public enum BrokenPrograms {
  /** Points stay when the goods go back: a trivial exploit, seen for years. */
  KEEPS_POINTS_OF_RETURNED_GOODS(ProgramLaw.A_RETURN_UNDOES_ITS_PURCHASE) {
    @Override
    Outcome submit(Loyalty loyalty, Member member, Submission submission) {
      return isReturn(submission)
          ? pretended(loyalty, member, submission)
          : next(loyalty, member, submission);
    }
  },
  /** Each return takes its proportion, rounded down: a fraction stays each time. */
  PRORATES_EACH_RETURN(ProgramLaw.SPLITTING_A_RETURN_CHANGES_NOTHING) {
    @Override
    Outcome submit(Loyalty loyalty, Member member, Submission submission) {
      if (submission instanceof Submission.Did did
          && did.activity() instanceof Return back
          && back.part() instanceof Return.Amount amount
          && member.booking(back.purchase()).isPresent()) {
        return prorated(
            loyalty, member, submission, member.booking(back.purchase()).get(), amount);
      }
      return next(loyalty, member, submission);
    }
  },
  /** The same return is taken twice, so that circles end in debt. */
  TAKES_BACK_TWICE(ProgramLaw.CIRCLES_LEAD_NOWHERE) {
    @Override
    Outcome submit(Loyalty loyalty, Member member, Submission submission) {
      Outcome outcome = next(loyalty, member, submission);
      if (!isReturn(submission) || !(outcome instanceof Outcome.Done)) {
        return outcome;
      }
      Member after = outcome.member();
      for (Map.Entry<PointType, PointsAccount> account : member.accounts().entrySet()) {
        long taken = account.getValue().totals().available()
            - after.account(account.getKey()).totals().available();
        if (taken > 0) {
          after = adjusted(loyalty, after, submission, account.getKey().points(taken))
              .member();
        }
      }
      return done(outcome, after);
    }
  },
  /** A repeated delivery counts again. */
  COUNTS_REPETITIONS(ProgramLaw.REPETITION_CHANGES_NOTHING) {
    @Override
    Outcome submit(Loyalty loyalty, Member member, Submission submission) {
      return next(loyalty, member.forget(submission.occurredAt().plusSeconds(1)), submission);
    }
  },
  /** A rejected submission leaves its mark. */
  MARKS_REJECTIONS(ProgramLaw.REJECTIONS_LEAVE_NO_TRACE) {
    @Override
    Outcome submit(Loyalty loyalty, Member member, Submission submission) {
      Outcome outcome = next(loyalty, member, submission);
      if (outcome instanceof Outcome.Rejected rejected) {
        Member marked =
            adjusted(loyalty, member, submission, Programs.STARS.points(1)).member();
        return new Outcome.Rejected(marked, outcome.shared(), rejected.reason());
      }
      return outcome;
    }
  },
  /** A bonus is explained but never credited. */
  LOSES_A_LOT(ProgramLaw.WHAT_IS_EARNED_IS_WHAT_IS_KEPT) {
    @Override
    Outcome submit(Loyalty loyalty, Member member, Submission submission) {
      Outcome outcome = next(loyalty, member, submission);
      boolean isLost = submission instanceof Submission.Did did && isEngagement(did.activity());
      return isLost ? done(outcome, member) : outcome;
    }
  },
  /** Late facts are decided as they arrive although the program promises their own place. */
  DECIDES_AS_ARRIVED(ProgramLaw.ARRIVAL_CHANGES_NOTHING_UNDER_REPLAY) {
    @Override
    Outcome submit(Loyalty loyalty, Member member, Submission submission) {
      return next(loyalty, member, submission);
    }
  };

  private final ProgramLaw law;

  BrokenPrograms(ProgramLaw law) {
    this.law = law;
  }

  abstract Outcome submit(Loyalty loyalty, Member member, Submission submission);

  /** The law that must catch this twin. */
  public ProgramLaw law() {
    return law;
  }

  /** The twin of the fold. */
  public ProgramUnderTest twinOf(Loyalty loyalty) {
    return new ProgramUnderTest() {
      @Override
      public Outcome submit(Member member, Submission submission) {
        return BrokenPrograms.this.submit(loyalty, member, submission);
      }

      @Override
      public Member history(Member start, List<Submission> arrivals) {
        Member member = start;
        for (Submission submission : arrivals) {
          member = submit(member, submission).member();
        }
        return member;
      }
    };
  }

  private static Outcome next(Loyalty loyalty, Member member, Submission submission) {
    return loyalty.submit(member, submission);
  }

  private static boolean isReturn(Submission submission) {
    return submission instanceof Submission.Did did && did.activity() instanceof Return;
  }

  private static boolean isEngagement(Activity activity) {
    return activity instanceof Engagement;
  }

  private static Outcome pretended(Loyalty loyalty, Member member, Submission submission) {
    Outcome outcome = next(loyalty, member, submission);
    return outcome instanceof Outcome.Done ? done(outcome, member) : outcome;
  }

  private static Outcome done(Outcome outcome, Member member) {
    return outcome instanceof Outcome.Done done
        ? new Outcome.Done(member, done.shared(), done.done(), done.followUps())
        : outcome;
  }

  private static Outcome prorated(
      Loyalty loyalty,
      Member member,
      Submission submission,
      Booking booking,
      Return.Amount amount) {
    Outcome outcome = null;
    Member after = member;
    for (Map.Entry<PointType, Points> earned : booking.original().totals().entrySet()) {
      long share = earned.getValue().units()
          * amount.money().minor()
          / booking.purchase().total().minor();
      outcome = adjusted(loyalty, after, submission, earned.getKey().points(share));
      after = outcome.member();
    }
    return outcome == null || outcome.rejection().isPresent()
        ? done(next(loyalty, member, submission), member)
        : outcome;
  }

  private static Outcome adjusted(
      Loyalty loyalty, Member member, Submission submission, Points points) {
    CommandId id = CommandId.of(submission.id() + "/twin");
    CommandStamp stamp =
        CommandStamp.of(id, member.id(), submission.occurredAt(), submission.recordedAt());
    return loyalty.submit(
        member, Submission.of(points.type(), new LedgerCommand.AdjustDown(stamp, points, "twin")));
  }
}
