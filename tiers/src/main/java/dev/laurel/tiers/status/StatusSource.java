package dev.laurel.tiers.status;

/** Where a member's status comes from; of equal tiers the first named here is told. */
public enum StatusSource {
  /** Earned under the terms of the ladder. */
  EARNED,
  /** Earned for life. */
  LIFETIME,
  /** Granted for a status with another company. */
  MATCHED,
  /** Given as a present. */
  GIFTED,
  /** Bought once. */
  PURCHASED,
  /** Paid for as long as it lasts. */
  SUBSCRIBED,
  /** Decided by hand. */
  MANUAL,
  /** Granted by a partner. */
  PARTNER,
  /** Granted through another member, such as a spouse or an employer. */
  RELATIONSHIP
}
