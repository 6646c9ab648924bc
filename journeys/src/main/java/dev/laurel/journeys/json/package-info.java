/**
 * Maps, personas, weeks and observed journeys as JSON and back.
 *
 * <pre>
 *   JourneyMap, MapVersions, Persona, DailyFlow, ... ◀──▶ JourneysJson.standard() ◀──▶ documents
 *   TouchEvent, ObservedJourney                      ◀──▶                         ◀──▶ lines
 *                                    the codecs, limits and failures of dev.laurel.core.json
 * </pre>
 *
 * <p>Invariant: what is written can be read, and is equal to what was written. Jackson is needed at
 * run time by this package and that of core alone. Start at
 * {@link dev.laurel.journeys.json.JourneysJson}.
 */
@NullMarked
package dev.laurel.journeys.json;

import org.jspecify.annotations.NullMarked;
