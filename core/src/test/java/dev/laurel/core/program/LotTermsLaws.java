package dev.laurel.core.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.ledger.Activation;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ExpiryPolicy;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Remembered terms of a day are those that would be worked out, however often days come back. */
class LotTermsLaws {
  private static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));
  private static final Ledger LEDGER = Ledger.of(policy());
  private static final Instant START = Instant.parse("2025-10-20T00:00:00Z");
  private static final Period WAITING = Period.ofDays(14);
  private static final int FEW_DAYS = 3;

  @Property
  void theExpiryIsTheOneOfThePolicy(
      @ForAll("policies") ExpiryPolicy policy, @ForAll("instants") List<Instant> instants) {
    LotTerms few = new LotTerms(terms(policy), LEDGER, CALENDAR, FEW_DAYS);
    LotTerms many = new LotTerms(terms(policy), LEDGER, CALENDAR);

    isWorkedOut(instant -> few.on(CALENDAR.dateOf(instant), instant).expiry(), policy, instants);
    isWorkedOut(instant -> many.on(CALENDAR.dateOf(instant), instant).expiry(), policy, instants);
  }

  @Property
  void lotsAreUsableFromTheStartOfADay(@ForAll("instants") List<Instant> instants) {
    LotTerms lotTerms =
        new LotTerms(terms(ExpiryPolicy.of(Expiry.never())), LEDGER, CALENDAR, FEW_DAYS);
    for (Instant instant : instants) {
      LocalDate day = CALENDAR.dateOf(instant);

      assertThat(lotTerms.on(day, instant).activation())
          .isEqualTo(Activation.at(CALENDAR.startOf(day.plus(WAITING))));
    }
  }

  /** Its day begins in 1970 in zones to the east, where no instant is admitted. */
  @Property(tries = 1)
  void theFirstOfAllInstantsHasTermsToo() {
    ExpiryPolicy policy = ExpiryPolicy.of(Expiry.after(Period.ofMonths(1)));
    LotTerms lotTerms = new LotTerms(terms(policy), LEDGER, CALENDAR);

    isWorkedOut(
        instant -> lotTerms.on(CALENDAR.dateOf(instant), instant).expiry(),
        policy,
        List.of(Instant.parse("1971-01-01T00:00:00Z")));
  }

  @Property(tries = 1)
  void aMemoryThatTakesOneDayForAnotherIsCaught() {
    ExpiryPolicy policy = ExpiryPolicy.of(Expiry.after(Period.ofMonths(1)));
    Map<Long, LotExpiry> days = new HashMap<>();
    Function<Instant, LotExpiry> twin = instant -> days.computeIfAbsent(
        CALENDAR.dateOf(instant).toEpochDay() % FEW_DAYS,
        number -> LotExpiry.from(policy, instant, CALENDAR));
    List<Instant> instants = List.of(hours(0), hours(24 * FEW_DAYS));

    assertThatThrownBy(() -> isWorkedOut(twin, policy, instants))
        .isInstanceOf(AssertionError.class);
  }

  private static void isWorkedOut(
      Function<Instant, LotExpiry> expiries, ExpiryPolicy policy, List<Instant> instants) {
    for (Instant instant : instants) {
      assertThat(expiries.apply(instant)).isEqualTo(LotExpiry.from(policy, instant, CALENDAR));
    }
  }

  private static PointTerms terms(ExpiryPolicy policy) {
    PointTerms.Builder terms = PointTerms.builder();
    return terms
        .type(PointType.redeemable("points", "Points"))
        .expiry(policy)
        .activation(dev.laurel.core.earning.Activation.after(WAITING))
        .remainder(Remainder.writeOff())
        .build();
  }

  private static LedgerPolicy policy() {
    LedgerPolicy.Builder policy = LedgerPolicy.builder();
    return policy.calendar(CALENDAR).remainder(Remainder.writeOff()).build();
  }

  private static Instant hours(int hours) {
    return START.plus(Duration.ofHours(hours));
  }

  @Provide
  Arbitrary<List<Instant>> instants() {
    return Arbitraries.integers()
        .between(0, 24 * 300)
        .map(LotTermsLaws::hours)
        .list()
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<ExpiryPolicy> policies() {
    Arbitrary<Expiry> rules = Arbitraries.of(
        Expiry.never(),
        Expiry.after(Period.ofDays(40)),
        Expiry.afterRoundedUp(Period.ofMonths(18), CalendarPeriod.QUARTER),
        Expiry.fixedDay(MonthDay.of(3, 31), 1),
        Expiry.inactivity(Period.ofDays(90), Set.of(ActivityKind.PURCHASE)));
    return Arbitraries.oneOf(
        rules.map(ExpiryPolicy::of),
        rules.map(rule -> ExpiryPolicy.grandfathered(rule, hours(24 * 200))));
  }
}
