package dev.laurel.metrics.invite;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.time.TimeGate;
import java.time.Instant;

/**
 * One time a person was asked, was reminded, or answered.
 *
 * @param survey the survey
 * @param at when
 * @param kind what happened
 */
public record Contact(SurveyId survey, Instant at, Kind kind) {
  /** A checked contact. */
  public Contact {
    requireNonNull(survey, "survey");
    at = TimeGate.admit(at, "at");
    requireNonNull(kind, "kind");
  }

  /** What happened; a reminder belongs to its invitation and blocks nothing by itself. */
  public enum Kind {
    /** The person was asked. */
    INVITED,
    /** The person was asked again for the same answer. */
    REMINDED,
    /** The person answered. */
    COMPLETED
  }
}
