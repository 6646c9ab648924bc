/**
 * The names of what journeys are made of, and the rules for text from outside.
 *
 * <p>What a designer names has a short code: {@link dev.laurel.journeys.identity.MapId},
 * {@link dev.laurel.journeys.identity.StageId}, {@link dev.laurel.journeys.identity.PersonaId}.
 * What other systems name keeps the name they gave it:
 * {@link dev.laurel.journeys.identity.TouchpointId},
 * {@link dev.laurel.journeys.identity.JourneyId}.
 *
 * <p>Invariant: two names are equal exactly if their text is, and the {@code toString} of a name is
 * one line. Start at {@link dev.laurel.journeys.identity.TouchpointId}.
 */
@NullMarked
package dev.laurel.journeys.identity;

import org.jspecify.annotations.NullMarked;
