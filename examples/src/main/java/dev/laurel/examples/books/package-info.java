/**
 * What points are worth and what they owe, told as stories of which every number can be checked by
 * hand.
 */
@NullMarked
package dev.laurel.examples.books;

import org.jspecify.annotations.NullMarked;
