/**
 * Logs from files and into files.
 *
 * <pre>
 *   CSV ──CsvLayout──▶ CsvLogReader ─┐                       ┌─▶ CsvLogWriter ──▶ CSV
 *                                    ├─▶ LogReading ──▶ JourneyLog
 *   XES ─────────────▶ XesLogReader ─┘    └─ RejectedEvent   └─▶ XesLogWriter ──▶ XES
 *                         ReadTerms
 * </pre>
 *
 * <p>Files are hostile until they have been read: rows, documents and archives have limits, nothing
 * outside the file is ever opened, and what is written is safe to open elsewhere.
 *
 * <p>Invariant: events read are events accepted and events rejected, and what is written is read
 * back equal. Start at {@link dev.laurel.journeys.exchange.CsvLogReader}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.exchange;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
