/**
 * Survey scores over files, with a verdict that a person can read, and a story that is asserted.
 */
@NullMarked
package dev.laurel.examples.survey;

import org.jspecify.annotations.NullMarked;
