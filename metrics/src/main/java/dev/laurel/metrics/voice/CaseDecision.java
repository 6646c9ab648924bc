package dev.laurel.metrics.voice;

import static java.util.Objects.requireNonNull;

/** What became of a command to a case. */
public sealed interface CaseDecision {
  /**
   * It was carried out.
   *
   * @param next the case as it is now
   */
  record Accepted(FeedbackCase next) implements CaseDecision {
    /** A decision for this case. */
    public Accepted {
      requireNonNull(next, "next");
    }
  }

  /**
   * It was not; the case is as it was.
   *
   * @param code the stable name of the reason
   * @param status the status that the case is in
   * @param command what was to be done
   */
  record Refused(Code code, FeedbackCase.Status status, CaseCommand command)
      implements CaseDecision {
    /** A refusal of these parts. */
    public Refused {
      requireNonNull(code, "code");
      requireNonNull(status, "status");
      requireNonNull(command, "command");
    }
  }

  /** Why a command was refused, in order of precedence. */
  enum Code {
    /** The status does not allow it, such as anything after the end. */
    ILLEGAL_TRANSITION,
    /** It would lie before what was done last. */
    TIME_GOES_BACK,
    /** The new answer is under another definition than the first. */
    DEFINITION_MISMATCH
  }
}
