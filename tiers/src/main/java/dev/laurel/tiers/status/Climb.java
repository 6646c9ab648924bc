package dev.laurel.tiers.status;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Counting;
import dev.laurel.tiers.ladder.Measures;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.StatusEffect;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.status.Transition.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The walk of one member along one ladder: what was earned, instant by instant.
 *
 * <p>Facts are taken in business order, and between two facts the walk crosses the boundaries that
 * lie there: ends of periods, reviews, ends of extensions, new versions. A walk is changed in place
 * while it is young and copied before it goes on; its parts are persistent, so that a copy is
 * cheap.
 */
final class Climb {
  private final Ground ground;
  private TierLadder ladder;
  private Instant clock;
  private Span period;
  private LocalDate tierSince;
  private Figures figures = Figures.NONE;
  private Held held;
  private boolean hasClimbed;

  Climb(Ground ground) {
    this.ground = ground;
    this.clock = ground.enrolledAt();
    this.ladder = ground.versions().at(clock);
    this.tierSince = ground.enrolledOn();
    this.held = new Held(ladder, clock);
    this.period = new Dates(ground, ladder, tierSince).spanAt(clock);
  }

  private Climb(Climb other) {
    this.ground = other.ground;
    this.ladder = other.ladder;
    this.clock = other.clock;
    this.period = other.period;
    this.tierSince = other.tierSince;
    this.figures = other.figures;
    this.held = other.held.copy();
    this.hasClimbed = other.hasClimbed;
  }

  Climb copy() {
    return new Climb(this);
  }

  Ground ground() {
    return ground;
  }

  TierLadder ladder() {
    return ladder;
  }

  Instant clock() {
    return clock;
  }

  Span period() {
    return period;
  }

  Figures figures() {
    return figures;
  }

  Held held() {
    return held;
  }

  Tier tier() {
    return held.tier();
  }

  Dates dates() {
    return new Dates(ground, ladder, tierSince);
  }

  Levels levels() {
    return new Levels(ladder, held.level(), held.highest(), hasClimbed);
  }

  /** The figures at the clock. */
  Figures.Moment measures() {
    return at(clock);
  }

  /** Whether an activity is known. */
  boolean knows(ActivityId activity) {
    return figures.events().places().containsKey(activity);
  }

  /** Takes the boundaries up to an instant, that instant included. */
  void advanceTo(Instant until) {
    Instant next = nextBoundary();
    while (!next.isAfter(until)) {
      clock = next;
      cross(next);
      next = nextBoundary();
    }
    clock = until.isAfter(clock) ? until : clock;
  }

  /** Takes a fact that does not lie before the clock. */
  void take(StatusFact fact) {
    advanceTo(fact.occurredAt());
    if (fact instanceof StatusFact.Happened happened) {
      figures = figures.with(figures.events().plus(happened.event()));
    } else if (fact instanceof StatusFact.Corrected corrected) {
      figures = figures.with(figures.events().corrected(corrected.event(), corrected.left()));
    } else if (fact instanceof StatusFact.Flagged flagged) {
      figures = figures.after(flagged);
    } else if (fact instanceof StatusFact.Balanced balanced) {
      figures = figures.after(balanced);
    } else if (fact instanceof StatusFact.Improved improved) {
      improve(improved);
      return;
    } else if (fact instanceof StatusFact.United united) {
      unite(Replays.past(ground, united, clock), united.id());
      return;
    } else {
      return;
    }
    settle(fact.id());
  }

  /** Takes in what another walk has to show at the same instant. */
  void unite(Climb other, CommandId by) {
    Union union = Union.before(this, other);
    if (ladder.period().restartsWithTier() && other.held.level() > held.level()) {
      tierSince = other.tierSince;
      period = other.period;
    }
    figures = figures.union(other.figures);
    figures = union.settled(figures, measures());
    hasClimbed |= other.hasClimbed;
    held.unite(other.held, clock, by);
    settle(by);
  }

  /** Goes on as the other walk does, keeping the past of this one. */
  void adopt(Climb recalculated, CommandId by) {
    held = held.asIf(recalculated.held, clock, by);
    figures = recalculated.figures;
    period = recalculated.period;
    tierSince = recalculated.tierSince;
    hasClimbed = recalculated.hasClimbed;
  }

  /** The tiers above the present one that an event at the clock would reach. */
  ImmutableList<StatusRecord.Reached> reachedBy(QualifyingEvent event) {
    Climb after = copy();
    after.figures = figures.with(figures.events().plus(event));
    List<StatusRecord.Reached> reached = new ArrayList<>();
    for (int each = held.level() + 1; each <= ladder.rungs().size(); each++) {
      int to = each;
      levels()
          .entry(each)
          .metAfterShare(measures(), after.measures())
          .ifPresent(share -> reached.add(new StatusRecord.Reached(to, share)));
    }
    reached.sort(Comparator.comparing(StatusRecord.Reached::share)
        .thenComparing(StatusRecord.Reached::level));
    return ladder.effect() == StatusEffect.IMMEDIATE
        ? ImmutableList.copyOf(reached)
        : ImmutableList.of();
  }

  private Figures.Moment at(Instant at) {
    Span span = ladder.period().isPeriodic() ? period : dates().spanAt(at);
    return new Figures.Moment(figures, ground, ladder, tierSince, at, span);
  }

  private Instant nextBoundary() {
    Instant next = ladder.period().isPeriodic() ? period.until() : Span.END;
    next = earlier(next, held.reviewAt());
    next = earlier(next, held.dropAt());
    next = earlier(next, ground.versions().changeAfter(clock).orElse(Span.END));
    if (held.level() > 0 && ladder.validity() instanceof Validity.WhileQualified) {
      next = earlier(next, Exits.nextAfter(clock, figures.events(), ground, ladder));
    }
    return next;
  }

  /** What happens at one boundary: the past is judged by the terms that were in force until it. */
  private void cross(Instant at) {
    if (at.equals(held.dropAt())) {
      boolean isPeriodic = ladder.validity().needsPeriods();
      drop(held.dropTo(), isPeriodic ? dates().spanAt(at).until() : dates().nextReview(at));
    }
    boolean isReview = at.equals(held.reviewAt());
    Measures past = at(at.minus(1, ChronoUnit.MICROS));
    if (ladder.period().isPeriodic() && at.equals(period.until())) {
      isReview = closePeriod(at, past, isReview);
    } else if (isReview) {
      review(at, past);
      isReview = false;
    }
    if (!ground.versions().at(at).equals(ladder)) {
      held.changeVersion(ground.versions(), at);
      ladder = ground.versions().at(at);
    }
    if (isReview) {
      review(at, measures());
    }
    settle(null);
  }

  /** Ends a period; whether a review is left to be held in the new one. */
  private boolean closePeriod(Instant at, Measures past, boolean isReview) {
    Span ended = period;
    int reached = levels().reached(past);
    Map<Metric, Long> rolled = levels().rolledOver(past, figures);
    period = dates().spanAt(at);
    boolean isOpen = isReview;
    if (ladder.effect() == StatusEffect.NEXT_PERIOD && reached > held.level()) {
      held.hold(reached, at, Cause.REACHED, null);
      last(ended);
      isOpen = false;
    } else if (isReview && dates().looksBack()) {
      review(at, past);
      isOpen = false;
    }
    figures = figures.inNewPeriod(rolled);
    hasClimbed = false;
    return isOpen;
  }

  private void review(Instant at, Measures looked) {
    int level = held.level();
    if (level == 0) {
      held.last(Span.END, Span.END);
      return;
    }
    Instant next = dates().nextReview(at);
    if (ladder.rung(level).stay().isMet(looked)) {
      held.renew(at, Cause.RENEWED, next, dates().extended(next));
      return;
    }
    int to = ladder.review().level(level, levels().stayed(looked), looked);
    if (to == level) {
      boolean isKept = ladder.review() instanceof ReviewOutcome.Keep;
      held.renew(at, isKept ? Cause.KEPT : Cause.RENEWED, next, dates().extended(next));
    } else if (held.validUntil().isAfter(at)) {
      held.dropLater(to);
    } else {
      drop(to, next);
    }
  }

  private void drop(int to, Instant next) {
    held.hold(to, clock, Cause.NOT_RENEWED, null);
    held.last(next, dates().extended(next));
  }

  /** Lets a tier that was reached at the clock last as long as the ladder says. */
  private void last(Span earnedIn) {
    Instant review = dates().firstReview(clock, earnedIn);
    held.last(review, dates().extended(review));
  }

  /** Gives what the figures give by now. */
  private void settle(@Nullable CommandId by) {
    Measures now = measures();
    if (ladder.validity() instanceof Validity.WhileQualified) {
      int to = levels().qualified(now);
      if (to != held.level()) {
        Cause cause = to > held.level() ? Cause.REACHED : Cause.NO_LONGER_QUALIFIED;
        held.hold(to, clock, cause, by);
      }
    } else if (ladder.effect() == StatusEffect.IMMEDIATE) {
      climb(by);
    }
    settleForLife(now, by);
  }

  private void climb(@Nullable CommandId by) {
    boolean isStepwise = ladder.counting() == Counting.DEDUCT_THRESHOLD;
    int next = isStepwise ? levels().reachedNext(measures()) : levels().reached(measures());
    while (next > held.level()) {
      promote(next, by);
      next = isStepwise ? levels().reachedNext(measures()) : next;
    }
    if (held.dropAt().isBefore(Span.END)) {
      stayAfterAll();
    }
  }

  private void promote(int to, @Nullable CommandId by) {
    settleFigures(to);
    held.hold(to, clock, Cause.REACHED, by);
    last(period);
    hasClimbed = true;
  }

  /** Within an extension the new period may already give what the review took. */
  private void stayAfterAll() {
    int to = levels().stayed(measures());
    if (to == held.level()) {
      Instant review = dates().firstReview(clock, period);
      held.renew(clock, Cause.RENEWED, review, dates().extended(review));
    } else {
      held.dropLess(to);
    }
  }

  /**
   * What reaching a tier does to the figures, and to the period where that begins with the tier.
   */
  private void settleFigures(int to) {
    Map<Metric, Long> left = new HashMap<>();
    for (Metric metric : ladder.metrics()) {
      long now = measures().of(metric, Optional.empty());
      long taken = Math.min(now, taken(to, metric, now));
      left.put(metric, now - taken);
      figures = figures.using(metric, figures.usedUp(metric) + taken);
    }
    if (ladder.period().restartsWithTier()) {
      tierSince = ground.calendar().dateOf(clock);
      period = dates().spanAt(clock);
      Figures.Moment fresh = measures();
      boolean isCarried = ladder.counting() == Counting.DEDUCT_THRESHOLD;
      for (Metric metric : ladder.metrics()) {
        figures = figures.carrying(metric, isCarried ? left.getOrDefault(metric, 0L) : 0L);
        figures = figures.using(metric, fresh.raw(metric));
      }
    }
  }

  private long taken(int to, Metric metric, long now) {
    if (ladder.counting() == Counting.DEDUCT_THRESHOLD) {
      return Levels.threshold(levels().entry(to), metric);
    }
    return ladder.counting() == Counting.RESET ? now : 0;
  }

  private void settleForLife(Measures now, @Nullable CommandId by) {
    for (int each = ladder.rungs().size(); each > held.levelForLife(); each--) {
      if (ladder.rung(each).forLife().map(life -> life.isMet(now)).orElse(false)) {
        held.holdForLife(each, clock, by);
        return;
      }
    }
  }

  private void improve(StatusFact.Improved improved) {
    int to = ground.versions().levelAt(improved.tier(), clock);
    if (to > held.level()) {
      held.hold(to, clock, Cause.LATE_EVENT, improved.id());
      held.last(improved.reviewAt(), improved.validUntil());
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
