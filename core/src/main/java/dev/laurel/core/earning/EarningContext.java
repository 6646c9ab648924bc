package dev.laurel.core.earning;

import dev.laurel.core.time.ProgramCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import org.immutables.value.Value;

/** All that an evaluation looks at beside the rules and the activity, as of just before it. */
@Value.Immutable
public abstract class EarningContext {
  EarningContext() {}

  /** The program's days and years. */
  public abstract ProgramCalendar calendar();

  /** What is known of the member. */
  @Value.Default
  public MemberFacts facts() {
    return MemberFacts.none();
  }

  /** What rules remember of the member. */
  @Value.Default
  public EarningHistory history() {
    return EarningHistory.empty();
  }

  /** What all members have used of the program's budgets. */
  @Value.Default
  public Budgets budgets() {
    return Budgets.unused();
  }

  /** Who brought in whom. */
  @Value.Default
  public Referrals referrals() {
    return Referrals.none();
  }

  /** The user's own formulas and conditions. */
  @Value.Default
  public CustomRules customRules() {
    return CustomRules.none();
  }

  /** The context of a member of whom nothing is known, in a program of this zone. */
  public static EarningContext of(ZoneId zone) {
    return builder().calendar(ProgramCalendar.of(zone)).build();
  }

  /** The context for the next event of the same member after this one was accrued. */
  public final EarningContext after(Accrual accrual) {
    Builder next = builder();
    next.calendar(calendar())
        .facts(facts())
        .history(history().after(accrual))
        .budgets(budgets().after(accrual))
        .referrals(referrals().after(accrual))
        .customRules(customRules());
    return next.build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link EarningContext}. */
  public static final class Builder extends ImmutableEarningContext.Builder {
    Builder() {}
  }

  /** The date from which anniversaries are counted: the day of enrolment, if it is known. */
  public final LocalDate memberAnchor() {
    return facts().enrolledOn().orElseGet(this::programAnchor);
  }

  final LocalDate programAnchor() {
    return calendar().yearStart().atYear(2000);
  }
}
