package dev.laurel.core.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why a command about entitlements was not carried out.
 *
 * @param code the stable name of the reason
 * @param subject what it is about: an entitlement, a service or a thing
 * @param state where the entitlement stands, if there is one
 */
public record EntitlementRefusal(Code code, String subject, Optional<Entitlement.State> state) {
  /** The reasons; their order is the precedence: of several, the first is given. */
  public enum Code {
    /** No such service, entitlement or thing. */
    UNKNOWN_REFERENCE,
    /** The name stands for another member's, thing's or service's entitlement. */
    IDEMPOTENCY_CONFLICT,
    /** The service is bound to a thing and none is named, or the reverse. */
    THING_MISMATCH,
    /** The command speaks of a time before the last change of the entitlement. */
    TIME_RANGE,
    /** The member has had a trial of this service for this thing. */
    TRIAL_ALREADY_USED,
    /** The member has this service for this thing under another name. */
    ALREADY_ENTITLED,
    /** The state does not allow the step. */
    ILLEGAL_TRANSITION,
    /** The terms know no such extension or trial. */
    NOT_OFFERED
  }

  /** A refusal of these parts. */
  public EntitlementRefusal {
    requireNonNull(code, "code");
    requireNonNull(subject, "subject");
    requireNonNull(state, "state");
  }

  /** A sentence for people, such as {@code ILLEGAL_TRANSITION: e-1 is ENDED}. */
  @Override
  public String toString() {
    return code + ": " + subject + state.map(at -> " is " + at).orElse("");
  }
}
