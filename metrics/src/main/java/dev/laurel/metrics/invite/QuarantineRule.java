package dev.laurel.metrics.invite;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One reason not to ask somebody yet. */
public sealed interface QuarantineRule {
  /**
   * Until when the rule forbids to ask; absent if it does not.
   *
   * @param contacts those up to now, oldest first
   */
  Optional<Instant> forbidsUntil(
      Instant asOf, SurveyId survey, Instant memberSince, List<Contact> contacts);

  /** Which surveys count. */
  enum Reach {
    /** Contacts of the survey that is about to be sent. */
    THIS_SURVEY,
    /** Contacts of every survey. */
    ANY_SURVEY;

    boolean includes(Contact contact, SurveyId survey) {
      return this == ANY_SURVEY || contact.survey().equals(survey);
    }
  }

  /**
   * A pause after the last contact of a kind, such as 30 days after an invitation.
   *
   * @param after the kind of contact
   * @param pause how long, rolling, in days of 24 hours
   * @param reach which surveys count
   */
  record Pause(Contact.Kind after, Duration pause, Reach reach) implements QuarantineRule {
    /** A checked rule. */
    public Pause {
      requireNonNull(after, "after");
      pause = longerThanZero(pause, "pause");
      requireNonNull(reach, "reach");
    }

    @Override
    public Optional<Instant> forbidsUntil(
        Instant asOf, SurveyId survey, Instant memberSince, List<Contact> contacts) {
      return contacts.stream()
          .filter(contact -> contact.kind() == after && reach.includes(contact, survey))
          .reduce((earlier, later) -> later)
          .map(contact -> contact.at().plus(pause))
          .filter(asOf::isBefore);
    }
  }

  /**
   * At most so many invitations within a rolling window, such as 3 in 90 days.
   *
   * @param invitations the most, at least 1
   * @param window how far back they count
   * @param reach which surveys count
   */
  record AtMost(int invitations, Duration window, Reach reach) implements QuarantineRule {
    /**
     * A checked rule.
     *
     * @throws InvalidValueException RANGE if fewer than one invitation is allowed
     */
    public AtMost {
      InvalidValueException.check(
          invitations >= 1,
          FailureCode.RANGE,
          "invitations",
          "a quarantine must allow at least 1 invitation: %s",
          invitations);
      window = longerThanZero(window, "window");
      requireNonNull(reach, "reach");
    }

    @Override
    public Optional<Instant> forbidsUntil(
        Instant asOf, SurveyId survey, Instant memberSince, List<Contact> contacts) {
      List<Instant> invited = contacts.stream()
          .filter(
              contact -> contact.kind() == Contact.Kind.INVITED && reach.includes(contact, survey))
          .map(Contact::at)
          .toList();
      // Once this one has left the window, there is room for another.
      return invited.size() < invitations
          ? Optional.empty()
          : Optional.of(invited.get(invited.size() - invitations).plus(window))
              .filter(asOf::isBefore);
    }
  }

  /**
   * A time after somebody became a customer in which they are left alone, such as 7 days.
   *
   * @param delay how long
   */
  record NewCustomer(Duration delay) implements QuarantineRule {
    /** A checked rule. */
    public NewCustomer {
      delay = longerThanZero(delay, "delay");
    }

    @Override
    public Optional<Instant> forbidsUntil(
        Instant asOf, SurveyId survey, Instant memberSince, List<Contact> contacts) {
      return Optional.of(memberSince.plus(delay)).filter(asOf::isBefore);
    }
  }

  private static Duration longerThanZero(Duration duration, String path) {
    TimeGate.checkDuration(duration, path);
    InvalidValueException.check(
        !duration.isZero(),
        FailureCode.RANGE,
        path,
        "a quarantine must last longer than zero: %s",
        duration);
    return duration;
  }
}
