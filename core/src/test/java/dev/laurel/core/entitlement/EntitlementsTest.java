package dev.laurel.core.entitlement;

import static dev.laurel.core.entitlement.Services.ANN;
import static dev.laurel.core.entitlement.Services.BOB;
import static dev.laurel.core.entitlement.Services.CAR;
import static dev.laurel.core.entitlement.Services.NAVIGATION;
import static dev.laurel.core.entitlement.Services.REMOTE_START;
import static dev.laurel.core.entitlement.Services.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.entitlement.EntitlementRefusal.Code;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntitlementsTest {
  private static final EntitlementId E1 = EntitlementId.of("e-1");
  private static final EntitlementId E2 = EntitlementId.of("e-2");
  private static final Instant MARCH = at("2026-03-01T10:00:00Z");

  private final Entitlements none = Services.none();

  @Nested
  class ATrial {
    private final Entitlements tried = after(none, trial(E1, MARCH));

    @Test
    void lastsThroughItsLastDayInTheProgramsZone() {
      Entitlement entitlement = tried.entitlement(E1).orElseThrow();

      assertThat(entitlement.stateAt(MARCH)).isEqualTo(Entitlement.State.TRIAL);
      assertThat(entitlement.stateAt(at("2026-04-01T21:59:59Z")))
          .isEqualTo(Entitlement.State.TRIAL);
      assertThat(entitlement.stateAt(at("2026-04-01T22:00:00Z")))
          .isEqualTo(Entitlement.State.EXPIRED);
      assertThat(entitlement.stateAt(MARCH.minusSeconds(1))).isEqualTo(Entitlement.State.FUTURE);
    }

    @Test
    void isHadOnceForEachVehicle() {
      assertThat(refusal(tried, trial(E2, MARCH.plusSeconds(90 * 86_400L))))
          .isEqualTo(Code.TRIAL_ALREADY_USED);
      assertThat(tried.decide(new EntitlementCommand.StartTrial(
              E2, REMOTE_START, ANN, Optional.of(Services.OTHER_CAR), MARCH)))
          .isInstanceOf(EntitlementDecision.Accepted.class);
    }

    @Test
    void askedForAgainUnderItsNameIsTheSame() {
      assertThat(after(tried, trial(E1, MARCH))).isEqualTo(tried);
      assertThat(refusal(tried, trial(E1, MARCH.plusSeconds(1))))
          .isEqualTo(Code.IDEMPOTENCY_CONFLICT);
    }

    @Test
    void turnsIntoATermBeforeOrAfterItsEnd() {
      Entitlements early = after(tried, activate(E1, at("2026-03-20T10:00:00Z")));
      Entitlements late = after(tried, activate(E1, at("2026-05-20T10:00:00Z")));

      assertThat(early.mayUse(ANN, REMOTE_START, Optional.of(CAR), at("2029-03-20T12:00:00Z")))
          .isTrue();
      assertThat(early.mayUse(ANN, REMOTE_START, Optional.of(CAR), at("2029-03-20T23:00:00Z")))
          .isFalse();
      assertThat(late.mayUse(ANN, REMOTE_START, Optional.of(CAR), at("2026-05-01T10:00:00Z")))
          .isFalse();
    }

    @Test
    void isNotOfferedForEveryService() {
      assertThat(refusal(
              none,
              new EntitlementCommand.StartTrial(E1, NAVIGATION, ANN, Optional.empty(), MARCH)))
          .isEqualTo(Code.NOT_OFFERED);
    }
  }

  @Nested
  class ATerm {
    private final Entitlements active = after(none, activate(E1, MARCH));

    @Test
    void isExtendedForAFeeOnceForEachNumber() {
      EntitlementDecision.Accepted first = accepted(active, extend(1, MARCH));
      EntitlementDecision.Accepted again = accepted(first.entitlements(), extend(1, MARCH));

      assertThat(first.fee()).contains(ExactMoney.parse("EUR 79.00"));
      assertThat(first.changed().get(0).term().orElseThrow().until())
          .isEqualTo(at("2030-03-01T23:00:00Z"));
      assertThat(again.fee()).isEmpty();
      assertThat(again.entitlements()).isEqualTo(first.entitlements());
      assertThat(refusal(active, extend(3, MARCH))).isEqualTo(Code.ILLEGAL_TRANSITION);
    }

    /** 31 January and one month is 28 February; and two months 31 March, not 28. */
    @Test
    void countsMonthsFromItsFirstDay() {
      Instant january = at("2026-01-31T10:00:00Z");
      Entitlements begun = after(
          none, new EntitlementCommand.Activate(E1, NAVIGATION, ANN, Optional.empty(), january));
      assertThat(begun.entitlement(E1).orElseThrow().term().orElseThrow().until())
          .isEqualTo(at("2026-02-28T23:00:00Z"));

      Entitlements longer = after(begun, extend(1, january));

      assertThat(longer.entitlement(E1).orElseThrow().term().orElseThrow().until())
          .isEqualTo(at("2026-03-31T22:00:00Z"));
    }

    @Test
    void isNotHadTwice() {
      assertThat(refusal(active, activate(E2, MARCH))).isEqualTo(Code.ALREADY_ENTITLED);
      assertThat(after(active, activate(E1, MARCH))).isEqualTo(active);
      assertThat(refusal(active, activate(E1, MARCH.plusSeconds(1))))
          .isEqualTo(Code.ILLEGAL_TRANSITION);
    }

    @Test
    void endsWhenTheVehicleIsSold() {
      Instant sale = at("2027-06-01T08:00:00Z");
      Entitlements sold =
          after(active, new EntitlementCommand.HandOver(CAR, Optional.of(BOB), sale));

      Entitlement ended = sold.entitlement(E1).orElseThrow();
      assertThat(ended.stateAt(sale.minusSeconds(1))).isEqualTo(Entitlement.State.ACTIVE);
      assertThat(ended.stateAt(sale)).isEqualTo(Entitlement.State.ENDED);
      assertThat(ended.end().orElseThrow().reason()).isEqualTo(Entitlement.Reason.HANDED_OVER);
      assertThat(refusal(sold, activate(E1, sale))).isEqualTo(Code.ILLEGAL_TRANSITION);
      assertThat(refusal(sold, extend(1, sale))).isEqualTo(Code.ILLEGAL_TRANSITION);
    }

    @Test
    void ofTheVehicleItselfGoesToTheNewOwner() {
      Entitlements roadside = after(
          none,
          new EntitlementCommand.Activate(E1, Services.ROADSIDE, ANN, Optional.of(CAR), MARCH));
      Instant sale = at("2027-06-01T08:00:00Z");
      Entitlements sold =
          after(roadside, new EntitlementCommand.HandOver(CAR, Optional.of(BOB), sale));

      assertThat(sold.mayUse(BOB, Services.ROADSIDE, Optional.of(CAR), sale)).isTrue();
      assertThat(sold.mayUse(ANN, Services.ROADSIDE, Optional.of(CAR), sale)).isFalse();
      assertThat(sold.heldBy(ANN)).isEmpty();
      assertThat(sold.forThing(CAR)).hasSize(1);
      Entitlements scrapped =
          after(sold, new EntitlementCommand.HandOver(CAR, Optional.empty(), sale.plusSeconds(1)));
      assertThat(scrapped.mayUse(BOB, Services.ROADSIDE, Optional.of(CAR), sale.plusSeconds(1)))
          .isFalse();
    }

    @Test
    void givenUpEndsForGood() {
      EntitlementCommand.End end =
          new EntitlementCommand.End(E1, Entitlement.Reason.GIVEN_UP, MARCH.plusSeconds(5));
      Entitlements ended = after(active, end);

      assertThat(refusal(ended, end)).isEqualTo(Code.ILLEGAL_TRANSITION);
      assertThat(refusal(ended, extend(1, MARCH))).isEqualTo(Code.TIME_RANGE);
    }
  }

  @Nested
  class AMemberWhoGoesUpInAnother {
    private final Instant merge = at("2026-06-01T08:00:00Z");
    private final EntitlementCommand.Unite unite = new EntitlementCommand.Unite(ANN, BOB, merge);

    private Entitlements bob(Entitlements before, EntitlementId id, Instant from) {
      return after(
          before, new EntitlementCommand.Activate(id, REMOTE_START, BOB, Optional.of(CAR), from));
    }

    @Test
    void givesAllServicesAndUsedTrialsToTheOtherOne() {
      Entitlements merged = after(after(none, trial(E1, MARCH)), unite);

      assertThat(merged.heldBy(ANN)).isEmpty();
      assertThat(merged.heldBy(BOB)).hasSize(1);
      assertThat(refusal(
              merged,
              new EntitlementCommand.StartTrial(E2, REMOTE_START, BOB, Optional.of(CAR), merge)))
          .isEqualTo(Code.TRIAL_ALREADY_USED);
      assertThat(after(merged, unite)).isEqualTo(merged);
    }

    @Test
    void keepsTheOneThatLastsLongerWhereBothHaveAService() {
      Entitlements annsIsOlder = bob(after(none, activate(E1, MARCH)), E2, MARCH.plusSeconds(1));
      Entitlements annsLasts =
          bob(after(after(none, activate(E1, MARCH)), extend(1, MARCH)), E2, MARCH);

      // Both last through 1 March 2029, so that the one of Bob stays.
      assertThat(after(annsIsOlder, unite).entitlement(E1).orElseThrow().end())
          .contains(new Entitlement.End(merge, Entitlement.Reason.MERGED));
      assertThat(after(annsIsOlder, unite).entitlement(E2).orElseThrow().isUsableAt(merge))
          .isTrue();
      assertThat(after(annsLasts, unite).entitlement(E1).orElseThrow().holder()).isEqualTo(BOB);
      assertThat(after(annsLasts, unite).entitlement(E2).orElseThrow().end())
          .contains(new Entitlement.End(merge, Entitlement.Reason.MERGED));
    }

    @Test
    void isNotTheSameAsTheOther() {
      Entitlements active = after(none, activate(E1, MARCH));

      assertThat(after(active, new EntitlementCommand.Unite(ANN, ANN, merge))).isEqualTo(active);
    }

    @Test
    void cannotHaveGoneBeforeTheLastChange() {
      assertThat(refusal(
              after(none, activate(E1, MARCH)),
              new EntitlementCommand.Unite(ANN, BOB, MARCH.minusSeconds(1))))
          .isEqualTo(Code.TIME_RANGE);
    }
  }

  @Nested
  class BadInput {
    @Test
    void whatIsUnknownIsNamed() {
      EntitlementDecision decision = none.decide(extend(1, MARCH));

      assertThat(((EntitlementDecision.Refused) decision).refusal().toString())
          .isEqualTo("UNKNOWN_REFERENCE: e-1");
      assertThat(refusal(none, new EntitlementCommand.HandOver(CAR, Optional.empty(), MARCH)))
          .isEqualTo(Code.UNKNOWN_REFERENCE);
      assertThat(refusal(
              none,
              new EntitlementCommand.Activate(
                  E1, Service.of("teleport"), ANN, Optional.empty(), MARCH)))
          .isEqualTo(Code.UNKNOWN_REFERENCE);
    }

    @Test
    void aServiceOfAVehicleNeedsOneAndOthersTakeNone() {
      assertThat(refusal(
              none,
              new EntitlementCommand.Activate(E1, REMOTE_START, ANN, Optional.empty(), MARCH)))
          .isEqualTo(Code.THING_MISMATCH);
      assertThat(refusal(
              none, new EntitlementCommand.Activate(E1, NAVIGATION, ANN, Optional.of(CAR), MARCH)))
          .isEqualTo(Code.THING_MISMATCH);
    }

    @Test
    void aTermBeyondTheYear9999IsRefusedAndNotThrown() {
      assertThat(refusal(none, activate(E1, at("9998-03-01T10:00:00Z"))))
          .isEqualTo(Code.TIME_RANGE);
      assertThat(refusal(none, activate(E1, Instant.MAX))).isEqualTo(Code.TIME_RANGE);
    }

    @Test
    void aTermOfNoTimeIsRefused() {
      ServiceTerms.Builder terms = ServiceTerms.builder().service(NAVIGATION).name("Navigation");

      assertThatThrownBy(() -> terms.term(Period.ZERO).build())
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(FailureCode.PERIOD_INVALID);
    }

    @Test
    void aFeeNeedsAnExtension() {
      ServiceTerms.Builder terms = ServiceTerms.builder().service(NAVIGATION).name("Navigation");
      terms.term(Period.ofMonths(1)).extensionFee(ExactMoney.parse("EUR 1.00"));

      assertThatThrownBy(terms::build)
          .isInstanceOf(InvalidValueException.class)
          .extracting("path")
          .isEqualTo("extensionFee");
    }
  }

  private static EntitlementCommand trial(EntitlementId id, Instant at) {
    return new EntitlementCommand.StartTrial(id, REMOTE_START, ANN, Optional.of(CAR), at);
  }

  private static EntitlementCommand activate(EntitlementId id, Instant at) {
    return new EntitlementCommand.Activate(id, REMOTE_START, ANN, Optional.of(CAR), at);
  }

  private static EntitlementCommand extend(int number, Instant at) {
    return new EntitlementCommand.Extend(E1, number, at);
  }

  private static Entitlements after(Entitlements before, EntitlementCommand command) {
    return accepted(before, command).entitlements();
  }

  private static EntitlementDecision.Accepted accepted(
      Entitlements before, EntitlementCommand command) {
    EntitlementDecision decision = before.decide(command);
    assertThat(decision).isInstanceOf(EntitlementDecision.Accepted.class);
    return (EntitlementDecision.Accepted) decision;
  }

  private static Code refusal(Entitlements before, EntitlementCommand command) {
    EntitlementDecision decision = before.decide(command);
    assertThat(decision).isInstanceOf(EntitlementDecision.Refused.class);
    assertThat(decision.entitlements()).isSameAs(before);
    return ((EntitlementDecision.Refused) decision).refusal().code();
  }
}
