package dev.laurel.tiers.challenge;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.TimeGate;
import dev.laurel.tiers.ladder.Measures;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusRecord;
import dev.laurel.tiers.status.StatusSource;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A status on trial: a tier is lent until a deadline, and what was done by then decides which tier
 * follows.
 *
 * <p>A match lends Gold for 90 days; 20 flights in them make Gold until the end of the term, 10
 * make Silver, fewer make nothing.
 */
@Value.Immutable
public abstract class Challenge {
  Challenge() {}

  /** The name of the challenge. */
  public abstract String code();

  /** The tier that is lent; absent for a challenge that lends none. */
  public abstract Optional<Tier> provisional();

  /** How long the trial lasts, from the day it begins, that day of the end included. */
  public abstract Period length();

  /** What can come of it, from best to least. */
  public abstract List<Outcome> outcomes();

  /**
   * One line of the outcome table.
   *
   * @param goal what it takes within the trial
   * @param tier the tier that follows
   * @param lasting how long it lasts from the day the goal is proved
   */
  public record Outcome(Qualification goal, Tier tier, Period lasting) {
    /**
     * A checked line.
     *
     * @throws InvalidValueException PERIOD_INVALID; VALUE_INVALID for a goal with periods of its
     *     own
     */
    public Outcome {
      lasting = TimeGate.checkPeriod(lasting, "lasting");
      InvalidValueException.check(
          goal.thresholds().stream().allMatch(reach -> reach.period().isEmpty()),
          FailureCode.VALUE_INVALID,
          "goal",
          "outcome '%s' must have a goal that counts within the trial",
          tier);
    }
  }

  /** A builder; the code, the length and the outcomes have no default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Challenge}. */
  public static final class Builder extends ImmutableChallenge.Builder {
    Builder() {}
  }

  /** The stretch of a trial that begins at an instant. */
  public final Span span(Instant start, ProgramCalendar calendar) {
    return Span.of(start, calendar.afterLast(calendar.dateOf(start).plus(length())));
  }

  /** The fact that lends the tier; absent where none is lent. */
  public final Optional<StatusFact> accept(CommandStamp stamp, ProgramCalendar calendar) {
    return provisional()
        .map(tier -> new StatusFact.Given(
            stamp, tier, StatusSource.MATCHED, span(stamp.occurredAt(), calendar)));
  }

  /**
   * How a trial stands: what is there, what is missing to each outcome, and what has come of it.
   *
   * @param record the member's status, which holds the events
   * @param start when the trial began
   */
  public final Trial evaluate(StatusRecord record, Instant start, Instant asOf) {
    Span span = span(start, record.calendar());
    Measures measures = record.measures(span, asOf);
    ImmutableList<Trial.Line> lines = outcomes().stream()
        .map(outcome -> new Trial.Line(outcome, outcome.goal().evaluate(measures)))
        .collect(ImmutableList.toImmutableList());
    return new Trial(this, span, asOf, lines);
  }

  /**
   * The fact that gives the tier which the trial has proved: the best one at once, a lesser one at
   * the deadline; absent where there is nothing to give yet, or at all.
   *
   * @param id the name of the fact
   */
  public final Optional<StatusFact> result(
      StatusRecord record, CommandStamp accepted, CommandId id, Instant asOf) {
    Trial trial = evaluate(record, accepted.occurredAt(), asOf);
    boolean isOver = !asOf.isBefore(trial.span().until());
    Optional<Trial.Line> best = trial.best();
    boolean isFirst = best.isPresent() && best.get().equals(trial.lines().get(0));
    return best.filter(line -> isOver || isFirst).map(line -> {
      Instant from = isOver ? trial.span().until() : asOf;
      Instant until = record
          .calendar()
          .afterLast(record.calendar().dateOf(from).plus(line.outcome().lasting()));
      CommandStamp stamp = CommandStamp.of(id, accepted.member(), from);
      return new StatusFact.Given(
          stamp, line.outcome().tier(), StatusSource.MATCHED, Span.of(from, until));
    });
  }

  @Value.Check
  void check() {
    String unused = Codes.code("challenge code", code(), 32);
    Period length = TimeGate.checkPeriod(length(), "length");
    InvalidValueException.check(
        !length.isZero() && !outcomes().isEmpty(),
        FailureCode.VALUE_INVALID,
        "outcomes",
        "challenge '%s' must last some time and have an outcome",
        code());
  }
}
