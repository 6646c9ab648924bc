/**
 * How Laurel says no to a value that is nonsense by itself.
 *
 * <pre>
 *   value that cannot exist ──▶ InvalidValueException   (an IllegalArgumentException)
 *   arithmetic that does not fit ──▶ PointsOverflowException (an ArithmeticException)
 *   outside text that does not parse ──▶ MalformedInputException
 *   command the program does not allow now ──▶ not here: a refusal value of the ledger
 * </pre>
 *
 * <p>Invariant: each failure carries exactly one stable
 * {@link dev.laurel.core.failure.FailureCode}, the path of the field it speaks of, and a message of
 * at most 300 characters in which text from outside is escaped and cut. Start at
 * {@link dev.laurel.core.failure.FailureCode}.
 */
@NullMarked
package dev.laurel.core.failure;

import org.jspecify.annotations.NullMarked;
