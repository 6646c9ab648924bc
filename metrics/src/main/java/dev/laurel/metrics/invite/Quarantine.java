package dev.laurel.metrics.invite;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The rules that keep people from being asked too often.
 *
 * <p>With a pause of 30 days after any invitation, somebody invited on 1 March at 09:00 may be
 * invited again on 31 March at 09:00. All rules must agree; each that does not is told.
 *
 * @param rules the rules, at most 20; none allows everything
 */
public record Quarantine(ImmutableList<QuarantineRule> rules) {
  private static final int MOST = 20;

  /**
   * A checked quarantine.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED if it has more than 20 rules
   */
  public Quarantine {
    InvalidValueException.check(
        rules.size() <= MOST,
        FailureCode.LIMIT_EXCEEDED,
        "rules",
        "a quarantine must have at most 20 rules: %s",
        rules.size());
  }

  /** The quarantine of these rules. */
  public static Quarantine of(QuarantineRule... rules) {
    return new Quarantine(ImmutableList.copyOf(rules));
  }

  /**
   * Whether one person may be asked to take part in a survey.
   *
   * @param contacts what happened to the person before, in any order; later contacts are ignored
   * @param memberSince when the person became a customer
   */
  public Permission evaluate(
      Instant asOf, SurveyId survey, Instant memberSince, List<Contact> contacts) {
    List<Contact> known = contacts.stream()
        .filter(contact -> !contact.at().isAfter(asOf))
        .sorted(Comparator.comparing(Contact::at))
        .toList();
    ImmutableList<Permission.Reason> reasons = rules.stream()
        .flatMap(rule -> rule
            .forbidsUntil(asOf, survey, memberSince, known)
            .map(until -> new Permission.Reason(rule, until))
            .stream())
        .collect(toImmutableList());
    return reasons.isEmpty() ? new Permission.Granted() : new Permission.Withheld(reasons);
  }
}
