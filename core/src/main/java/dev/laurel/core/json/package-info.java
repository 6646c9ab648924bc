/**
 * Values as JSON, and back: strict, canonical, and without a word of JSON in the other packages.
 *
 * <pre>
 *   text ──▶ NodeReader ──▶ Node ──▶ Codec ──▶ value      every failure: code and JSON path
 *   value ──▶ Codec ──▶ Node ──▶ NodeWriter ──▶ text      equal values, equal bytes
 *
 *   Codecs derives the codecs: records from their components, builders from their attributes,
 *   sealed families from the cases they permit
 *   JsonTypes names the documents that another module, or a user, has beside those of core
 * </pre>
 *
 * <p>Invariant: what is written can be read, and is equal to what was written; what cannot be read
 * is exactly one {@link dev.laurel.core.failure.MalformedInputException}. Jackson is needed at run
 * time by this package alone. Start at {@link dev.laurel.core.json.LaurelJson}.
 */
@NullMarked
package dev.laurel.core.json;

import org.jspecify.annotations.NullMarked;
