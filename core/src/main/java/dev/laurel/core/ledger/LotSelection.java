package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.time.Span;
import java.util.Set;
import java.util.function.Function;

/** Which lots a command speaks of. */
public sealed interface LotSelection {
  /** The answer of the case that fits. */
  <R> R match(
      Function<Named, R> named,
      Function<EarnedBy, R> earnedBy,
      Function<WaitingFor, R> waitingFor,
      Function<ExpiringIn, R> expiringIn,
      Function<All, R> all);

  /** Lots by name. */
  static LotSelection of(LotId... lots) {
    return new Named(ImmutableSet.copyOf(lots));
  }

  /** All lots that one activity earned. */
  static LotSelection earnedBy(ActivityId source) {
    return new EarnedBy(source);
  }

  /** All lots that wait for this report; only pending lots do. */
  static LotSelection waitingFor(String key) {
    return new WaitingFor(key);
  }

  /** All lots that expire within this span. */
  static LotSelection expiringIn(Span span) {
    return new ExpiringIn(span);
  }

  /** All lots. */
  static LotSelection all() {
    return new All();
  }

  /** Every lot. */
  record All() implements LotSelection {
    @Override
    public <R> R match(
        Function<Named, R> named,
        Function<EarnedBy, R> earnedBy,
        Function<WaitingFor, R> waitingFor,
        Function<ExpiringIn, R> expiringIn,
        Function<All, R> all) {
      return all.apply(this);
    }
  }

  /**
   * Lots by name.
   *
   * @param lots the names
   */
  record Named(Set<LotId> lots) implements LotSelection {
    /** A selection of these lots. */
    public Named {
      lots = ImmutableSet.copyOf(lots);
    }

    @Override
    public <R> R match(
        Function<Named, R> named,
        Function<EarnedBy, R> earnedBy,
        Function<WaitingFor, R> waitingFor,
        Function<ExpiringIn, R> expiringIn,
        Function<All, R> all) {
      return named.apply(this);
    }
  }

  /**
   * Lots by source.
   *
   * @param source the activity that earned them
   */
  record EarnedBy(ActivityId source) implements LotSelection {
    /** A selection of this source. */
    public EarnedBy {
      requireNonNull(source, "source");
    }

    @Override
    public <R> R match(
        Function<Named, R> named,
        Function<EarnedBy, R> earnedBy,
        Function<WaitingFor, R> waitingFor,
        Function<ExpiringIn, R> expiringIn,
        Function<All, R> all) {
      return earnedBy.apply(this);
    }
  }

  /**
   * Pending lots by what they wait for.
   *
   * @param key the key of {@link Activation.OnEvent}
   */
  record WaitingFor(String key) implements LotSelection {
    /** A selection of this key. */
    public WaitingFor {
      requireNonNull(key, "key");
    }

    @Override
    public <R> R match(
        Function<Named, R> named,
        Function<EarnedBy, R> earnedBy,
        Function<WaitingFor, R> waitingFor,
        Function<ExpiringIn, R> expiringIn,
        Function<All, R> all) {
      return waitingFor.apply(this);
    }
  }

  /**
   * Lots by expiry; a lot without a date is never among them.
   *
   * @param span the span that holds the instant of expiry
   */
  record ExpiringIn(Span span) implements LotSelection {
    /** A selection of this span. */
    public ExpiringIn {
      requireNonNull(span, "span");
    }

    @Override
    public <R> R match(
        Function<Named, R> named,
        Function<EarnedBy, R> earnedBy,
        Function<WaitingFor, R> waitingFor,
        Function<ExpiringIn, R> expiringIn,
        Function<All, R> all) {
      return expiringIn.apply(this);
    }
  }
}
