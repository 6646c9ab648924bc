package dev.laurel.tiers.simulation;

import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;
import static dev.laurel.tiers.simulation.Populations.STARS;
import static dev.laurel.tiers.simulation.Populations.habit;
import static dev.laurel.tiers.simulation.Populations.population;
import static dev.laurel.tiers.simulation.Populations.regular;
import static dev.laurel.tiers.simulation.Populations.simulation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Program;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.membership.WhatIfTotals;
import dev.laurel.tiers.simulation.Growth.Flow;
import dev.laurel.tiers.simulation.Growth.Place;
import dev.laurel.tiers.simulation.Growth.Year;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static Simulation alone(Habit habit, long seed, long... joiners) {
    return new Simulation(
        Populations.club(), population(joiners).addHabits(habit).build(), seed);
  }

  @Test
  void everybodyWhoHasJoinedIsCountedFromTheYearOfJoining() {
    Growth growth = simulation(7, 30, 0, 12).run();

    assertThat(growth.years()).extracting(Year::members).containsExactly(30L, 30L, 42L);
    assertThat(growth.years())
        .extracting(Year::firstDay)
        .containsExactly(
            LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1), LocalDate.of(2029, 1, 1));
    assertThat(growth.years()).extracting(Year::rejected).containsOnly(0L);
  }

  /** Without spread each of the visits is EUR 12.00 and earns 12 stars as Green. */
  @Test
  void pricesWithoutSpreadAreTheMedian() {
    Year year = alone(regular().spread(0).build(), 1, 50).run().years().get(0);

    assertThat(year.spent()).isEqualTo(ExactMoney.parse("EUR 12.00").times(year.visits()));
    assertThat(year.of(STARS).issued()).isGreaterThanOrEqualTo(12 * year.visits());
  }

  /** 1,000 members with 20 visits each are 20,000, with a standard deviation of 141. */
  @Test
  void visitsAreThoseOfTheHabit() {
    Habit stays = regular().build();
    Year second = alone(stays, 20_261_126, 1_000, 0).run().years().get(1);

    assertThat((double) second.visits()).isCloseTo(20_000, within(5 * 141.0));
    assertThat(second.active()).isEqualTo(1_000);
  }

  /** The lives that were counted, told to the program once more, come to the same. */
  @Test
  void theLivesAreThoseThatAreCounted() {
    Simulation simulation = simulation(7, 30, 20);
    Year last = simulation.run().years().get(1);
    WhatIf question = new WhatIf(
        simulation.program(), simulation.program(), Instant.parse("2028-12-31T23:59:59Z"));

    WhatIfTotals told = question.total(LongStream.range(0, 50).mapToObj(simulation::life));

    assertThat(told.members()).isEqualTo(50);
    assertThat(told.changed()).isZero();
    assertThat(told.of(STARS).balanceNow()).isEqualTo(last.of(STARS).outstanding());
    assertThat(told.moves())
        .isEqualTo(last.pyramid().entrySet().stream()
            .collect(toImmutableSortedMap(
                Comparator.naturalOrder(),
                place -> new WhatIfTotals.Move(
                    "stars", place.getKey().tier(), place.getKey().tier()),
                Map.Entry::getValue)));
  }

  @Test
  void aLifeIsOfAMemberOfThePopulation() {
    Simulation simulation = simulation(7, 30, 20);

    for (long member : new long[] {-1, 50}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> simulation.life(member))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.RANGE));
    }
  }

  /** 0.7 to the power of 3 of 2,000 are 686 after three years, with a deviation of 21. */
  @Test
  void leaversStopComingAndStayInThePyramid() {
    Growth growth = alone(habit("rare", 1, 1, "EUR 12.00").leaving(0.3).build(), 5, 2_000, 0, 0, 0)
        .run();
    Year first = growth.years().get(0);
    Year last = growth.years().get(3);

    assertThat((double) last.active()).isCloseTo(0.343 * first.active(), within(5 * 21.0));
    assertThat(last.pyramid().values().stream().mapToLong(count -> count).sum()).isEqualTo(2_000);
  }

  /**
   * 20 visits a year, all in one month of 31 days, are 2,037 of 100 members who were there before.
   */
  @Test
  void monthsWithoutWeightHaveNoVisits() {
    Population.Builder december = population(100).addHabits(regular().build());
    december.addSeasons(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    Population.Builder january =
        population(LocalDate.of(2027, 2, 1), 100, 0).addHabits(regular().build());
    january.addSeasons(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Growth late = new Simulation(Populations.club(), december.build(), 3).run();
    Growth early = new Simulation(Populations.club(), january.build(), 3).run();

    assertThat((double) late.years().get(0).visits()).isCloseTo(1_950, within(5 * 60.0));
    assertThat((double) early.years().get(1).visits()).isCloseTo(2_037, within(5 * 45.0));
  }

  /** 20 visits of 2 nights make Gold at 30 nights; visits without nights make nobody. */
  @Test
  void visitsCountWhatTheHabitSays() {
    ActivityKind nights = ActivityKind.of("nights");
    LoyaltyProgram hotel = LoyaltyProgram.of(
        Program.builder()
            .id(ProgramId.of("hotel"))
            .calendar(ProgramCalendar.of(ZoneOffset.UTC))
            .rules(RuleBook.of())
            .build(),
        TierLadder.builder()
            .code("nights")
            .base(Tier.of("guest", "Guest"))
            .addRung(
                Rung.of(Tier.of("gold", "Gold"), Qualification.reach(Metric.times(nights), 30)))
            .build());
    Place gold = new Place("nights", 1, "gold");
    Population guests =
        population(50, 0).addHabits(regular().putCount(nights, 2L).build()).build();
    Population diners = population(50, 0).addHabits(regular().build()).build();

    Year year = new Simulation(hotel, guests, 9).run().years().get(1);

    assertThat(year.pyramid()).containsKey(gold);
    assertThat(year.rejected()).isZero();
    assertThat(new Simulation(hotel, diners, 9).run().years().get(1).pyramid())
        .doesNotContainKey(gold);
  }

  @Test
  void pointsAreRedeemedInTheAmountOfTheHabit() {
    Flow flow = alone(regular().redeems(STARS.points(50)).build(), 4, 20)
        .run()
        .years()
        .get(0)
        .of(STARS);

    assertThat(flow.redeemed()).isPositive();
    assertThat(flow.redeemed() % 50).isZero();
    assertThat(flow.outstanding()).isEqualTo(flow.issued() - flow.redeemed());
  }

  @Test
  void anotherSeedIsAnotherLife() {
    assertThat(simulation(1, 20).run().years())
        .isNotEqualTo(simulation(2, 20).run().years());
  }

  /** 1,000 stars at EUR 0.60 for 100 are EUR 6.00. */
  @Test
  void costIsThatOfThePointsIssued() {
    Year year = new Year(
        LocalDate.of(2027, 1, 1),
        1,
        1,
        1,
        ExactMoney.parse("EUR 1000.00"),
        ImmutableSortedMap.of(),
        ImmutableSortedMap.<PointType, Flow>orderedBy(Comparator.comparing(PointType::code))
            .put(STARS, new Flow(1_000, 0, 0, 1_000))
            .build(),
        0);

    assertThat(year.cost(
            PointRate.of(STARS.points(100), ExactMoney.parse("EUR 0.60")), RoundingMode.HALF_EVEN))
        .isEqualTo(ExactMoney.parse("EUR 6.00"));
    assertThat(year.cost(
            PointRate.of(Programs.MILES.points(1), ExactMoney.parse("EUR 1.00")),
            RoundingMode.HALF_EVEN))
        .isEqualTo(ExactMoney.parse("EUR 0.00"));
  }

  @Test
  void badHabitsAreRefused() {
    refused(FailureCode.RANGE, () -> habit("h", 1, 0, "EUR 1.00").build());
    refused(FailureCode.RANGE, () -> habit("h", 1, Double.NaN, "EUR 1.00").build());
    refused(FailureCode.RANGE, () -> habit("h", 1, 3_661, "EUR 1.00").build());
    refused(FailureCode.RANGE, () -> habit("h", 0, 1, "EUR 1.00").build());
    refused(FailureCode.RANGE, () -> habit(" ", 1, 1, "EUR 1.00").build());
    refused(FailureCode.RANGE, () -> regular().spread(-0.1).build());
    refused(FailureCode.RANGE, () -> regular().spread(Double.POSITIVE_INFINITY).build());
    refused(FailureCode.RANGE, () -> regular().leaving(1).build());
    refused(FailureCode.RANGE, () -> regular().leaving(Double.NaN).build());
    refused(FailureCode.RANGE, () -> habit("h", 1, 1, "EUR 0.00").build());
    refused(FailureCode.RANGE, () -> regular().redeems(STARS.points(0)).build());
    refused(FailureCode.RANGE, () -> regular().putCount(ActivityKind.REVIEW, 0L).build());
  }

  @Test
  void badPopulationsAreRefused() {
    refused(FailureCode.RANGE, () -> population().addHabits(Populations.rare()).build());
    refused(
        FailureCode.RANGE, () -> population(-1).addHabits(Populations.rare()).build());
    refused(FailureCode.RANGE, () -> population(1).build());
    refused(
        FailureCode.RANGE,
        () -> population(LocalDate.of(1971, 12, 31), 1)
            .addHabits(Populations.rare())
            .build());
    refused(
        FailureCode.RANGE,
        () -> population(1).addHabits(Populations.rare()).addSeasons(1, 2).build());
    refused(
        FailureCode.RANGE,
        () -> population(1)
            .addHabits(Populations.rare())
            .addAllSeasons(Collections.nCopies(12, 0))
            .build());
    refused(
        FailureCode.CONFIG_DUPLICATE,
        () -> population(1).addHabits(Populations.rare(), Populations.rare()).build());
    refused(
        FailureCode.MIXED_CURRENCY,
        () -> population(1)
            .addHabits(Populations.rare(), habit("h", 1, 1, "USD 1.00").build())
            .build());
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() {
    refused(
        FailureCode.REFERENCE_UNKNOWN,
        () -> alone(regular().redeems(Programs.MILES.points(1)).build(), 1, 1));
    refused(FailureCode.RANGE, () -> simulation(1, 5).run(0, 6));
    refused(FailureCode.RANGE, () -> simulation(1, 5).run(-1, 2));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Growth.none(simulation(1, 5)).merge(Growth.none(simulation(2, 5))))
        .withMessageContaining("seed 1")
        .withMessageContaining("seed 2");
  }

  private static void refused(FailureCode code, ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(call)
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
