package dev.laurel.tiers.ladder;

/** What a return does to a tier that what came back had helped to reach. */
public enum RefundEffect {
  /** The figures fall at once, the tier is looked at again at the next review. */
  KEEP_UNTIL_REVIEW,
  /** From the return on, all is as if what came back had never been bought. */
  RECALCULATE_NOW,
  /** A return that would change the tier is refused. */
  REJECT_IF_TIER_CHANGES
}
