/**
 * Files of transactions as members' activities.
 *
 * <pre>
 *   bytes ──▶ lines ──▶ fields ──▶ Transaction   accepted
 *                └────────┴──────▶ RejectedRow   with its line, code and original text
 * </pre>
 *
 * <p>Invariant: rows read = accepted + rejected, and a bad row never stops the reader. A row is one
 * line: a quoted field does not run on into the next line, so that one forgotten quote costs one
 * row and not the rest of the file. Start at {@link dev.laurel.examples.intake.TransactionReader}.
 */
@NullMarked
package dev.laurel.examples.intake;

import org.jspecify.annotations.NullMarked;
