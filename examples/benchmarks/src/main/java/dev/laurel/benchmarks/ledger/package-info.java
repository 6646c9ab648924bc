/** The ledger's benchmarks: the same operations on accounts of five kinds. */
@NullMarked
package dev.laurel.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
