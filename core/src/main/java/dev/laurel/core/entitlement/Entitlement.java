package dev.laurel.core.entitlement;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.util.Optional;

/**
 * One member's right to use a service, such as remote start for the vehicle {@code v-77} until 1
 * March 2029.
 *
 * @param id its name
 * @param service the service
 * @param holder who may use it
 * @param thing the thing for which it may be used
 * @param trial when it could be tried
 * @param term when it was or is paid for or granted; the latest term if there were several
 * @param extensions how often the term was extended
 * @param end when and why it ended for good
 */
public record Entitlement(
    EntitlementId id,
    Service service,
    MemberId holder,
    Optional<Subject> thing,
    Optional<Span> trial,
    Optional<Span> term,
    int extensions,
    Optional<End> end) {
  /** An entitlement of these parts. */
  public Entitlement {
    requireNonNull(id, "id");
    requireNonNull(service, "service");
    requireNonNull(holder, "holder");
    requireNonNull(thing, "thing");
    requireNonNull(trial, "trial");
    requireNonNull(term, "term");
    requireNonNull(end, "end");
  }

  /** Where an entitlement stands at an instant. */
  public enum State {
    /** It does not begin until later. */
    FUTURE,
    /** It can be tried. */
    TRIAL,
    /** It can be used. */
    ACTIVE,
    /** Its trial or term is over; it can be activated again. */
    EXPIRED,
    /** It ended for good. */
    ENDED
  }

  /** Why an entitlement ended. */
  public enum Reason {
    /** The member gave it up. */
    GIVEN_UP,
    /** The thing got another owner. */
    HANDED_OVER,
    /** The operator withdrew it. */
    WITHDRAWN,
    /** Its member went up in another, who has the same for longer; or the reverse. */
    MERGED
  }

  /**
   * When and why an entitlement ended.
   *
   * @param at the first instant at which it could not be used any more
   * @param reason why
   */
  public record End(Instant at, Reason reason) {
    /** An end of these parts. */
    public End {
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
    }
  }

  /** Where it stands at an instant. */
  public State stateAt(Instant asOf) {
    if (end.isPresent() && !asOf.isBefore(end.get().at())) {
      return State.ENDED;
    }
    if (term.isPresent() && term.get().contains(asOf)) {
      return State.ACTIVE;
    }
    if (trial.isPresent() && trial.get().contains(asOf)) {
      return State.TRIAL;
    }
    Instant begin = trial.or(() -> term).orElseThrow().from();
    return asOf.isBefore(begin) ? State.FUTURE : State.EXPIRED;
  }

  /** Whether the service may be used at an instant. */
  public boolean isUsableAt(Instant asOf) {
    State state = stateAt(asOf);
    return state == State.TRIAL || state == State.ACTIVE;
  }

  Entitlement active(Span newTerm) {
    return new Entitlement(id, service, holder, thing, trial, Optional.of(newTerm), 0, end);
  }

  Entitlement extended(Span longer) {
    return new Entitlement(
        id, service, holder, thing, trial, Optional.of(longer), extensions + 1, end);
  }

  Entitlement movedTo(MemberId other) {
    return new Entitlement(id, service, other, thing, trial, term, extensions, end);
  }

  Entitlement ended(Instant at, Reason reason) {
    return new Entitlement(
        id, service, holder, thing, trial, term, extensions, Optional.of(new End(at, reason)));
  }
}
