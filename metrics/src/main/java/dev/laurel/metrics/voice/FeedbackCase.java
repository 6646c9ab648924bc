package dev.laurel.metrics.voice;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What is done about one bad answer, from its opening to the customer's new answer.
 *
 * <pre>
 *   OPEN ──assign──▶ ASSIGNED ──contact──▶ CONTACTED ──resolve──▶ RESOLVED ──resurvey──▶ RESURVEYED
 *     └───────────────contact──────────────▲        any but the ends ──give up──▶ GIVEN_UP
 * </pre>
 *
 * <p>An owner may change as long as the case is not resolved. Whatever the picture does not show is
 * refused with ILLEGAL_TRANSITION, and the case stays as it is.
 */
@Value.Immutable
public abstract class FeedbackCase {
  private static final Set<Status> UNRESOLVED =
      EnumSet.of(Status.OPEN, Status.ASSIGNED, Status.CONTACTED);

  FeedbackCase() {}

  /** Where a case stands. */
  public enum Status {
    /** Nobody has taken it. */
    OPEN,
    /** Somebody has taken it, and it is due. */
    ASSIGNED,
    /** The customer was reached. */
    CONTACTED,
    /** It was put right. */
    RESOLVED,
    /** The customer answered again; an end. */
    RESURVEYED,
    /** It was given up; an end. */
    GIVEN_UP
  }

  /** The feedback that it is about. */
  public abstract FeedbackId feedback();

  /** The bad answer. */
  public abstract Rating rating();

  /** When the case was opened. */
  public abstract Instant openedAt();

  /** Where it stands. */
  public abstract Status status();

  /** When something was done last. */
  public abstract Instant changedAt();

  /** Who is in charge. */
  @Value.Redacted
  public abstract Optional<String> owner();

  /** Until when the customer was to be contacted. */
  public abstract Optional<Instant> dueAt();

  /** When the customer was first reached. */
  public abstract Optional<Instant> contactedAt();

  /** What was done, or why it was given up. */
  public abstract Optional<String> resolution();

  /** When it was resolved. */
  public abstract Optional<Instant> resolvedAt();

  /** The new answer. */
  public abstract Optional<Rating> newRating();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FeedbackCase}. */
  static final class Builder extends ImmutableFeedbackCase.Builder {
    Builder() {}
  }

  /**
   * The case of feedback with a bad rating; absent for any other.
   *
   * @param at when it is opened, not before the feedback was given
   */
  public static Optional<FeedbackCase> open(Feedback feedback, Instant at) {
    InvalidValueException.check(
        !at.isBefore(feedback.at()),
        FailureCode.WINDOW_INVALID,
        "at",
        "the case of feedback %s must be opened after it was given: %s, %s",
        feedback.id(),
        feedback.at(),
        at);
    return feedback.rating().filter(Rating::isBad).map(rating -> {
      Builder opened = builder().feedback(feedback.id()).rating(rating).openedAt(at);
      return opened.status(Status.OPEN).changedAt(at).build();
    });
  }

  /** Carries a command out, or says why not. */
  public CaseDecision decide(CaseCommand command) {
    Optional<Status> next = next(command);
    if (next.isEmpty()) {
      return refused(CaseDecision.Code.ILLEGAL_TRANSITION, command);
    }
    if (command.at().isBefore(changedAt())) {
      return refused(CaseDecision.Code.TIME_GOES_BACK, command);
    }
    if (command instanceof CaseCommand.Resurvey again
        && !again.rating().definition().equals(rating().definition())) {
      return refused(CaseDecision.Code.DEFINITION_MISMATCH, command);
    }
    return new CaseDecision.Accepted(after(command, next.get()));
  }

  /** Whether the new answer is in a better class than the first; false without a new answer. */
  public boolean isRecovered() {
    return newRating().isPresent() && newRating().get().isBetterThan(rating());
  }

  /** Whether the customer was reached until it was due; without a due time never. */
  public boolean isContactedInTime() {
    return dueAt().isPresent()
        && contactedAt().isPresent()
        && !contactedAt().get().isAfter(dueAt().get());
  }

  private Optional<Status> next(CaseCommand command) {
    if (command instanceof CaseCommand.Assign) {
      return when(
          UNRESOLVED.contains(status()),
          status() == Status.CONTACTED ? Status.CONTACTED : Status.ASSIGNED);
    }
    if (command instanceof CaseCommand.Contact) {
      return when(UNRESOLVED.contains(status()), Status.CONTACTED);
    }
    if (command instanceof CaseCommand.Resolve) {
      return when(status() == Status.CONTACTED, Status.RESOLVED);
    }
    if (command instanceof CaseCommand.Resurvey) {
      return when(status() == Status.RESOLVED, Status.RESURVEYED);
    }
    return when(UNRESOLVED.contains(status()) || status() == Status.RESOLVED, Status.GIVEN_UP);
  }

  private static Optional<Status> when(boolean isAllowed, Status next) {
    return isAllowed ? Optional.of(next) : Optional.empty();
  }

  private FeedbackCase after(CaseCommand command, Status next) {
    Builder after = builder().feedback(feedback()).rating(rating()).openedAt(openedAt());
    after.status(next).changedAt(command.at());
    CaseCommand.Assign assign = command instanceof CaseCommand.Assign a ? a : null;
    after.owner(assign == null ? owner() : Optional.of(assign.owner()));
    after.dueAt(assign == null ? dueAt() : Optional.of(assign.dueAt()));
    boolean isContact = command instanceof CaseCommand.Contact;
    after.contactedAt(
        contactedAt().or(() -> isContact ? Optional.of(command.at()) : Optional.empty()));
    CaseCommand.Resolve resolve = command instanceof CaseCommand.Resolve r ? r : null;
    after.resolvedAt(resolve == null ? resolvedAt() : Optional.of(resolve.at()));
    Optional<String> done = resolve == null ? resolution() : Optional.of(resolve.resolution());
    after.resolution(command instanceof CaseCommand.GiveUp up ? Optional.of(up.reason()) : done);
    after.newRating(
        command instanceof CaseCommand.Resurvey again ? Optional.of(again.rating()) : newRating());
    return after.build();
  }

  private CaseDecision refused(CaseDecision.Code code, CaseCommand command) {
    return new CaseDecision.Refused(code, status(), command);
  }
}
