package dev.laurel.examples.intake;

import java.util.function.Supplier;

/** A division of members into families, of which none has to do with any other. */
public interface Grouping {
  /**
   * The number of a member's family; that two families have one number does no harm.
   *
   * @param member the name of the member of a row
   * @param id the name of the row, found when it is asked for
   */
  int familyOf(String member, Supplier<String> id);
}
