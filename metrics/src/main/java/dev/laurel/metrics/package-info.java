/** What customers think and are worth: scores with their uncertainty. */
@NullMarked
package dev.laurel.metrics;

import org.jspecify.annotations.NullMarked;
