package dev.laurel.tiers.status;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.status.Transition.Cause;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/** The tier that a member has earned, how long it lasts, and how it came to be. */
final class Held {
  private TierLadder ladder;
  private int level;
  private int highest;
  private int levelForLife;
  private Instant since;
  private Instant reviewAt = Span.END;
  private Instant validUntil = Span.END;
  private Instant dropAt = Span.END;
  private int dropTo;
  private TreePVector<StatusInterval> intervals = TreePVector.empty();
  private TreePVector<Transition> transitions = TreePVector.empty();

  Held(TierLadder ladder, Instant since) {
    this.ladder = ladder;
    this.since = since;
  }

  Held copy() {
    Held copy = new Held(ladder, since);
    copy.level = level;
    copy.highest = highest;
    copy.levelForLife = levelForLife;
    copy.reviewAt = reviewAt;
    copy.validUntil = validUntil;
    copy.dropAt = dropAt;
    copy.dropTo = dropTo;
    copy.intervals = intervals;
    copy.transitions = transitions;
    return copy;
  }

  int level() {
    return level;
  }

  int highest() {
    return highest;
  }

  int levelForLife() {
    return levelForLife;
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

  /** When a tier ends that a review has taken; {@link Span#END} where none has. */
  Instant dropAt() {
    return dropAt;
  }

  int dropTo() {
    return dropTo;
  }

  TreePVector<Transition> transitions() {
    return transitions;
  }

  /** What was earned so far, the present tier with the end that is known by now. */
  TreePVector<StatusInterval> intervals() {
    Instant end = validUntil.isAfter(since) ? validUntil : Span.END;
    return level == 0
        ? intervals
        : intervals.plus(interval(tier(), StatusSource.EARNED, Span.of(since, end), null));
  }

  /** Begins another tier. */
  void hold(int to, Instant at, Cause cause, @Nullable CommandId by) {
    tell(at, ladder.tier(to), cause, by);
    intervals = closed(at);
    dropAt = Span.END;
    since = at;
    level = to;
    highest = Math.max(highest, to);
  }

  /** Says how long the present tier lasts. */
  void last(Instant review, Instant end) {
    reviewAt = level == 0 ? Span.END : review;
    validUntil = level == 0 ? Span.END : end;
    dropAt = Span.END;
  }

  /** Confirms the present tier. */
  void renew(Instant at, Cause cause, Instant review, Instant end) {
    last(review, end);
    tell(at, tier(), cause, null);
  }

  /** Lets the present tier end when it last ends, and another follow it. */
  void dropLater(int to) {
    dropAt = validUntil;
    dropTo = to;
    reviewAt = Span.END;
  }

  /** Lets a better tier follow the present one than the review had said. */
  void dropLess(int to) {
    dropTo = Math.max(dropTo, to);
  }

  void holdForLife(int to, Instant at, @Nullable CommandId by) {
    levelForLife = to;
    intervals = intervals.plus(interval(ladder.tier(to), StatusSource.LIFETIME, Span.from(at), by));
  }

  /** Goes over to another version, and to the tier that succeeds one that is gone. */
  void changeVersion(LadderVersions versions, Instant at) {
    TierLadder next = versions.at(at);
    Tier before = tier();
    int moved = versions.levelAt(before, at);
    boolean isOther = next.level(before) < 0;
    if (isOther) {
      intervals = closed(at);
      since = at;
      transitions = transitions.plus(
          new Transition(at, before, next.tier(moved), Cause.TIER_REPLACED, Optional.empty()));
    }
    highest = Math.max(moved, versions.levelAt(ladder.tier(highest), at));
    levelForLife = versions.levelAt(ladder.tier(levelForLife), at);
    dropTo = Math.min(moved, versions.levelAt(ladder.tier(dropTo), at));
    ladder = next;
    level = moved;
    if (level == 0) {
      last(Span.END, Span.END);
    }
  }

  /**
   * Goes on with the better of two tiers, and of two equal ones with the one that lasts longer; the
   * lesser shows again if it lasts beyond the better one.
   */
  void unite(Held other, Instant at, CommandId by) {
    highest = Math.max(highest, other.highest);
    if (other.levelForLife > levelForLife) {
      holdForLife(other.levelForLife, at, by);
    }
    boolean isLess = other.level < level || (other.level == level && !other.lastsBeyond(this));
    Held lesser = isLess ? other.copy() : copy();
    if (!isLess) {
      hold(other.level, at, Cause.MERGED, by);
      reviewAt = other.reviewAt;
      validUntil = other.validUntil;
      dropAt = other.dropAt;
      dropTo = other.dropTo;
    }
    if (lesser.level > 0 && lesser.level < level && lesser.validUntil.isAfter(validUntil)) {
      intervals = intervals.plus(
          interval(lesser.tier(), StatusSource.EARNED, Span.of(at, lesser.validUntil), by));
    }
    takeUnions(other, at);
  }

  private boolean lastsBeyond(Held other) {
    return validUntil.isAfter(other.validUntil)
        || (validUntil.equals(other.validUntil) && dropAt.isAfter(other.dropAt));
  }

  /** Takes over what unions kept beside the other's present tier beyond an instant. */
  private void takeUnions(Held other, Instant at) {
    for (StatusInterval each : other.intervals) {
      if (isOfUnion(each, at)) {
        intervals = intervals.plus(from(each, at));
      }
    }
  }

  /** Whether an interval was kept beside the present tier by a union, beyond an instant. */
  private static boolean isOfUnion(StatusInterval interval, Instant at) {
    return interval.source() == StatusSource.EARNED
        && interval.by().isPresent()
        && interval.span().until().isAfter(at);
  }

  private static StatusInterval from(StatusInterval interval, Instant at) {
    Instant start = interval.span().from().isBefore(at) ? at : interval.span().from();
    return new StatusInterval(
        interval.tier(), interval.source(), Span.of(start, interval.span().until()), interval.by());
  }

  /** Goes on from an instant as another does, with the past of this one. */
  Held asIf(Held other, Instant at, CommandId by) {
    Held next = other.copy();
    next.transitions = transitions;
    next.intervals = other.level == level ? intervals : closed(at);
    next.since = other.level == level ? since : at;
    if (other.level != level) {
      next.transitions = transitions.plus(
          new Transition(at, tier(), other.tier(), Cause.RETURNED, Optional.of(by)));
    }
    next.endAt(at, each -> next.isLostForLife(each) || isOfUnion(each, at));
    next.takeUnions(other, at);
    return next;
  }

  /** Whether an interval is held for life above what is still held for life. */
  private boolean isLostForLife(StatusInterval interval) {
    return interval.source() == StatusSource.LIFETIME
        && interval.span().isUnboundedEnd()
        && ladder.level(interval.tier()) > levelForLife;
  }

  /** Ends these intervals at an instant; those that begin no earlier are gone. */
  private void endAt(Instant at, Predicate<StatusInterval> ending) {
    TreePVector<StatusInterval> kept = TreePVector.empty();
    for (StatusInterval each : intervals) {
      if (!ending.test(each)) {
        kept = kept.plus(each);
      } else if (each.span().from().isBefore(at)) {
        kept = kept.plus(new StatusInterval(
            each.tier(), each.source(), Span.of(each.span().from(), at), each.by()));
      }
    }
    intervals = kept;
  }

  private TreePVector<StatusInterval> closed(Instant at) {
    return level == 0 || !since.isBefore(at)
        ? intervals
        : intervals.plus(interval(tier(), StatusSource.EARNED, Span.of(since, at), null));
  }

  private void tell(Instant at, Tier to, Cause cause, @Nullable CommandId by) {
    transitions = transitions.plus(new Transition(at, tier(), to, cause, Optional.ofNullable(by)));
  }

  private static StatusInterval interval(
      Tier tier, StatusSource source, Span span, @Nullable CommandId by) {
    return new StatusInterval(tier, source, span, Optional.ofNullable(by));
  }
}
