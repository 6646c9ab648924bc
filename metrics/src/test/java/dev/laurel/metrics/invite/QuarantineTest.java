package dev.laurel.metrics.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.invite.QuarantineRule.AtMost;
import dev.laurel.metrics.invite.QuarantineRule.NewCustomer;
import dev.laurel.metrics.invite.QuarantineRule.Pause;
import dev.laurel.metrics.invite.QuarantineRule.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuarantineTest {
  private static final SurveyId SERVICE = SurveyId.of("after-service");
  private static final SurveyId SALES = SurveyId.of("after-sale");
  private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  @Test
  void whoeverWasAskedIsLeftAloneForThirtyDays() {
    Quarantine quarantine = Quarantine.of(new Pause(Contact.Kind.INVITED, MONTH, Reach.ANY_SURVEY));
    List<Contact> contacts = List.of(new Contact(SALES, MARCH, Contact.Kind.INVITED));

    Permission early =
        quarantine.evaluate(MARCH.plus(MONTH).minusNanos(1000), SERVICE, LONG_AGO, contacts);
    Permission then = quarantine.evaluate(MARCH.plus(MONTH), SERVICE, LONG_AGO, contacts);

    assertThat(((Permission.Withheld) early).until()).isEqualTo("2026-03-31T09:00:00Z");
    assertThat(then).isEqualTo(new Permission.Granted());
  }

  @Test
  void anotherSurveyDoesNotCountWhereOnlyThisOneDoes() {
    Quarantine quarantine =
        Quarantine.of(new Pause(Contact.Kind.INVITED, MONTH, Reach.THIS_SURVEY));
    List<Contact> contacts = List.of(new Contact(SALES, MARCH, Contact.Kind.INVITED));

    assertThat(quarantine.evaluate(MARCH, SERVICE, LONG_AGO, contacts))
        .isEqualTo(new Permission.Granted());
    assertThat(quarantine.evaluate(MARCH, SALES, LONG_AGO, contacts))
        .isInstanceOf(Permission.Withheld.class);
  }

  @Test
  void aReminderIsNoInvitation() {
    Quarantine quarantine = Quarantine.of(new AtMost(1, MONTH, Reach.ANY_SURVEY));
    List<Contact> contacts = List.of(new Contact(SERVICE, MARCH, Contact.Kind.REMINDED));

    assertThat(quarantine.evaluate(MARCH, SERVICE, LONG_AGO, contacts))
        .isEqualTo(new Permission.Granted());
  }

  @Test
  void everyReasonIsToldAndTheLastOneDecides() {
    Quarantine quarantine = Quarantine.of(
        new NewCustomer(Duration.ofDays(7)),
        new AtMost(2, Duration.ofDays(90), Reach.ANY_SURVEY),
        new Pause(Contact.Kind.COMPLETED, MONTH, Reach.ANY_SURVEY));
    List<Contact> contacts = List.of(
        new Contact(SERVICE, MARCH.minus(Duration.ofDays(10)), Contact.Kind.INVITED),
        new Contact(SALES, MARCH.minus(Duration.ofDays(50)), Contact.Kind.INVITED));

    Permission permission =
        quarantine.evaluate(MARCH, SERVICE, MARCH.minus(Duration.ofDays(1)), contacts);

    Permission.Withheld withheld = (Permission.Withheld) permission;
    assertThat(withheld.reasons())
        .extracting(Permission.Reason::until)
        .containsExactly(MARCH.plus(Duration.ofDays(6)), MARCH.plus(Duration.ofDays(40)));
    assertThat(withheld.until()).isEqualTo(MARCH.plus(Duration.ofDays(40)));
  }

  @Test
  void rulesThatSayNothingAreRefused() {
    assertThatThrownBy(() -> new AtMost(0, MONTH, Reach.ANY_SURVEY))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> new NewCustomer(Duration.ZERO))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> new Pause(Contact.Kind.INVITED, Duration.ofDays(-1), Reach.ANY_SURVEY))
        .extracting("code")
        .isEqualTo(FailureCode.PERIOD_INVALID);
    assertThatThrownBy(() -> Quarantine.of(
            Collections.nCopies(21, new NewCustomer(MONTH)).toArray(QuarantineRule[]::new)))
        .extracting("code")
        .isEqualTo(FailureCode.LIMIT_EXCEEDED);
    assertThatThrownBy(() -> SurveyId.of("After service"))
        .extracting("code")
        .isEqualTo(FailureCode.ID_INVALID);
  }
}
