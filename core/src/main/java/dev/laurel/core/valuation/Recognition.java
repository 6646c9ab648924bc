package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.money.ExactMoney;

/**
 * What an event takes out of a deferred pool, and why; below zero where it puts something back.
 *
 * @param current revenue for points redeemed
 * @param catchUp revenue for the past because the estimate changed
 * @param breakage revenue for points that are gone
 * @param owedToOthers what is owed to somebody else for points that are gone
 * @param cancelled what goes back to the buyer with a sale
 * @param pool the pool afterwards
 */
public record Recognition(
    ExactMoney current,
    ExactMoney catchUp,
    ExactMoney breakage,
    ExactMoney owedToOthers,
    ExactMoney cancelled,
    DeferredPool pool) {
  enum Kind {
    CURRENT,
    CATCH_UP,
    BREAKAGE,
    OWED_TO_OTHERS
  }

  /** A recognition of these parts. */
  public Recognition {
    requireNonNull(current, "current");
    requireNonNull(catchUp, "catchUp");
    requireNonNull(breakage, "breakage");
    requireNonNull(owedToOthers, "owedToOthers");
    requireNonNull(cancelled, "cancelled");
    requireNonNull(pool, "pool");
  }

  static Recognition nothing(DeferredPool pool) {
    ExactMoney zero = pool.deferred().minus(pool.deferred());
    return new Recognition(zero, zero, zero, zero, zero, pool);
  }

  static Recognition of(Kind kind, ExactMoney amount, DeferredPool pool) {
    ExactMoney zero = amount.minus(amount);
    return new Recognition(
        kind == Kind.CURRENT ? amount : zero,
        kind == Kind.CATCH_UP ? amount : zero,
        kind == Kind.BREAKAGE ? amount : zero,
        kind == Kind.OWED_TO_OTHERS ? amount : zero,
        zero,
        pool);
  }

  Recognition into(DeferredPool other) {
    return new Recognition(current, catchUp, breakage, owedToOthers, cancelled, other);
  }

  Recognition cancelling(ExactMoney amount) {
    return new Recognition(current, catchUp, breakage, owedToOthers, amount, pool);
  }

  /** The revenue of the event. */
  public ExactMoney revenue() {
    return current.plus(catchUp).plus(breakage);
  }

  /** This event and the one after it, as one; the pool is that of the later. */
  public Recognition then(Recognition later) {
    return new Recognition(
        current.plus(later.current),
        catchUp.plus(later.catchUp),
        breakage.plus(later.breakage),
        owedToOthers.plus(later.owedToOthers),
        cancelled.plus(later.cancelled),
        later.pool);
  }
}
