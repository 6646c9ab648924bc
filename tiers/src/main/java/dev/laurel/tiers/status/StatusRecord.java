package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.TimeGate;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.LateCredits;
import dev.laurel.tiers.ladder.Measures;
import dev.laurel.tiers.ladder.RefundEffect;
import dev.laurel.tiers.ladder.Tier;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/**
 * All that bears on one member's status in one ladder, and what comes of it.
 *
 * <p>An immutable value; {@link #decide} gives the next one. A fact that arrives in order costs
 * what the figures of one period cost; one that arrives late has all decided again, or is handled
 * as {@link LateCredits} says.
 *
 * <pre>{@code
 * StatusRecord record = StatusRecord.open(LadderVersions.of(ladder), calendar, enrolledAt);
 * record = record.decide(fact).orThrow();
 * record.standing(asOf).tier();   // Silver
 * }</pre>
 */
public final class StatusRecord {
  private final Ground ground;
  private final TreePVector<StatusFact> facts;
  private final HashPMap<CommandId, StatusFact> known;
  private final TreePVector<StatusFact.Happened> tooLate;
  private final TreePVector<StatusFact> grants;
  private final Climb climb;

  /**
   * A tier that an event would reach.
   *
   * @param level the tier's level
   * @param share the part of the event that it takes, from 0 to 1
   */
  public record Reached(int level, Ratio share) {
    /** A tier and a share. */
    public Reached {
      requireNonNull(share, "share");
    }
  }

  private StatusRecord(
      Ground ground,
      TreePVector<StatusFact> facts,
      HashPMap<CommandId, StatusFact> known,
      TreePVector<StatusFact.Happened> tooLate,
      TreePVector<StatusFact> grants,
      Climb climb) {
    this.ground = ground;
    this.facts = facts;
    this.known = known;
    this.tooLate = tooLate;
    this.grants = grants;
    this.climb = climb;
  }

  /** The record of a member who has just enrolled. */
  public static StatusRecord open(
      LadderVersions versions, ProgramCalendar calendar, Instant enrolledAt) {
    Ground ground = new Ground(
        requireNonNull(versions, "versions"),
        requireNonNull(calendar, "calendar"),
        TimeGate.admit(enrolledAt, "enrolledAt"));
    return new StatusRecord(
        ground,
        TreePVector.empty(),
        HashTreePMap.empty(),
        TreePVector.empty(),
        TreePVector.empty(),
        new Climb(ground));
  }

  /** The ladder. */
  public LadderVersions versions() {
    return ground.versions();
  }

  /** The program's days and years. */
  public ProgramCalendar calendar() {
    return ground.calendar();
  }

  /** When the member enrolled. */
  public Instant enrolledAt() {
    return ground.enrolledAt();
  }

  /** The facts in business order, those left out that came too late. */
  public ImmutableList<StatusFact> facts() {
    return ImmutableList.copyOf(facts);
  }

  /** The events that came too late to count for themselves, in order of arrival. */
  public ImmutableList<QualifyingEvent> tooLate() {
    return tooLate.stream()
        .map(StatusFact.Happened::event)
        .collect(ImmutableList.toImmutableList());
  }

  /** Until which business time facts have been taken. */
  public Instant clock() {
    return climb.clock();
  }

  /** All that bore on the status, for another member's record that takes it up. */
  public StatusFact.Past past() {
    return new StatusFact.Past(ground.enrolledAt(), facts, tooLate);
  }

  /**
   * The same facts under other versions of the ladder, all decided again; what came too late stays
   * so.
   */
  public StatusRecord under(LadderVersions versions) {
    Ground other =
        new Ground(requireNonNull(versions, "versions"), ground.calendar(), ground.enrolledAt());
    return new StatusRecord(other, facts, known, tooLate, grants, Replays.all(other, facts));
  }

  /** What comes of one more fact; one that was taken before is not taken again. */
  public StatusDecision decide(StatusFact fact) {
    StatusFact before = known.get(requireNonNull(fact, "fact").id());
    if (before != null) {
      return before.equals(fact)
          ? new StatusDecision.Taken(this)
          : refused(
              StatusRefusal.Code.IDEMPOTENCY_CONFLICT, fact, "came before with other content");
    }
    Optional<StatusDecision> refusal = check(fact);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    StatusFact latest = facts.isEmpty() ? null : facts.get(facts.size() - 1);
    boolean isInOrder = latest == null || StatusFact.BY_BUSINESS_TIME.compare(latest, fact) < 0;
    return isInOrder ? inOrder(fact) : late(fact);
  }

  /** The course until an instant; boundaries up to it are crossed, that instant included. */
  public StatusCourse course(Instant until) {
    Climb ahead = at(until);
    return new StatusCourse(
        ground.versions(),
        ahead.clock(),
        ahead.held().intervals().plusAll(coverage()),
        ahead.held().transitions());
  }

  /** The one tier of the member at an instant, in the past by what is known now. */
  public Standing standing(Instant asOf) {
    Climb ahead = at(asOf);
    return StatusCourse.standing(
        ground.versions(), Iterables.concat(ahead.held().intervals(), coverage()), asOf);
  }

  /** The figures that the ladder looks at, at an instant that does not lie before the clock. */
  public Measures measures(Instant asOf) {
    return at(asOf).measures();
  }

  /**
   * The figures of a stretch of the caller's own, such as a trial, whatever periods the ladder has;
   * flags are those at the instant, which does not lie before the clock.
   */
  public Measures measures(Span within, Instant asOf) {
    return at(asOf).measures().within(requireNonNull(within, "within"));
  }

  /** What is missing to the next tier and to keep the present one, and what comes of it. */
  public Outlook outlook(Instant asOf) {
    return OutlookMaker.of(at(asOf), asOf, this);
  }

  /** How each figure that the ladder looks at came together. */
  public ImmutableList<FigureAccount> explain(Instant asOf) {
    return FigureAccounts.of(at(asOf), tooLate());
  }

  /**
   * The tiers that an event would reach and after what share of it, as if its figures grew evenly
   * from its start to its end; in the order of the shares. A member at 495 of 500 whom it brings to
   * 505 reaches the tier after one half.
   */
  public ImmutableList<Reached> reachedBy(QualifyingEvent event) {
    Climb ahead = at(event.occurredAt());
    return ahead.reachedBy(event);
  }

  /** The tier that was earned by an instant, whatever else was given. */
  public Tier earned(Instant asOf) {
    return at(asOf).tier();
  }

  /** Whether an event is known that can still be corrected. */
  public boolean knows(ActivityId event) {
    return climb.knows(event) || isTooLate(event);
  }

  Climb at(Instant asOf) {
    Climb ahead = climb.copy();
    ahead.advanceTo(asOf);
    return ahead;
  }

  ImmutableList<StatusInterval> coverage() {
    return Coverage.of(grants, ground.calendar(), ground.versions().latest().grace());
  }

  private Optional<StatusDecision> check(StatusFact fact) {
    if (fact.occurredAt().isBefore(ground.enrolledAt())) {
      return Optional.of(refused(
          StatusRefusal.Code.BEFORE_ENROLMENT,
          fact,
          "must not lie before enrolment at " + ground.enrolledAt()));
    }
    if (!ground.versions().isOpenAt(fact.occurredAt())) {
      return Optional.of(refused(
          StatusRefusal.Code.BEFORE_OPENING,
          fact,
          "must not lie before the ladder opened at "
              + ground.versions().opensAt().orElseThrow()));
    }
    if (fact instanceof StatusFact.Corrected corrected && !knows(corrected.event())) {
      return Optional.of(refused(
          StatusRefusal.Code.UNKNOWN_REFERENCE,
          fact,
          "must correct an event that is known: " + corrected.event()));
    }
    if (fact instanceof StatusFact.Ended ended && !isGrant(ended.given())) {
      return Optional.of(refused(
          StatusRefusal.Code.UNKNOWN_REFERENCE,
          fact,
          "must end a grant that is known: " + ended.given()));
    }
    if (fact instanceof StatusFact.United united) {
      return check(united);
    }
    return tierOf(fact)
        .filter(tier -> ground.versions().at(fact.occurredAt()).level(tier) < 0)
        .map(tier -> refused(
            StatusRefusal.Code.UNKNOWN_TIER, fact, "must give a tier of the ladder: " + tier));
  }

  private Optional<StatusDecision> check(StatusFact.United fact) {
    return told(fact.other()).keySet().stream()
        .filter(known::containsKey)
        .sorted()
        .findFirst()
        .map(id -> refused(
            StatusRefusal.Code.IDEMPOTENCY_CONFLICT, fact, "finds one name for two: " + id));
  }

  /**
   * What was told of another by name, without balances, which follow from the accounts of the one
   * or the other.
   */
  private static Map<CommandId, StatusFact> told(StatusFact.Past other) {
    Map<CommandId, StatusFact> told = new HashMap<>();
    for (StatusFact fact : Iterables.concat(other.facts(), other.tooLate())) {
      if (!(fact instanceof StatusFact.Balanced)) {
        told.put(fact.id(), fact);
      }
      if (fact instanceof StatusFact.United united) {
        told.putAll(told(united.other()));
      }
    }
    return told;
  }

  private boolean isGrant(CommandId id) {
    return known.get(id) instanceof StatusFact.Given || known.get(id) instanceof StatusFact.Paid;
  }

  private static Optional<Tier> tierOf(StatusFact fact) {
    if (fact instanceof StatusFact.Given given) {
      return Optional.of(given.tier());
    }
    return fact instanceof StatusFact.Paid paid ? Optional.of(paid.tier()) : Optional.empty();
  }

  private StatusDecision refused(StatusRefusal.Code code, StatusFact fact, String rule) {
    return new StatusDecision.Refused(this, StatusRefusal.of(code, fact, rule));
  }

  private boolean isTooLate(ActivityId event) {
    return tooLate.stream().anyMatch(late -> late.event().activity().equals(event));
  }

  private StatusDecision inOrder(StatusFact fact) {
    Climb next = climb.copy();
    next.advanceTo(fact.occurredAt());
    if (fact instanceof StatusFact.Corrected corrected && climb.knows(corrected.event())) {
      RefundEffect effect = next.ladder().refunds();
      if (effect != RefundEffect.KEEP_UNTIL_REVIEW) {
        Climb recalculated = Replays.recalculated(ground, facts, corrected);
        if (effect == RefundEffect.REJECT_IF_TIER_CHANGES
            && !recalculated.tier().equals(next.tier())) {
          return refused(
              StatusRefusal.Code.TIER_WOULD_CHANGE,
              fact,
              "must not change the tier: " + next.tier() + " would be " + recalculated.tier());
        }
      }
    }
    Replays.take(next, facts, fact);
    return new StatusDecision.Taken(with(facts.plus(fact), fact, next));
  }

  private StatusDecision late(StatusFact fact) {
    Span open = climb.period();
    boolean isCredit = fact instanceof StatusFact.Happened || fact instanceof StatusFact.Corrected;
    boolean isClosed = climb.ladder().period().isPeriodic()
        && fact.occurredAt().isBefore(open.from())
        && climb.ladder().lateCredits() != LateCredits.FULL;
    TreePVector<StatusFact> placed = placed(fact);
    if (!isCredit || !isClosed) {
      return new StatusDecision.Taken(with(placed, fact, Replays.all(ground, placed)));
    }
    if (fact instanceof StatusFact.Happened happened) {
      return new StatusDecision.Taken(tooLate(happened));
    }
    // A return that is told late shrinks the event from now on; periods that are closed stay so.
    StatusFact.Corrected late = (StatusFact.Corrected) fact;
    CommandStamp now = CommandStamp.of(
        late.id(), late.stamp().member(), climb.clock(), late.stamp().recordedAt());
    StatusFact.Corrected moved = new StatusFact.Corrected(now, late.event(), late.left());
    TreePVector<StatusFact> after = placed(moved);
    StatusRecord next = with(after, fact, Replays.all(ground, after));
    return new StatusDecision.Taken(next);
  }

  private StatusRecord tooLate(StatusFact.Happened late) {
    StatusRecord marked = new StatusRecord(
        ground, facts, known.plus(late.id(), late), tooLate.plus(late), grants, climb);
    if (climb.ladder().lateCredits() == LateCredits.IGNORE) {
      return marked;
    }
    // All that came too late counts together: two flights may give what neither gives alone.
    TreePVector<StatusFact> placed = facts;
    for (StatusFact.Happened each : marked.tooLate) {
      placed = inserted(placed, each);
    }
    Climb better = Replays.all(ground, placed);
    Climb now = climb.copy();
    Instant arrival = later(climb.clock(), late.stamp().recordedAt());
    better.advanceTo(arrival);
    now.advanceTo(arrival);
    if (better.held().level() <= now.held().level()) {
      return marked;
    }
    CommandStamp stamp = CommandStamp.of(
        CommandId.of(late.id() + "/improved"), late.stamp().member(), arrival, arrival);
    StatusFact improved = new StatusFact.Improved(
        stamp,
        late.event().activity(),
        better.tier(),
        better.held().reviewAt(),
        better.held().validUntil());
    Climb next = climb.copy();
    next.take(improved);
    return marked.with(facts.plus(improved), improved, next);
  }

  private StatusRecord with(TreePVector<StatusFact> all, StatusFact fact, Climb next) {
    TreePVector<StatusFact> given = isGrant(fact) ? inserted(grants, fact) : grants;
    HashPMap<CommandId, StatusFact> names = known.plus(fact.id(), fact);
    return fact instanceof StatusFact.United united
        ? new StatusRecord(
            ground,
            all,
            names.plusAll(told(united.other())),
            tooLate.plusAll(united.other().tooLate()),
            given,
            next)
        : new StatusRecord(ground, all, names, tooLate, given, next);
  }

  /** Whether a fact bears on what is given and paid for. */
  private static boolean isGrant(StatusFact fact) {
    return fact instanceof StatusFact.Given
        || fact instanceof StatusFact.Paid
        || fact instanceof StatusFact.Ended
        || fact instanceof StatusFact.Paused
        || fact instanceof StatusFact.United;
  }

  private TreePVector<StatusFact> placed(StatusFact fact) {
    return inserted(facts, fact);
  }

  private static TreePVector<StatusFact> inserted(TreePVector<StatusFact> all, StatusFact fact) {
    int place = all.size();
    while (place > 0 && StatusFact.BY_BUSINESS_TIME.compare(all.get(place - 1), fact) > 0) {
      place--;
    }
    return all.plus(place, fact);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Two records are equal if they are about one ladder and have the same facts. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatusRecord that
        && ground.equals(that.ground)
        && facts.equals(that.facts)
        && tooLate.equals(that.tooLate)
        && course(clock()).equals(that.course(that.clock()));
  }

  @Override
  public int hashCode() {
    return 31 * ground.hashCode() + facts.hashCode();
  }

  /** The ladder, the earned tier and the clock, for reading. */
  @Override
  public String toString() {
    return "StatusRecord["
        + ground.versions().code()
        + ": "
        + climb.tier()
        + " at "
        + climb.clock()
        + "]";
  }
}
