package dev.laurel.tiers.status;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/**
 * The events of one member in order of time, as they stand after returns; a persistent value.
 *
 * @param inOrder the events
 * @param places where each is
 */
record Events(TreePVector<QualifyingEvent> inOrder, HashPMap<ActivityId, Integer> places) {
  static final Events NONE = new Events(TreePVector.empty(), HashTreePMap.empty());

  /** A moment and a stretch for which a figure is asked. */
  record Scope(Ground ground, TierLadder ladder, Span span, Instant at, boolean isOwnPeriod) {}

  Events plus(QualifyingEvent event) {
    return new Events(inOrder.plus(event), places.plus(event.activity(), inOrder.size()));
  }

  /** The events of both, in order of time; at one instant those of this one come first. */
  Events union(Events other) {
    List<QualifyingEvent> all = new ArrayList<>(inOrder);
    all.addAll(other.inOrder);
    all.sort(Comparator.comparing(QualifyingEvent::occurredAt));
    Map<ActivityId, Integer> where = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      where.put(all.get(i).activity(), i);
    }
    return new Events(TreePVector.from(all), HashTreePMap.from(where));
  }

  Events corrected(ActivityId activity, Optional<QualifyingEvent> left) {
    Integer place = places.get(activity);
    if (place == null) {
      return this;
    }
    QualifyingEvent now = left.orElseGet(() -> inOrder.get(place).nothingLeft());
    return new Events(inOrder.minus(place.intValue()).plus(place, now), places);
  }

  /** The figure of a metric, before anything carried or used up. */
  long figure(Metric metric, Scope scope) {
    if (metric instanceof Metric.DistinctMonths || metric instanceof Metric.DistinctPartners) {
      return distinct(metric, scope);
    }
    long sum = 0;
    for (QualifyingEvent event : candidates(scope)) {
      sum = Math.addExact(sum, amount(event, metric, scope));
    }
    return sum;
  }

  /**
   * What one event adds to a figure that is a sum; 1 where it is among things that are told apart.
   */
  static long amount(QualifyingEvent event, Metric metric, Scope scope) {
    if (metric instanceof Metric.PointsOf points) {
      long sum = 0;
      for (QualifyingEvent.Credit credit : event.credits()) {
        if (credit.points().type().equals(points.type())
            && isCounted(event, credit.rule(), scope)) {
          sum = Math.addExact(sum, credit.points().units());
        }
      }
      return sum;
    }
    if (!isAbout(event, metric) || !isCounted(event, null, scope)) {
      return 0;
    }
    if (metric instanceof Metric.Spent) {
      return Math.max(0, event.spent().orElseThrow().minor());
    }
    return metric instanceof Metric.Times ? event.times() : 1;
  }

  /** Whether an event has anything to do with a metric, in whatever period. */
  static boolean isAbout(QualifyingEvent event, Metric metric) {
    if (metric instanceof Metric.PointsOf points) {
      return event.credits().stream()
          .anyMatch(credit -> credit.points().type().equals(points.type()));
    }
    if (metric instanceof Metric.Spent spent) {
      return event
          .spent()
          .map(money -> money.currency().equals(spent.currency()))
          .orElse(false);
    }
    if (metric instanceof Metric.Times times) {
      return event.kind().equals(times.kind());
    }
    if (metric instanceof Metric.DistinctMonths months) {
      return !event.isNothing() && isOf(event, months.kind());
    }
    return metric instanceof Metric.DistinctPartners partners
        && !event.isNothing()
        && event.partner().isPresent()
        && isOf(event, partners.kind());
  }

  private static boolean isOf(QualifyingEvent event, Optional<ActivityKind> kind) {
    return kind.map(event.kind()::equals).orElse(true);
  }

  /** Until when what an event brings counts, where it has a validity of its own. */
  static Optional<Expiry> ownValidity(
      QualifyingEvent event, @Nullable RuleId rule, TierLadder ladder) {
    Expiry byRule = rule == null ? null : ladder.validityByRule().get(rule);
    return Optional.ofNullable(byRule == null ? ladder.validityByKind().get(event.kind()) : byRule);
  }

  private static boolean isCounted(QualifyingEvent event, @Nullable RuleId rule, Scope scope) {
    if (scope.isOwnPeriod()) {
      return scope.span().contains(event.occurredAt());
    }
    Optional<Expiry> own = ownValidity(event, rule, scope.ladder());
    return own.isPresent()
        ? own.get()
            .expiresAt(event.occurredAt(), scope.ground().calendar())
            .map(scope.at()::isBefore)
            .orElse(true)
        : scope.span().contains(event.occurredAt());
  }

  private long distinct(Metric metric, Scope scope) {
    Set<YearMonth> months = new HashSet<>();
    Set<Partner> partners = new HashSet<>();
    for (QualifyingEvent event : candidates(scope)) {
      if (amount(event, metric, scope) > 0) {
        months.add(YearMonth.from(scope.ground().calendar().dateOf(event.occurredAt())));
        event.partner().ifPresent(partners::add);
      }
    }
    return metric instanceof Metric.DistinctMonths ? months.size() : partners.size();
  }

  /** The events that may lie in the scope: all where some count longer, else those of its span. */
  private Iterable<QualifyingEvent> candidates(Scope scope) {
    boolean isBounded = scope.isOwnPeriod()
        || (scope.ladder().validityByRule().isEmpty()
            && scope.ladder().validityByKind().isEmpty());
    if (!isBounded || scope.span().isUnboundedStart()) {
      return inOrder;
    }
    int first = inOrder.size();
    ImmutableList.Builder<QualifyingEvent> found = ImmutableList.builder();
    while (first > 0
        && !inOrder.get(first - 1).occurredAt().isBefore(scope.span().from())) {
      first--;
      found.add(inOrder.get(first));
    }
    return found.build();
  }
}
