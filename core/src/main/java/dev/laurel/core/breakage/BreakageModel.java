package dev.laurel.core.breakage;

import java.util.List;

/**
 * A way to tell how many of the points outstanding will be redeemed.
 *
 * <p>Every model answers in the same form, so that they can be held against each other: the chain
 * ladder and Bornhuetter-Ferguson of {@code dev.laurel.core.triangle}, a {@link RedemptionCurve}
 * from the fates of lots, an {@link ActivityChain}, a {@link ConstantHazard} and a
 * {@link FixedRate}. Time is in the cohorts: their age says as of when they are looked at. You may
 * write your own.
 */
public interface BreakageModel {
  /** The name of the model, such as "chain ladder". */
  String name();

  /**
   * What the model expects of these cohorts, in their order.
   *
   * <p>The error of the total is the model's to tell; it is not the root of the sum of squares
   * where cohorts share what was estimated.
   */
  BreakageForecast forecast(List<Cohort> cohorts);
}
