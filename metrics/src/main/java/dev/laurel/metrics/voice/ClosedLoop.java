package dev.laurel.metrics.voice;

import dev.laurel.core.estimate.CurveError;
import dev.laurel.core.estimate.KaplanMeier;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.Spells;
import dev.laurel.core.estimate.StepCurve;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How well the loop is closed, as of a time: three shares, each with its own denominator, of which
 * {@link Proportion#estimate()} gives Wilson's interval.
 *
 * <p>Of ten cases that are due eight were contacted in time: 0.8, between 0.49 and 0.94. Figures of
 * separate cases merge by adding.
 *
 * @param contactedInTime contacted until due, of those whose due time has come or that were
 *     contacted
 * @param resolved resolved, of all cases
 * @param recovered answered in a better class, of those asked again
 */
public record ClosedLoop(Proportion contactedInTime, Proportion resolved, Proportion recovered) {
  private static final String CONTACTED = "contacted";

  /**
   * The figures of these cases.
   *
   * @param asOf not before anything was done
   */
  public static ClosedLoop of(List<FeedbackCase> cases, Instant asOf) {
    requireKnown(cases, asOf);
    List<FeedbackCase> judged = cases.stream()
        .filter(each -> each.dueAt().isPresent()
            && (each.contactedAt().isPresent() || !each.dueAt().get().isAfter(asOf)))
        .toList();
    List<FeedbackCase> asked =
        cases.stream().filter(each -> each.newRating().isPresent()).toList();
    return new ClosedLoop(
        Proportion.of(
            judged.stream().filter(FeedbackCase::isContactedInTime).count(), judged.size()),
        Proportion.of(
            cases.stream().filter(each -> each.resolvedAt().isPresent()).count(), cases.size()),
        Proportion.of(asked.stream().filter(FeedbackCase::isRecovered).count(), asked.size()));
  }

  /** The figures of both. */
  public ClosedLoop merge(ClosedLoop other) {
    return new ClosedLoop(
        contactedInTime.merge(other.contactedInTime),
        resolved.merge(other.resolved),
        recovered.merge(other.recovered));
  }

  /**
   * The share of customers not yet reached by time since opening, in whole units begun; cases that
   * are open count for as long as they were seen, those given up until then (E. L. Kaplan and P.
   * Meier, Journal of the American Statistical Association 53, 1958). Leaving open cases out would
   * make the slow ones vanish.
   *
   * <p>Assumed: cases that are open or were given up would have waited as the others did; give up a
   * case because nobody could be reached, and the curve is too good.
   *
   * @param unit the unit of time, such as an hour
   */
  public static StepCurve waitingForContact(List<FeedbackCase> cases, Instant asOf, Duration unit) {
    requireKnown(cases, asOf);
    InvalidValueException.check(
        unit.compareTo(Duration.ZERO) > 0,
        FailureCode.PERIOD_INVALID,
        "unit",
        "a unit of time must be longer than zero: %s",
        unit);
    Spells.Builder spells = Spells.endingIn(CONTACTED);
    for (FeedbackCase each : cases) {
      if (each.contactedAt().isPresent()) {
        spells.add(units(each.openedAt(), each.contactedAt().get(), unit), CONTACTED);
      } else {
        boolean isOver = each.status() == FeedbackCase.Status.GIVEN_UP;
        spells.addCensored(units(each.openedAt(), isOver ? each.changedAt() : asOf, unit));
      }
    }
    return KaplanMeier.staying(spells.build(), CurveError.GREENWOOD);
  }

  private static long units(Instant from, Instant until, Duration unit) {
    Duration waited = Duration.between(from, until);
    long whole = waited.dividedBy(unit);
    return unit.multipliedBy(whole).equals(waited) ? whole : whole + 1;
  }

  private static void requireKnown(List<FeedbackCase> cases, Instant asOf) {
    for (FeedbackCase each : cases) {
      InvalidValueException.check(
          !each.changedAt().isAfter(asOf),
          FailureCode.WINDOW_INVALID,
          "asOf",
          "the case of feedback %s must not have changed after the time of the figures: %s, %s",
          each.feedback(),
          each.changedAt(),
          asOf);
    }
  }
}
