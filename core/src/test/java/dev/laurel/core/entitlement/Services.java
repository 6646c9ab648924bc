package dev.laurel.core.entitlement;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** Short words for the tests of entitlements: a car maker's services in Berlin. */
final class Services {
  static final Service REMOTE_START = Service.of("remote-start");
  static final Service ROADSIDE = Service.of("roadside-assistance");
  static final Service NAVIGATION = Service.of("navigation");
  static final MemberId ANN = MemberId.of("ann");
  static final MemberId BOB = MemberId.of("bob");
  static final Subject CAR = Subject.of("v-77");
  static final Subject OTHER_CAR = Subject.of("v-78");

  private Services() {}

  static Entitlements none() {
    ServiceTerms.Builder remote = ServiceTerms.builder().service(REMOTE_START).name("Remote start");
    remote.isBoundToThing(true).trial(Period.ofMonths(1)).term(Period.ofYears(3));
    remote.extension(Period.ofYears(1)).extensionFee(ExactMoney.parse("EUR 79.00"));
    ServiceTerms.Builder roadside = ServiceTerms.builder().service(ROADSIDE).name("Roadside");
    roadside.isBoundToThing(true).term(Period.ofYears(5));
    roadside.onHandOver(ServiceTerms.OnHandOver.MOVE);
    ServiceTerms.Builder navigation = ServiceTerms.builder().service(NAVIGATION).name("Navigation");
    navigation.term(Period.ofMonths(1)).extension(Period.ofMonths(1));
    return Entitlements.none(
        ProgramCalendar.of(ZoneId.of("Europe/Berlin")),
        List.of(remote.build(), roadside.build(), navigation.build()));
  }

  static Instant at(String text) {
    return Instant.parse(text);
  }
}
