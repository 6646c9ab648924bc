package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whether a member meets a condition at an instant, apart from any event: may they enter a draw,
 * claim a gift, see an offer?
 *
 * <p>A condition on the lines of a purchase, its channel or its partner is never met here; those on
 * the member's attributes, segments and history, on dates, weekdays and times of day are.
 */
public final class Eligibility {
  private static final ActivityKind KIND = ActivityKind.of("eligibility");
  private static final ActivityId ID = ActivityId.of("eligibility");

  private static final ProgramCalendar UTC = ProgramCalendar.of(ZoneOffset.UTC);

  private Eligibility() {}

  /** That of an engagement. */
  private record NoSpending() implements EventTest.Spending {
    @Override
    public Condition lines() {
      return Condition.always();
    }

    @Override
    public ExactMoney basis() {
      throw new IllegalStateException("an engagement must not be asked for an amount");
    }
  }

  /**
   * What is missing; absent if the condition is met.
   *
   * @throws InvalidValueException RULE_FAILED or RULE_BUDGET if a condition of the user's own
   *     failed
   */
  public static Optional<Miss> miss(
      Condition condition, MemberId member, Instant at, EarningContext context) {
    requireNonNull(condition, "condition");
    Engagement.Builder asking = Engagement.builder().id(ID).member(member).kind(KIND);
    Occasion occasion = new Occasion(asking.occurredAt(at).build(), context);
    EventTest test = new EventTest(occasion, new NoSpending());
    try {
      return condition.match(test)
          ? Optional.empty()
          : Optional.of(condition.match(new MissFinder(test)));
    } catch (RuleFailure failure) {
      throw new InvalidValueException(failure.code(), "condition", failure.sentence());
    }
  }

  /**
   * A miss in words, such as "segment must be one of [drivers]: []"; never to be parsed; times are
   * in UTC.
   */
  public static String text(Miss miss) {
    return ReasonText.of(miss, UTC);
  }
}
