package dev.laurel.journeys.map;

/**
 * The lanes of a service blueprint from top to bottom.
 *
 * <p>The line of interaction lies below {@link #CUSTOMER}, the line of visibility below
 * {@link #FRONTSTAGE}, the line of internal interaction below {@link #BACKSTAGE}.
 *
 * <p>Source: G. L. Shostack, "Designing services that deliver", HBR, January 1984.
 */
public enum Lane {
  /** What the customer sees, holds or hears. */
  EVIDENCE(true),
  /** What the customer does. */
  CUSTOMER(true),
  /** What the company does before the customer's eyes. */
  FRONTSTAGE(true),
  /** What it does for this customer out of sight. */
  BACKSTAGE(false),
  /** What it does for all customers so that the rest can happen. */
  SUPPORT(false);

  private final boolean isVisible;

  Lane(boolean isVisible) {
    this.isVisible = isVisible;
  }

  /** Whether the customer sees what happens there. */
  public boolean isVisible() {
    return isVisible;
  }
}
