package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Counting;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.Measures;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.Rollover;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.StatusEffect;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.status.Transition.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.MapPSet;
import org.pcollections.TreePVector;

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
  private Events events = Events.NONE;
  private MapPSet<Flag> flags = HashTreePSet.empty();
  private HashPMap<PointType, Long> balances = HashTreePMap.empty();
  private HashPMap<Metric, Long> carried = HashTreePMap.empty();
  private HashPMap<Metric, Long> used = HashTreePMap.empty();
  private int level;
  private int highest;
  private int levelForLife;
  private boolean hasClimbed;
  private Instant since;
  private Instant reviewAt = Span.END;
  private Instant validUntil = Span.END;
  private Instant dropAt = Span.END;
  private int dropTo;
  private TreePVector<StatusInterval> intervals = TreePVector.empty();
  private TreePVector<Transition> transitions = TreePVector.empty();

  Climb(Ground ground) {
    this.ground = ground;
    this.clock = ground.enrolledAt();
    this.since = clock;
    this.ladder = ground.versions().at(clock);
    this.tierSince = ground.enrolledOn();
    this.period = spanAt(clock);
  }

  private Climb(Climb other) {
    this.ground = other.ground;
    this.ladder = other.ladder;
    this.clock = other.clock;
    this.period = other.period;
    this.tierSince = other.tierSince;
    this.events = other.events;
    this.flags = other.flags;
    this.balances = other.balances;
    this.carried = other.carried;
    this.used = other.used;
    this.level = other.level;
    this.highest = other.highest;
    this.levelForLife = other.levelForLife;
    this.hasClimbed = other.hasClimbed;
    this.since = other.since;
    this.reviewAt = other.reviewAt;
    this.validUntil = other.validUntil;
    this.dropAt = other.dropAt;
    this.dropTo = other.dropTo;
    this.intervals = other.intervals;
    this.transitions = other.transitions;
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

  Events events() {
    return events;
  }

  int level() {
    return level;
  }

  Tier tier() {
    return ladder.tier(level);
  }

  Instant reviewAt() {
    return reviewAt;
  }

  Instant validUntil() {
    return validUntil;
  }

  long carried(Metric metric) {
    return carried.getOrDefault(metric, 0L);
  }

  long used(Metric metric) {
    return used.getOrDefault(metric, 0L);
  }

  TreePVector<Transition> transitions() {
    return transitions;
  }

  /** What was earned so far, the present tier with the end that is known by now. */
  TreePVector<StatusInterval> intervals() {
    if (level == 0) {
      return intervals;
    }
    Instant end = validUntil.isAfter(since) ? validUntil : Span.END;
    return intervals.plus(
        new StatusInterval(tier(), StatusSource.EARNED, Span.of(since, end), Optional.empty()));
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
      events = events.plus(happened.event());
    } else if (fact instanceof StatusFact.Corrected corrected) {
      events = events.corrected(corrected.event(), corrected.left());
    } else if (fact instanceof StatusFact.Flagged flagged) {
      flags = flagged.isHeld() ? flags.plus(flagged.flag()) : flags.minus(flagged.flag());
    } else if (fact instanceof StatusFact.Balanced balanced) {
      balances = balances.plus(balanced.type(), Math.max(0, balanced.units()));
    } else if (fact instanceof StatusFact.Improved improved) {
      improve(improved);
      return;
    } else {
      return;
    }
    settle(fact.id());
  }

  /** Goes on as the other walk does, keeping the past of this one. */
  void adopt(Climb recalculated, CommandId by) {
    Climb next = recalculated.copy();
    next.intervals = intervals;
    next.transitions = transitions;
    if (next.level == level) {
      next.since = since;
    } else {
      next.intervals = closed(clock);
      next.since = clock;
      next.transitions = transitions.plus(
          new Transition(clock, tier(), next.tier(), Cause.RETURNED, Optional.of(by)));
    }
    become(next);
  }

  Measures measures() {
    return new Tallies(clock, period);
  }

  Events.Scope scope() {
    Span span = ladder.period().isPeriodic() ? period : spanAt(clock);
    return new Events.Scope(ground, ladder, span, clock, false);
  }

  /** What it takes this member to reach a tier. */
  Qualification entry(Rung rung) {
    return ladder.level(rung.tier()) <= highest ? rung.reenter() : rung.enter();
  }

  /** Whether a review looks at the period that ends with it. */
  boolean looksBack() {
    return !(ladder.validity() instanceof Validity.EndOfPeriod end)
        || end.later() == 1
        || ladder.period().restartsWithTier();
  }

  /** The start of the period in which an instant lies. */
  Instant startOfPeriod(Instant at) {
    return spanAt(at).from();
  }

  private void become(Climb next) {
    carried = next.carried;
    used = next.used;
    events = next.events;
    period = next.period;
    tierSince = next.tierSince;
    level = next.level;
    highest = next.highest;
    levelForLife = next.levelForLife;
    hasClimbed = next.hasClimbed;
    since = next.since;
    reviewAt = next.reviewAt;
    validUntil = next.validUntil;
    dropAt = next.dropAt;
    dropTo = next.dropTo;
    intervals = next.intervals;
    transitions = next.transitions;
  }

  private Instant nextBoundary() {
    Instant next = ladder.period().isPeriodic() ? period.until() : Span.END;
    next = earlier(next, reviewAt);
    next = earlier(next, dropAt);
    next = earlier(next, ground.versions().changeAfter(clock).orElse(Span.END));
    if (level > 0 && ladder.validity() instanceof Validity.WhileQualified) {
      next = earlier(next, Exits.nextAfter(clock, events, ground, ladder));
    }
    return next;
  }

  /** What happens at one boundary: the past is judged by the terms that were in force until it. */
  private void cross(Instant at) {
    if (at.equals(dropAt)) {
      drop(dropTo, Cause.NOT_RENEWED, dropReviewAt(at));
    }
    boolean isReview = at.equals(reviewAt);
    Tallies past = new Tallies(at.minus(1, ChronoUnit.MICROS), period);
    if (ladder.period().isPeriodic() && at.equals(period.until())) {
      isReview = closePeriod(at, past, isReview);
    } else if (isReview) {
      review(at, past);
      isReview = false;
    }
    if (ground
        .versions()
        .changeAfter(at.minus(1, ChronoUnit.MICROS))
        .filter(at::equals)
        .isPresent()) {
      changeVersion(at);
    }
    if (isReview) {
      review(at, new Tallies(at, period));
    }
    settle(null);
  }

  /** Ends a period; whether a review is left to be held in the new one. */
  private boolean closePeriod(Instant at, Tallies past, boolean isReview) {
    Span ended = period;
    int reached = reached(past, level);
    Map<Metric, Long> rolled = rolledOver(past, qualified(past));
    period = spanAt(at);
    boolean isOpen = isReview;
    if (ladder.effect() == StatusEffect.NEXT_PERIOD && reached > level) {
      hold(reached, at, Cause.REACHED, null);
      last(at, ended);
      isOpen = false;
    } else if (isReview && looksBack()) {
      review(at, past);
      isOpen = false;
    }
    carried = HashTreePMap.from(rolled);
    used = HashTreePMap.empty();
    hasClimbed = false;
    return isOpen;
  }

  private Map<Metric, Long> rolledOver(Tallies past, int qualified) {
    Map<Metric, Long> rolled = new HashMap<>();
    for (Rollover rollover : ladder.rollovers()) {
      boolean isFor = rollover.onlyFrom().map(t -> qualified >= ladder.level(t)).orElse(true);
      long total = past.of(rollover.metric(), Optional.empty());
      long before = rollover.use() == Rollover.Use.CARRIED_FIRST
          ? Math.max(0, carried(rollover.metric()) - used(rollover.metric()))
          : carried(rollover.metric());
      long in = Math.min(total, before);
      long threshold = hasClimbed && ladder.counting() == Counting.DEDUCT_THRESHOLD
          ? 0
          : threshold(qualified, rollover.metric());
      long out = isFor ? rollover.carried(total - in, in, threshold) : 0;
      if (out > 0) {
        rolled.put(rollover.metric(), out);
      }
    }
    return rolled;
  }

  private long threshold(int of, Metric metric) {
    if (of == 0) {
      return 0;
    }
    Rung rung = ladder.rung(of);
    return threshold(of <= level ? rung.stay() : rung.enter(), metric);
  }

  private static long threshold(Qualification met, Metric metric) {
    return met.thresholds().stream()
        .filter(reach -> reach.period().isEmpty() && reach.metric().equals(metric))
        .mapToLong(Qualification.Reach::threshold)
        .max()
        .orElse(0);
  }

  private void review(Instant at, Tallies looked) {
    if (level == 0) {
      reviewAt = Span.END;
      return;
    }
    Instant next = nextReview(at);
    if (ladder.rung(level).stay().isMet(looked)) {
      renew(at, Cause.RENEWED, next);
      return;
    }
    int to = ladder.review().level(level, stayed(looked), looked);
    if (to == level) {
      boolean isKept = ladder.review() instanceof ReviewOutcome.Keep;
      renew(at, isKept ? Cause.KEPT : Cause.RENEWED, next);
    } else if (validUntil.isAfter(at)) {
      dropAt = validUntil;
      dropTo = to;
      reviewAt = Span.END;
    } else {
      drop(to, Cause.NOT_RENEWED, next);
    }
  }

  private void renew(Instant at, Cause cause, Instant next) {
    reviewAt = next;
    validUntil = extended(next);
    transitions = transitions.plus(new Transition(at, tier(), tier(), cause, Optional.empty()));
  }

  private void drop(int to, Cause cause, Instant next) {
    hold(to, clock, cause, null);
    reviewAt = to == 0 ? Span.END : next;
    validUntil = to == 0 ? Span.END : extended(next);
  }

  /** When a tier that begins at the end of an extension is reviewed. */
  private Instant dropReviewAt(Instant at) {
    return ladder.validity().needsPeriods() ? spanAt(at).until() : nextReview(at);
  }

  /** When a tier that was confirmed at an instant is reviewed next. */
  private Instant nextReview(Instant at) {
    if (ladder.validity() instanceof Validity.EndOfPeriod) {
      return spanAt(at).until();
    }
    return ladder.validity() instanceof Validity.Lasting lasting
        ? endOf(at.minus(1, ChronoUnit.MICROS), lasting)
        : Span.END;
  }

  private Instant endOf(Instant from, Validity.Lasting lasting) {
    LocalDate last = ground.calendar().dateOf(from).plus(lasting.length());
    return last.getYear() > 9998 ? Span.END : ground.calendar().afterLast(last);
  }

  private Instant extended(Instant review) {
    return ladder.validity() instanceof Validity.EndOfPeriod end
            && !end.extension().isZero()
            && review.isBefore(Span.END)
        ? ground.calendar().startOf(ground.calendar().dateOf(review).plus(end.extension()))
        : review;
  }

  /** Lets a tier that was reached last as long as the ladder says. */
  private void last(Instant at, Span earnedIn) {
    Validity validity = ladder.validity();
    if (validity instanceof Validity.EndOfPeriod end) {
      reviewAt = end.later() == 0 || earnedIn.until().equals(Span.END)
          ? earnedIn.until()
          : spanAt(earnedIn.until()).until();
    } else if (validity instanceof Validity.Lasting lasting) {
      reviewAt = endOf(at, lasting);
    } else {
      reviewAt = Span.END;
    }
    validUntil = extended(reviewAt);
  }

  private void changeVersion(Instant at) {
    TierLadder next = ground.versions().at(at);
    Tier before = tier();
    int moved = ground.versions().levelAt(before, at);
    int best = ground.versions().levelAt(ladder.tier(highest), at);
    int life = ground.versions().levelAt(ladder.tier(levelForLife), at);
    int drop = ground.versions().levelAt(ladder.tier(dropTo), at);
    boolean isOther = next.level(before) < 0;
    if (isOther) {
      intervals = closed(at);
      since = at;
    }
    ladder = next;
    level = moved;
    highest = Math.max(best, moved);
    levelForLife = life;
    dropTo = Math.min(drop, moved);
    if (isOther) {
      transitions = transitions.plus(
          new Transition(at, before, tier(), Cause.TIER_REPLACED, Optional.empty()));
    }
    if (level == 0) {
      reviewAt = Span.END;
      validUntil = Span.END;
      dropAt = Span.END;
    }
  }

  /** Gives what the figures give by now. */
  private void settle(@Nullable CommandId by) {
    Tallies now = new Tallies(clock, period);
    if (ladder.validity() instanceof Validity.WhileQualified) {
      int to = qualified(now);
      if (to != level) {
        hold(to, clock, to > level ? Cause.REACHED : Cause.NO_LONGER_QUALIFIED, by);
      }
    } else if (ladder.effect() == StatusEffect.IMMEDIATE) {
      climb(now, by);
    }
    settleForLife(now, by);
  }

  private void climb(Tallies now, @Nullable CommandId by) {
    boolean isStepwise = ladder.counting() == Counting.DEDUCT_THRESHOLD;
    Tallies figures = now;
    int next = isStepwise ? reachedNext(figures) : reached(figures, level);
    while (next > level) {
      int before = level;
      promote(next, by);
      if (!isStepwise || level == before) {
        return;
      }
      figures = new Tallies(clock, period);
      next = reachedNext(figures);
    }
    if (dropAt.isBefore(Span.END)) {
      stayAfterAll(figures);
    }
  }

  private void promote(int to, @Nullable CommandId by) {
    settleFigures(to);
    dropAt = Span.END;
    hold(to, clock, Cause.REACHED, by);
    last(clock, period);
    hasClimbed = true;
  }

  /** Within an extension the new period may already give what the review took. */
  private void stayAfterAll(Tallies now) {
    int to = stayed(now);
    if (to == level) {
      dropAt = Span.END;
      last(clock, period);
      transitions =
          transitions.plus(new Transition(clock, tier(), tier(), Cause.RENEWED, Optional.empty()));
    } else if (to > dropTo) {
      dropTo = to;
    }
  }

  /**
   * What reaching a tier does to the figures, and to the period where that begins with the tier.
   */
  private void settleFigures(int to) {
    Map<Metric, Long> left = new HashMap<>();
    for (Metric metric : ladder.metrics()) {
      long now = new Tallies(clock, period).of(metric, Optional.empty());
      long taken = ladder.counting() == Counting.DEDUCT_THRESHOLD
          ? threshold(entry(ladder.rung(to)), metric)
          : ladder.counting() == Counting.RESET ? now : 0;
      left.put(metric, Math.max(0, now - taken));
      used = used.plus(metric, used(metric) + Math.min(now, taken));
    }
    if (ladder.period().restartsWithTier()) {
      tierSince = ground.calendar().dateOf(clock);
      period = spanAt(clock);
      Tallies fresh = new Tallies(clock, period);
      boolean isCarried = ladder.counting() == Counting.DEDUCT_THRESHOLD;
      for (Metric metric : ladder.metrics()) {
        carried = carried.plus(metric, isCarried ? left.getOrDefault(metric, 0L) : 0L);
        used = used.plus(metric, fresh.raw(metric));
      }
    }
  }

  private void settleForLife(Tallies now, @Nullable CommandId by) {
    for (int each = ladder.rungs().size(); each > levelForLife; each--) {
      if (ladder.rung(each).forLife().map(life -> life.isMet(now)).orElse(false)) {
        levelForLife = each;
        intervals = intervals.plus(new StatusInterval(
            ladder.tier(each), StatusSource.LIFETIME, Span.from(clock), Optional.ofNullable(by)));
        return;
      }
    }
  }

  private void improve(StatusFact.Improved improved) {
    int to = ground.versions().levelAt(improved.tier(), clock);
    if (to > level) {
      dropAt = Span.END;
      hold(to, clock, Cause.LATE_EVENT, improved.id());
      reviewAt = improved.reviewAt();
      validUntil = improved.validUntil();
    }
  }

  private void hold(int to, Instant at, Cause cause, @Nullable CommandId by) {
    transitions = transitions.plus(
        new Transition(at, tier(), ladder.tier(to), cause, Optional.ofNullable(by)));
    intervals = closed(at);
    dropAt = Span.END;
    since = at;
    level = to;
    highest = Math.max(highest, to);
  }

  private TreePVector<StatusInterval> closed(Instant at) {
    return level == 0 || !since.isBefore(at)
        ? intervals
        : intervals.plus(
            new StatusInterval(tier(), StatusSource.EARNED, Span.of(since, at), Optional.empty()));
  }

  /** The highest level above another that is reached, or that level. */
  private int reached(Measures figures, int above) {
    for (int each = ladder.rungs().size(); each > above; each--) {
      if (isReached(each, figures)) {
        return each;
      }
    }
    return above;
  }

  /** The level that figures alone give a member of the present one. */
  private int qualified(Measures figures) {
    int reached = reached(figures, level);
    return reached > level ? reached : stayed(figures);
  }

  private int reachedNext(Measures figures) {
    int next = level + 1;
    return next <= ladder.rungs().size() && isReached(next, figures) ? next : level;
  }

  private boolean isReached(int each, Measures figures) {
    return entry(ladder.rung(each)).isMet(figures);
  }

  /** The highest level, at most the present one, whose terms of staying are met. */
  private int stayed(Measures figures) {
    for (int each = level; each > 0; each--) {
      if (ladder.rung(each).stay().isMet(figures)) {
        return each;
      }
    }
    return 0;
  }

  private Span spanAt(Instant at) {
    return ground.span(ladder.period(), at, tierSince);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** The figures at one moment; each is worked out once. */
  final class Tallies implements Measures {
    private final Instant at;
    private final Span span;
    private final Map<Metric, Long> known = new HashMap<>();

    Tallies(Instant at, Span span) {
      this.at = at;
      this.span = ladder.period().isPeriodic() ? span : spanAt(at);
    }

    @Override
    public long of(Metric metric, Optional<QualifyingPeriod> own) {
      if (metric instanceof Metric.CurrentBalance balance) {
        return balances.getOrDefault(balance.type(), 0L);
      }
      if (own.isPresent()) {
        Span scope = ground.span(own.get(), at, tierSince);
        return events.figure(metric, new Events.Scope(ground, ladder, scope, at, true));
      }
      return Math.max(0, raw(metric) + carried(metric) - used(metric));
    }

    /** The figure of the period before what is carried and used up. */
    long raw(Metric metric) {
      Long figure = known.get(metric);
      if (figure == null) {
        figure = events.figure(metric, new Events.Scope(ground, ladder, span, at, false));
        known.put(metric, figure);
      }
      return requireNonNull(figure);
    }

    @Override
    public boolean holds(Flag flag) {
      return flags.contains(flag);
    }
  }

  /** Whether an activity is known. */
  boolean knows(ActivityId activity) {
    return events.places().containsKey(activity);
  }
}
