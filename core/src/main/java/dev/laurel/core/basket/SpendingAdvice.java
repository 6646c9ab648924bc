package dev.laurel.core.basket;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.points.Points;

/**
 * What to spend now where some points are about to expire.
 *
 * <p>Points that expire soonest are spent first. Of 5,000 points of which 2,000 are about to
 * expire, a basket for 3,000 saves 2,000, loses none and keeps 2,000.
 *
 * @param basket what to spend points on; empty where keeping them all is best
 * @param saved the expiring points that the basket spends
 * @param lost the expiring points that are lost all the same
 * @param kept the points that remain
 */
public record SpendingAdvice(RewardBasket basket, Points saved, Points lost, Points kept) {
  /** Advice of these parts. */
  public SpendingAdvice {
    requireNonNull(basket, "basket");
    requireNonNull(saved, "saved");
    requireNonNull(lost, "lost");
    requireNonNull(kept, "kept");
  }

  static SpendingAdvice of(RewardBasket basket, Points expiring) {
    Points saved = basket.points().min(expiring);
    Points lost = expiring.minus(saved);
    return new SpendingAdvice(basket, saved, lost, basket.leftover().minus(lost));
  }
}
