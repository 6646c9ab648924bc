package dev.laurel.core.valuation;

/**
 * What becomes of the money for points that nobody will redeem.
 *
 * <p>Source: IFRS 15.B46 and B47; ASC 606-10-55-48 and 55-49.
 */
public enum UnexercisedRights {
  /**
   * The program expects to keep it, and the estimate is reliable enough: it is recognised along
   * with the points that are redeemed.
   */
  IN_PROPORTION,
  /**
   * The estimate is not reliable enough: it is recognised only once points are gone, and
   * redemptions are measured against all points issued.
   */
  WHEN_GONE,
  /** It belongs to somebody else, such as a state that claims unclaimed property: never revenue. */
  OWED_TO_OTHERS
}
