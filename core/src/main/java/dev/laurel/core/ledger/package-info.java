/**
 * What a member owns of one point type, and how it came to be so.
 *
 * <pre>
 *   LedgerCommand ──▶ Ledger.decide ──▶ Accepted: entries + account | Refused: a refusal with its code
 *   LedgerEntry   ──▶ Ledger.evolve ──▶ PointsAccount
 *
 *   Accrued ──▶ pending lot ──▶ lot ──▶ Held ──▶ Captured | HoldReleased | HoldTimedOut
 *                                ├────▶ Redeemed ──▶ RedemptionReversed
 *                                └────▶ Expired | Lapsed | AccrualReversed | TransferredOut | Forfeited
 * </pre>
 *
 * <p>Invariant, at every instant and with no term below zero: {@code accrued + transferredIn +
 * reinstated + adjustedUp = available + pending + held + redeemed + expired + reversed + forfeited
 * + transferredOut + adjustedDown - debt}. Available points and debt are never both above zero, a
 * lot never gives out more than it received, and an expired lot is unusable whether or not a job
 * ran.
 *
 * <p>Start at {@link dev.laurel.core.ledger.Ledger}. Keeping accounts, entries and command ids is
 * the caller's affair; {@link dev.laurel.core.ledger.AccountLog} and
 * {@link dev.laurel.core.ledger.CommandMemory} are values that help.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.ledger;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
