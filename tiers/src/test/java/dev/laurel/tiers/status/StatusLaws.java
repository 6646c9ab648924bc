package dev.laurel.tiers.status;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The fold proper keeps every law of tiers, and so does the naive model. */
class StatusLaws {
  @Property
  void theFoldKeepsTheLaws(@ForAll StatusLaw law, @ForAll long seed) {
    law.check(new StatusLaw.Trial(StatusFold.proper(), seed));
  }

  @Property(tries = 200)
  void theNaiveModelKeepsTheLaws(@ForAll StatusLaw law, @ForAll long seed) {
    if (law != StatusLaw.A_RETURN_UNDOES_ITS_EVENT) {
      law.check(new StatusLaw.Trial(new NaiveStatus(), seed));
    }
  }
}
