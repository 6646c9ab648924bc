package dev.laurel.tiers.status;

import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.Measures;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.MapPSet;

/**
 * What a member has to show: events, flags and balances, and what was carried into the period and
 * used up in it; a persistent value.
 *
 * @param events the events as they stand
 * @param flags the flags that are held
 * @param balances the points in the accounts, where a ladder looks at them
 * @param carried what was carried into the period, by metric
 * @param used what reaching tiers has taken off in the period, by metric
 */
record Figures(
    Events events,
    MapPSet<Flag> flags,
    HashPMap<PointType, Long> balances,
    HashPMap<Metric, Long> carried,
    HashPMap<Metric, Long> used) {
  static final Figures NONE = new Figures(
      Events.NONE,
      HashTreePSet.empty(),
      HashTreePMap.empty(),
      HashTreePMap.empty(),
      HashTreePMap.empty());

  Figures with(Events next) {
    return new Figures(next, flags, balances, carried, used);
  }

  Figures after(StatusFact.Flagged fact) {
    MapPSet<Flag> next = fact.isHeld() ? flags.plus(fact.flag()) : flags.minus(fact.flag());
    return new Figures(events, next, balances, carried, used);
  }

  Figures after(StatusFact.Balanced fact) {
    return new Figures(
        events, flags, balances.plus(fact.type(), Math.max(0, fact.units())), carried, used);
  }

  /** The figures of a new period into which this was carried. */
  Figures inNewPeriod(Map<Metric, Long> rolled) {
    return new Figures(events, flags, balances, HashTreePMap.from(rolled), HashTreePMap.empty());
  }

  Figures carrying(Metric metric, long amount) {
    return new Figures(events, flags, balances, carried.plus(metric, amount), used);
  }

  Figures using(Metric metric, long amount) {
    return new Figures(events, flags, balances, carried, used.plus(metric, amount));
  }

  /**
   * What both have to show, with what was carried into the periods of both and used up in them;
   * balances are those of this one, which are told anew where accounts have been merged.
   */
  Figures union(Figures other) {
    Figures both = new Figures(
        events.union(other.events), flags.plusAll(other.flags), balances, carried, used);
    for (Map.Entry<Metric, Long> each : other.carried.entrySet()) {
      both = both.carrying(each.getKey(), Math.addExact(carriedIn(each.getKey()), each.getValue()));
    }
    for (Map.Entry<Metric, Long> each : other.used.entrySet()) {
      both = both.using(each.getKey(), Math.addExact(usedUp(each.getKey()), each.getValue()));
    }
    return both;
  }

  long carriedIn(Metric metric) {
    return carried.getOrDefault(metric, 0L);
  }

  long usedUp(Metric metric) {
    return used.getOrDefault(metric, 0L);
  }

  /** The figures at one moment; each is worked out once. */
  static final class Moment implements Measures {
    private final Figures figures;
    private final Events.Scope scope;
    private final LocalDate tierSince;
    private final Map<Metric, Long> known = new HashMap<>();

    Moment(
        Figures figures,
        Ground ground,
        TierLadder ladder,
        LocalDate tierSince,
        Instant at,
        Span span) {
      this.figures = figures;
      this.tierSince = tierSince;
      this.scope = new Events.Scope(ground, ladder, span, at, false);
    }

    Events.Scope scope() {
      return scope;
    }

    @Override
    public long of(Metric metric, Optional<QualifyingPeriod> own) {
      if (metric instanceof Metric.CurrentBalance balance) {
        return figures.balances.getOrDefault(balance.type(), 0L);
      }
      if (own.isPresent()) {
        Span span = scope.ground().span(own.get(), scope.at(), tierSince);
        return figures.events.figure(
            metric, new Events.Scope(scope.ground(), scope.ladder(), span, scope.at(), true));
      }
      return Math.max(0, raw(metric) + figures.carriedIn(metric) - figures.usedUp(metric));
    }

    /** The figures of another stretch, in which nothing is carried or used up. */
    Measures within(Span span) {
      Events.Scope other = new Events.Scope(scope.ground(), scope.ladder(), span, scope.at(), true);
      return new Measures() {
        @Override
        public long of(Metric metric, Optional<QualifyingPeriod> own) {
          return metric instanceof Metric.CurrentBalance || own.isPresent()
              ? Moment.this.of(metric, own)
              : figures.events.figure(metric, other);
        }

        @Override
        public boolean holds(Flag flag) {
          return Moment.this.holds(flag);
        }
      };
    }

    /** The figure of the period before what is carried and used up. */
    long raw(Metric metric) {
      Long figure = known.get(metric);
      if (figure == null) {
        figure = figures.events.figure(metric, scope);
        known.put(metric, figure);
      }
      return figure;
    }

    @Override
    public boolean holds(Flag flag) {
      return figures.flags.contains(flag);
    }
  }
}
