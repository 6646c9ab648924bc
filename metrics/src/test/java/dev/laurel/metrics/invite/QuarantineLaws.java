package dev.laurel.metrics.invite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.metrics.invite.QuarantineRule.AtMost;
import dev.laurel.metrics.invite.QuarantineRule.NewCustomer;
import dev.laurel.metrics.invite.QuarantineRule.Pause;
import dev.laurel.metrics.invite.QuarantineRule.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every history of contacts. */
class QuarantineLaws {
  private static final SurveyId SERVICE = SurveyId.of("after-service");
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Quarantine QUARANTINE = Quarantine.of(
      new NewCustomer(Duration.ofDays(7)),
      new AtMost(2, Duration.ofDays(20), Reach.ANY_SURVEY),
      new Pause(Contact.Kind.INVITED, Duration.ofDays(5), Reach.THIS_SURVEY),
      new Pause(Contact.Kind.COMPLETED, Duration.ofDays(9), Reach.ANY_SURVEY));

  @Provide
  Arbitrary<List<Contact>> contacts() {
    return Combinators.combine(
            Arbitraries.of(SERVICE, SurveyId.of("after-sale")),
            Arbitraries.longs().between(0, 40 * 24).map(h -> NOW.minus(Duration.ofHours(h))),
            Arbitraries.of(Contact.Kind.class))
        .as(Contact::new)
        .list()
        .ofMaxSize(12);
  }

  @Property
  void whoeverMustWaitMayBeAskedThenAndNotBefore(@ForAll("contacts") List<Contact> contacts) {
    Instant since = NOW.minus(Duration.ofDays(3));
    Permission now = QUARANTINE.evaluate(NOW, SERVICE, since, contacts);
    Instant until = ((Permission.Withheld) now).until();

    assertThat(QUARANTINE.evaluate(until, SERVICE, since, contacts))
        .isEqualTo(new Permission.Granted());
    assertThat(QUARANTINE.evaluate(until.minusNanos(1), SERVICE, since, contacts))
        .isInstanceOf(Permission.Withheld.class);
  }

  @Property
  void fewerContactsNeverMeanALongerWait(@ForAll("contacts") List<Contact> contacts) {
    Instant since = NOW.minus(Duration.ofDays(3));
    List<Contact> fewer = contacts.subList(0, contacts.size() / 2);

    assertThat(wait(since, fewer)).isBeforeOrEqualTo(wait(since, contacts));
  }

  private static Instant wait(Instant since, List<Contact> contacts) {
    return ((Permission.Withheld) QUARANTINE.evaluate(NOW, SERVICE, since, contacts)).until();
  }
}
