/**
 * The names of things: members, activities, rules, commands, lots.
 *
 * <p>Each name is a type of its own, so that no method can mix up two of them. Text becomes a name
 * only if it is 1 to 128 characters long and holds no control, format or lone surrogate characters.
 * Names are compared character by character: no case folding, no normalisation, no look-alikes.
 *
 * <p>Invariant: two names are equal exactly if their text is. Start at
 * {@link dev.laurel.core.identity.MemberId}.
 */
@NullMarked
package dev.laurel.core.identity;

import org.jspecify.annotations.NullMarked;
