package dev.laurel.journeys.map;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.Codes;

/**
 * Somebody who takes part in a touchpoint, such as the dealer.
 *
 * @param name the name for people, 1 to 128 characters
 * @param party on whose side
 */
public record Actor(String name, Party party) {
  /** The sides of a journey. */
  public enum Party {
    /** The customer and those who act for the customer. */
    CUSTOMER,
    /** The company that owns the map. */
    COMPANY,
    /** Another company that takes part for it. */
    PARTNER,
    /** Anybody else: friends, reviewers, the public. */
    OTHER
  }

  /** The customer. */
  public static final Actor CUSTOMER = new Actor("customer", Party.CUSTOMER);

  /** The company. */
  public static final Actor COMPANY = new Actor("company", Party.COMPANY);

  /**
   * A checked actor.
   *
   * @throws dev.laurel.core.failure.InvalidValueException TEXT_INVALID
   */
  public Actor {
    requireNonNull(party, "party");
    name = Codes.label("actor", name, 128);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
