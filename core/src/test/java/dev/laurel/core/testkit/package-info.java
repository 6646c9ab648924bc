/** What the tests of all modules share; nothing here may use test code outside this package. */
@NullMarked
package dev.laurel.core.testkit;

import org.jspecify.annotations.NullMarked;
