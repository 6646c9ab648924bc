package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.ProgramCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an activity earned, step by step, and why each other rule gave nothing.
 *
 * <p>Totals are sums of the steps and cannot disagree with them. Together with the history, the
 * budgets and the referrals that went in, an accrual gives those that come out.
 *
 * <p>Steps are there at once; reasons are worked out when somebody first asks for them, from what
 * was known at the time, and are the same whenever that is.
 */
public final class Accrual {
  private final RuleBook book;
  private final Activity activity;
  private final LocalDate day;
  private final ProgramCalendar calendar;
  private final ImmutableList<AccrualStep> steps;
  private final Traces traces;

  /**
   * What the reasons are told from when somebody asks for them; null where they are known. It holds
   * on to persistent values, which share what they have in common with those that follow them.
   */
  private final @Nullable EarningContext context;

  /** The reasons, once they are known; found twice they are equal, so that any thread may write. */
  private @Nullable ImmutableList<Skipped> skipped;

  /** What the evaluation leaves for later ones. */
  record Traces(
      ImmutableList<HistoryEntry.CapUsed> memberCaps,
      ImmutableList<HistoryEntry.CapUsed> programCaps,
      ImmutableList<HistoryEntry.Progressed> goals,
      ImmutableList<HistoryEntry.Carried> remainders,
      Optional<ReferralLink> referral) {
    static final Traces NONE = new Traces(
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        Optional.empty());
  }

  /** An accrual whose reasons are known, or null if they are to be told when they are asked for. */
  Accrual(
      RuleBook book,
      Occasion occasion,
      ImmutableList<AccrualStep> steps,
      @Nullable ImmutableList<Skipped> skipped,
      Traces traces) {
    this.book = book;
    this.activity = occasion.activity();
    this.day = occasion.day();
    this.calendar = occasion.calendar();
    this.steps = steps;
    this.traces = traces;
    this.context = skipped == null ? occasion.context() : null;
    this.skipped = skipped;
  }

  /** The rules that were in force, to which a later reversal goes back. */
  public RuleBook book() {
    return book;
  }

  /** What was evaluated. */
  public Activity activity() {
    return activity;
  }

  /** The day of the activity in the program's zone. */
  public LocalDate day() {
    return day;
  }

  /** The calendar in which {@link #day} is counted. */
  ProgramCalendar calendar() {
    return calendar;
  }

  /**
   * What each rule granted: by point type; base by base, each with its multipliers; then bonuses.
   */
  public ImmutableList<AccrualStep> steps() {
    return steps;
  }

  /**
   * Why each rule without a step gave nothing, in the order of the rules.
   *
   * <p>The first call takes about as long as the evaluation, unless the book calls the user's own
   * code, which is never called again.
   */
  public ImmutableList<Skipped> skipped() {
    ImmutableList<Skipped> known = skipped;
    if (known == null) {
      known = Earning.reasons(book, new Occasion(activity, requireNonNull(context)));
      skipped = known;
    }
    return known;
  }

  /** Why this rule gave nothing; absent if it gave something, or is not in the book. */
  public Optional<SkipReason> reasonFor(RuleId rule) {
    return skipped().stream()
        .filter(skip -> skip.rule().equals(rule))
        .map(Skipped::reason)
        .findFirst();
  }

  /** The points of a type for the member of the activity: the sum of the steps. */
  public Points total(PointType type) {
    return total(activity.member(), type);
  }

  /** The points of a type for a member: the sum of the steps. */
  public Points total(MemberId member, PointType type) {
    long sum = 0;
    for (AccrualStep step : steps) {
      if (step.points().equals(type) && step.member().equals(member)) {
        sum = sum(sum, step.granted());
      }
    }
    return type.points(sum);
  }

  /** The points of the member of the activity by type, without types of which there are none. */
  public ImmutableMap<PointType, Points> totals() {
    return totals(activity.member());
  }

  /** The points of a member by type, without types of which there are none. */
  public ImmutableMap<PointType, Points> totals(MemberId member) {
    Set<PointType> types = new LinkedHashSet<>();
    for (AccrualStep step : steps) {
      types.add(step.points());
    }
    ImmutableMap.Builder<PointType, Points> totals = ImmutableMap.builder();
    for (PointType type : types) {
      Points total = total(member, type);
      if (!total.isZero()) {
        totals.put(type, total);
      }
    }
    return totals.build();
  }

  /** All who get points, by name. */
  public ImmutableSortedSet<MemberId> members() {
    return steps.stream()
        .map(AccrualStep::member)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** The points by rule and member, which add up to the totals. */
  public ImmutableList<Grant> grants() {
    return Grants.of(book, steps);
  }

  /** What the activity adds to its member's history. */
  public ImmutableList<HistoryEntry> historyEntries() {
    return HistoryEntries.of(activity, day, steps, traces);
  }

  /** What the activity uses of the program's budgets. */
  public ImmutableList<HistoryEntry.CapUsed> budgetEntries() {
    return traces.programCaps();
  }

  /** Who brought in whom, where a rule granted points for it. */
  public Optional<ReferralLink> referral() {
    return traces.referral();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Accrual that
        && activity.equals(that.activity)
        && day.equals(that.day)
        && steps.equals(that.steps)
        && traces.equals(that.traces)
        && book.equals(that.book)
        && skipped().equals(that.skipped());
  }

  @Override
  public int hashCode() {
    return 31 * activity.hashCode() + steps.hashCode();
  }

  /** The totals, for reading; {@link AccrualText} says more. */
  @Override
  public String toString() {
    return "Accrual[" + activity.id() + ": " + totals().values() + "]";
  }

  static long negated(long number) {
    if (number == Long.MIN_VALUE) {
      throw PointsOverflowException.of(0, "-", number);
    }
    return -number;
  }

  static long sum(long left, long right) {
    long sum = left + right;
    if (((left ^ sum) & (right ^ sum)) < 0) {
      throw PointsOverflowException.of(left, "+", right);
    }
    return sum;
  }
}
