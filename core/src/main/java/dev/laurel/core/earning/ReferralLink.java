package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.MemberId;

/**
 * That one member brought in another.
 *
 * @param referee who was brought in
 * @param referrer who did it
 */
public record ReferralLink(MemberId referee, MemberId referrer) {
  /** A link of checked parts. */
  public ReferralLink {
    requireNonNull(referee, "referee");
    requireNonNull(referrer, "referrer");
  }
}
