package dev.laurel.core.entitlement;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import java.time.Instant;
import java.util.Optional;

/** What can be asked of entitlements. */
public sealed interface EntitlementCommand {
  /** When it is asked. */
  Instant at();

  /**
   * Begins a trial.
   *
   * @param id the name of the new entitlement
   * @param service the service
   * @param member who tries it
   * @param thing for which thing
   * @param at when
   */
  record StartTrial(
      EntitlementId id, Service service, MemberId member, Optional<Subject> thing, Instant at)
      implements EntitlementCommand {
    /** A command of these parts. */
    public StartTrial {
      requireNonNull(id, "id");
      requireNonNull(service, "service");
      requireNonNull(member, "member");
      requireNonNull(thing, "thing");
      requireNonNull(at, "at");
    }
  }

  /**
   * Begins a term, after a trial or without one, or again after the last one is over.
   *
   * @param id the name of the entitlement, a new one or that of the trial or the last term
   * @param service the service
   * @param member who activates it
   * @param thing for which thing
   * @param at when
   */
  record Activate(
      EntitlementId id, Service service, MemberId member, Optional<Subject> thing, Instant at)
      implements EntitlementCommand {
    /** A command of these parts. */
    public Activate {
      requireNonNull(id, "id");
      requireNonNull(service, "service");
      requireNonNull(member, "member");
      requireNonNull(thing, "thing");
      requireNonNull(at, "at");
    }
  }

  /**
   * Moves the end of the running term.
   *
   * @param id the entitlement
   * @param number which extension of the term it is, from 1; so that a command that is sent twice
   *     extends once
   * @param at when
   */
  record Extend(EntitlementId id, int number, Instant at) implements EntitlementCommand {
    /** A command of these parts. */
    public Extend {
      requireNonNull(id, "id");
      requireNonNull(at, "at");
    }
  }

  /**
   * Tells that a thing has another owner; every entitlement for it ends or moves by its terms.
   *
   * @param thing the thing
   * @param to the new owner, if that is a member
   * @param at when
   */
  record HandOver(Subject thing, Optional<MemberId> to, Instant at) implements EntitlementCommand {
    /** A command of these parts. */
    public HandOver {
      requireNonNull(thing, "thing");
      requireNonNull(to, "to");
      requireNonNull(at, "at");
    }
  }

  /**
   * Tells that a member went up in another: all that the one holds or held goes over, trials that
   * were used included. Where both may use a service for one thing, the one that lasts longer stays
   * and the other ends; of two that last equally long the one of the member who stays.
   *
   * @param from the member who is gone
   * @param into the member who stays
   * @param at when
   */
  record Unite(MemberId from, MemberId into, Instant at) implements EntitlementCommand {
    /** A command of these parts. */
    public Unite {
      requireNonNull(from, "from");
      requireNonNull(into, "into");
      requireNonNull(at, "at");
    }
  }

  /**
   * Ends an entitlement for good.
   *
   * @param id the entitlement
   * @param reason why
   * @param at when
   */
  record End(EntitlementId id, Entitlement.Reason reason, Instant at)
      implements EntitlementCommand {
    /** A command of these parts. */
    public End {
      requireNonNull(id, "id");
      requireNonNull(reason, "reason");
      requireNonNull(at, "at");
    }
  }
}
