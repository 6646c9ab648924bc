/**
 * Customer value and drivers from the command line.
 *
 * <pre>
 *   transactions ──▶ PurchasesFile ──▶ ClvReport ──▶ ClvText | ClvJson | chart
 *   table in CSV ──▶ RatingsFile ──▶ DriversCommand
 * </pre>
 *
 * <p>Invariant: rows read = accepted + rejected, and every figure says its unit. Start at
 * {@link dev.laurel.examples.customer.ClvCommand}.
 */
@NullMarked
package dev.laurel.examples.customer;

import org.jspecify.annotations.NullMarked;
