/** Programs that readers know, told in the words of the library; each prints what happens. */
@NullMarked
package dev.laurel.examples.story;

import org.jspecify.annotations.NullMarked;
