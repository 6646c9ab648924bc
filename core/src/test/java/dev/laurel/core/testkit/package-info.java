/**
 * What the tests of all modules share, and what a program needs to hold its own policy against the
 * laws; nothing here may use test code outside this package.
 *
 * <pre>
 *   LedgerHistories ──▶ commands ──▶ LedgerUnderTest ◀── LedgerLaw
 *                                     ├─ LedgerProper   the ledger of the library
 *                                     ├─ NaiveLedger    the same on paper
 *                                     └─ BrokenTwins    broken in one way each
 * </pre>
 *
 * <p>For a policy of your own, extend {@link dev.laurel.core.testkit.LedgerContract} in a class
 * whose name ends in {@code Laws}.
 */
@NullMarked
package dev.laurel.core.testkit;

import org.jspecify.annotations.NullMarked;
