/**
 * What several packages are built of and no caller should name: no API, free to change at any time.
 *
 * <p>{@link dev.laurel.core.internal.CompactMap} keeps the state of a member.
 */
@NullMarked
package dev.laurel.core.internal;

import org.jspecify.annotations.NullMarked;
