/**
 * What points cost and owe, as the books of a program show it.
 *
 * <pre>
 *   price ──▶ Allocation ──▶ DeferredPool ──▶ Recognition ──▶ JournalEntry ──▶ Journal
 *             goods, points   frozen at sale   difference of     balanced        trial balance
 *                                              rounded sums
 *   balance at the start + movements = balance at the end ──▶ RollForward that foots
 *   PartnerTerms ──▶ Settlement        CostAccrual: the same points seen as a cost
 * </pre>
 *
 * <p>Invariants: what is allocated adds up to the price; what is recognised over time, however
 * often, adds up to what was deferred; every entry balances; every roll-forward foots, in points
 * and in money. Points are not discounted, since members decide when they redeem, and accounts are
 * roles, never numbers of a chart.
 *
 * <p>Sources: IFRS 15 B39 to B47 and ASC 606-10-55-41 to 55-49. Start at
 * {@link dev.laurel.core.valuation.DeferredPool}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.valuation;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
