package dev.laurel.examples.intake;

import java.util.function.Supplier;

/** A division of members into groups, such as a thousand of them. */
public interface Grouping {
  /**
   * The group of a member, from 0.
   *
   * @param member the name of the member of a row
   * @param id the name of the row, found when it is asked for
   */
  int groupOf(String member, Supplier<String> id);
}
