package dev.laurel.tiers.membership;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every question, in programs of every kind of term. */
class WhatIfLaws {
  @Property(tries = 1_500)
  void everyLawHolds(@ForAll WhatIfLaw law, @ForAll long seed) {
    law.check(WhatIf::compare, seed);
  }
}
