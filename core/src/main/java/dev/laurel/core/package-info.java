/**
 * The heart of Laurel: a pure fold of facts, in which every number carries its reasons.
 *
 * <p>The concepts live in the packages below this one. Nothing here reads a clock, stores, logs or
 * calls out: the caller passes the time, the ids and the seeds.
 */
@NullMarked
package dev.laurel.core;

import org.jspecify.annotations.NullMarked;
