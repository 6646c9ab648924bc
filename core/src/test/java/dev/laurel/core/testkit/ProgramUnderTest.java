package dev.laurel.core.testkit;

import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.MemberHistory;
import dev.laurel.core.program.Outcome;
import dev.laurel.core.program.Submission;
import java.util.List;

/** A fold of submissions that the laws of programs are held against: the proper one, or a twin. */
public interface ProgramUnderTest {
  /** What a submission does to a member. */
  Outcome submit(Member member, Submission submission);

  /** The member after submissions that arrive in this order. */
  Member history(Member start, List<Submission> arrivals);

  /** The fold that the library offers. */
  static ProgramUnderTest proper(Loyalty loyalty) {
    return new ProgramUnderTest() {
      @Override
      public Outcome submit(Member member, Submission submission) {
        return loyalty.submit(member, submission);
      }

      @Override
      public Member history(Member start, List<Submission> arrivals) {
        MemberHistory history = MemberHistory.open(loyalty, start);
        for (Submission submission : arrivals) {
          history = history.append(submission);
        }
        return history.member();
      }
    };
  }
}
