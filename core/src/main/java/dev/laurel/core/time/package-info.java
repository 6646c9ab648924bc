/**
 * Days, windows and expiry of one program, in the program's own zone.
 *
 * <pre>
 *   outside text or instant ──▶ TimeGate ──▶ Instant in microseconds, 1971 to 9999
 *
 *   ProgramCalendar (zone, year start)
 *     ├─ Window + instant + anchor ──▶ Span [from, until)
 *     └─ ExpiryPolicy ─▶ Expiry + instant of earning ──▶ last usable day ──▶ expiry instant
 * </pre>
 *
 * <p>Every interval is half-open: a span contains its start and not its end. "Valid through 31
 * March" is the instant at the start of 1 April in the program's zone; one microsecond earlier the
 * points are usable, at that instant they are gone.
 *
 * <p>Invariant: nothing here reads a clock, a default zone or a default locale, and months are
 * always counted from the original date, never step by step. Start at
 * {@link dev.laurel.core.time.ProgramCalendar}.
 */
@NullMarked
package dev.laurel.core.time;

import org.jspecify.annotations.NullMarked;
