package dev.laurel.journeys.persona;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.FreeText;

/**
 * What a persona rests on.
 *
 * <p>Only a statistical persona has a segment and a share of the customers: 412 of 1,000 who drive
 * more than 30,000 km a year.
 */
public sealed interface Evidence {
  /** How well the persona is founded. */
  EvidenceLevel level();

  /** Where it comes from, in words: a workshop, a study, a data set. */
  String source();

  /**
   * The team believes it.
   *
   * @param source where the belief comes from
   */
  record Assumed(String source) implements Evidence {
    /** A checked assumption. */
    public Assumed {
      checkSource(source);
    }

    @Override
    public EvidenceLevel level() {
      return EvidenceLevel.ASSUMED;
    }
  }

  /**
   * Customers were interviewed or observed.
   *
   * @param interviews how many, at least 1
   * @param source when, by whom and how
   */
  record Qualitative(int interviews, String source) implements Evidence {
    private static final int ENOUGH = 5;

    /**
     * Checked interviews.
     *
     * @throws InvalidValueException RANGE without an interview
     */
    public Qualitative {
      InvalidValueException.check(
          interviews >= 1,
          FailureCode.RANGE,
          "interviews",
          "qualitative evidence must rest on at least 1 interview: %s",
          interviews);
      checkSource(source);
    }

    /** Whether there were at least five, below which a group is hardly known. */
    public boolean hasEnoughInterviews() {
      return interviews >= ENOUGH;
    }

    @Override
    public EvidenceLevel level() {
      return EvidenceLevel.QUALITATIVE;
    }
  }

  /**
   * It was counted among customers.
   *
   * @param segment who belongs to it
   * @param observed how many belonged to it, of how many
   * @param source which customers were counted, and when
   */
  record Statistical(Segment segment, Proportion observed, String source) implements Evidence {
    /**
     * A checked count.
     *
     * @throws InvalidValueException RANGE if nobody was counted
     */
    public Statistical {
      requireNonNull(segment, "segment");
      InvalidValueException.check(
          observed.total() > 0,
          FailureCode.RANGE,
          "observed",
          "statistical evidence must rest on at least 1 customer: %s",
          observed.total());
      checkSource(source);
    }

    @Override
    public EvidenceLevel level() {
      return EvidenceLevel.STATISTICAL;
    }
  }

  private static void checkSource(String source) {
    FreeText.checked("the source of evidence", "source", source, 1_024);
  }
}
