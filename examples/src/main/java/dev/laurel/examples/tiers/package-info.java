/**
 * Programs with tiers that readers know, each as data and one member's life in it.
 *
 * <p>Thresholds and rates are those of public descriptions, some of them second-hand; what matters
 * is that each clause of such a program has its place. Beside the code the programs and the lives
 * are files, {@code fordpass.json} and {@code fordpass.lives.jsonl}, which tests hold equal. Start
 * at {@link dev.laurel.examples.tiers.FordPass}.
 */
@NullMarked
package dev.laurel.examples.tiers;

import org.jspecify.annotations.NullMarked;
