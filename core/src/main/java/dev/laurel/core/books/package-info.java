/**
 * The books of a program, kept from the entries of its accounts.
 *
 * <pre>
 *   Effect of a run, LedgerEntry ──▶ ProgramBooks ──▶ PeriodBooks: journal, roll-forwards, pools
 *                                    by cohort, currency and month
 *   BooksPolicy: what points are worth, how many are redeemed, what becomes of the rest
 * </pre>
 *
 * <p>A cohort is the points earned in one month for money of one currency.
 *
 * <p>Invariants: the points of the roll-forward are those of the ledger; every table foots and
 * every entry balances; books kept in parts and merged are the books kept in one. Start at
 * {@link dev.laurel.core.books.ProgramBooks}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.books;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
