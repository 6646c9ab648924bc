/** What customers go through: personas, maps, event logs and what they say. */
@NullMarked
package dev.laurel.journeys;

import org.jspecify.annotations.NullMarked;
