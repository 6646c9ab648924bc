/**
 * What a program costs, and what it must bring to be worth it.
 *
 * <pre>
 *   ProgramEconomics ──▶ rebates, break-even uplift, issuance budget ──▶ ScenarioTable
 *   TierEconomics    ──▶ what a tier adds, per member
 *   PartnerEconomics ──▶ what points sold to a partner leave
 * </pre>
 *
 * <p>Rates are exact and money is rounded once, by a mode that the caller names. What does not
 * exist, such as a break-even where each sale loses, is absent. Every uplift is one against a
 * control group: members who spend much are not proof that the program made them.
 *
 * <p>Start at {@link dev.laurel.core.economics.ProgramEconomics}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.economics;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
