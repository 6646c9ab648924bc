package dev.laurel.core.offer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for all offers, members and histories. */
class OfferLaws {
  @Property(tries = 8_000)
  void everyLawHolds(@ForAll OfferLaw law, @ForAll long seed) {
    law.check(OfferLaw.Chooser.proper(), new RandomOffers(seed));
  }
}
