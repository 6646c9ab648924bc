/**
 * What customers will buy from now on, and what that is worth.
 *
 * <pre>
 *   HistoryTable ──fit──▶ Fit ─▶ BgNbd | MbgNbd | ParetoNbd ─┐ how often, how long
 *   SpendTable ────fit──▶ Fit ─▶ GammaGamma ─────────────────┼─▶ LifetimeValue
 *   Discount, ValueHorizon ──────────────────────────────────┘
 *   OpportunityHistory counts ──fit──▶ Fit ─▶ BgBb                  chances at fixed times
 *   survivors by period ───────fit──▶ Fit ─▶ ShiftedBetaGeometric   contracts that are renewed
 * </pre>
 *
 * <p>Invariant: a fit is a top of the likelihood with a known curvature, or a typed failure; no
 * figure is NaN. Models are probabilities over customers, not promises about one of them. Start at
 * {@link dev.laurel.metrics.lifetime.BgNbd}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.lifetime;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
