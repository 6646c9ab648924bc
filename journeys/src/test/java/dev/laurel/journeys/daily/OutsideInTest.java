package dev.laurel.journeys.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.daily.OfferingFit.Role;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutsideInTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private final DailyFlow week = Week.driver();
  private final OutsideIn games = new OutsideIn(
      week,
      List.of(
          OfferingFit.of("karaoke", "charging", Role.EMOTIONAL, 0.8),
          OfferingFit.of("arcade", "charging", Role.SOCIAL, 0.5),
          OfferingFit.of("autopilot", "commute", Role.FUNCTIONAL, 0.6)));

  /** 105 + 450 + 75 + 30 + 240 = 900 minutes, of which 525 are served. */
  @Test
  void coverageIsAShareOfTime() {
    assertThat(week.minutesPerWeek()).isEqualTo(900);
    assertThat(games.coverage()).isCloseTo(525.0 / 900, EXACT);
    assertThat(games.coverage(Role.EMOTIONAL)).isCloseTo(75.0 / 900, EXACT);
    assertThat(games.coverage(Role.FUNCTIONAL)).isCloseTo(450.0 / 900, EXACT);
  }

  /** 75 x 0.8 + 450 x 0.6 = 330 of 900. */
  @Test
  void theStrongestFitCountsForItsStrength() {
    assertThat(games.weightedCoverage()).isCloseTo(330.0 / 900, EXACT);
    assertThat(games.best(ContextId.of("charging")).orElseThrow().offering())
        .isEqualTo(OfferingId.of("karaoke"));
  }

  @Test
  void relevanceIsAShareOfContexts() {
    assertThat(games.relevanceShare()).isCloseTo(4.0 / 5, EXACT);
  }

  /** School run 240 x 0.1 = 24, breakfast 105 x 0.2 = 21, workshop 30 x 0.5 = 15. */
  @Test
  void whiteSpaceIsRankedByTimeAndNeed() {
    assertThat(games.whiteSpace().stream()
            .map(space -> space.context().id() + " " + space.score())
            .toList())
        .containsExactly("school-run 24.0", "breakfast 21.0", "workshop 15.0");
  }

  @Test
  void nothingServesNothing() {
    OutsideIn nothing = new OutsideIn(week, List.of());

    assertThat(nothing.coverage()).isZero();
    assertThat(nothing.whiteSpace()).hasSize(5);
    assertThat(nothing.whiteSpace().get(0).context().id()).isEqualTo(ContextId.of("commute"));
  }

  @Test
  void twoCompaniesAreComparedInOneWeek() {
    OutsideIn driving = new OutsideIn(
        week, List.of(OfferingFit.of("cruise-control", "commute", Role.FUNCTIONAL, 0.5)));
    DayComparison comparison = new DayComparison("T", games, "B", driving);

    assertThat(comparison.coverageDifference()).isCloseTo(75.0 / 900, EXACT);
    assertThat(comparison.onlyFirst().stream().map(LifeContext::id).toList())
        .containsExactly(ContextId.of("charging"));
    assertThat(comparison.onlySecond()).isEmpty();
    assertThat(comparison.text()).isEqualTo("""
        breakfast, 105 min a week: T nothing, B nothing
        commute, 450 min a week: T autopilot (0.6), B cruise-control (0.5)
        charging, 75 min a week: T karaoke (0.8), B nothing
        workshop, 30 min a week: T nothing, B nothing
        school-run, 240 min a week: T nothing, B nothing
        coverage: T 58.3 %, B 50.0 %
        """);
  }

  /**
   * By hand: the first week has 900 minutes, 450 of commute and 75 of charging served; the second
   * has 400, of which the commute takes 90, charging 10, and a desk at home 300 that nothing
   * serves. Coverage falls from 525/900 to 90/400 as charging is served no more.
   */
  @Test
  void twoWeeksAreComparedByTimeAndByFit() {
    DailyFlow home = new DailyFlow(
        "A week at home",
        Maps.commuter(),
        List.of(
            Week.context("commute", 45, 2, Relation.TOUCHED).build(),
            Week.context("charging", 10, 1, Relation.ADJACENT).build(),
            Week.context("desk", 60, 5, Relation.NONE).build()));
    FlowComparison weeks = new FlowComparison(
        games,
        new OutsideIn(home, List.of(OfferingFit.of("autopilot", "commute", Role.FUNCTIONAL, 0.6))));

    assertThat(weeks.coverageDifference()).isCloseTo(90.0 / 400 - 525.0 / 900, EXACT);
    assertThat(weeks.fitEffect()).isCloseTo(-(75.0 / 900 + 10.0 / 400) / 2, EXACT);
    assertThat(weeks.timeEffect())
        .isCloseTo(90.0 / 400 - 450.0 / 900 + (10.0 / 400 - 75.0 / 900) / 2, EXACT);
    assertThat(weeks.text()).isEqualTo("""
        desk: 0.0 % of the week, then 75.0 %, not served
        commute: 50.0 % of the week, then 22.5 %, served
        school-run: 26.7 % of the week, then 0.0 %, not served
        breakfast: 11.7 % of the week, then 0.0 %, not served
        charging: 8.3 % of the week, then 2.5 %, served no more
        workshop: 3.3 % of the week, then 0.0 %, not served
        coverage: 58.3 %, then 22.5 %; by time -30.4 points, by fit -5.4 points
        """);
  }

  @Test
  void aMapThatStaysInTheWorkshopLooksFromInside() {
    JourneyMap map = Maps.linear("inspection", "pay", "drive");
    InsideOutBias bias = InsideOutBias.of(
        map,
        week,
        Map.of(
            TouchpointId.of("inspection"),
            ContextId.of("workshop"),
            TouchpointId.of("drive"),
            ContextId.of("commute")));

    assertThat(bias.owned()).isEqualTo(Proportion.of(2, 3));
    assertThat(bias.unplaced()).isEqualTo(1);
    assertThat(bias.byRelation()).isEqualTo(Map.of(Relation.OWNED, 1L, Relation.TOUCHED, 1L));
  }

  @Nested
  class BadInput {
    @Test
    void aFitIsForAContextOfTheWeekOnce() {
      OfferingFit nowhere = OfferingFit.of("karaoke", "moon", Role.SOCIAL, 1);
      OfferingFit twice = OfferingFit.of("karaoke", "charging", Role.SOCIAL, 1);

      assertCode(() -> new OutsideIn(week, List.of(nowhere)), FailureCode.REFERENCE_UNKNOWN);
      assertCode(() -> new OutsideIn(week, List.of(twice, twice)), FailureCode.CONFIG_DUPLICATE);
    }

    @Test
    void aContextFitsIntoAWeek() {
      assertCode(() -> Week.context("sleep", 24 * 60, 8, Relation.NONE).build(), FailureCode.RANGE);
      assertCode(
          () -> Week.context("sleep", 60, Double.NaN, Relation.NONE).build(), FailureCode.RANGE);
      assertCode(
          () -> Week.context("sleep", 60, 1, Relation.NONE).need(1.1).build(),
          FailureCode.PERCENT_RANGE);
      LifeContext.Builder endless = LifeContext.builder().id(ContextId.of("x")).activity("x");
      endless.place("x").timesPerWeek(1).relation(Relation.NONE);
      assertCode(
          () -> endless.duration(Duration.ofSeconds(Long.MAX_VALUE)).build(), FailureCode.RANGE);
    }

    @Test
    void aStrengthIsAShare() {
      assertCode(
          () -> OfferingFit.of("karaoke", "charging", Role.SOCIAL, 0), FailureCode.PERCENT_RANGE);
    }

    @Test
    void aWeekHasEachContextOnce() {
      LifeContext one = Week.context("sleep", 60, 7, Relation.NONE).build();

      assertCode(
          () -> new DailyFlow("w", Maps.commuter(), List.of(one, one)),
          FailureCode.CONFIG_DUPLICATE);
      assertCode(() -> new DailyFlow("w", Maps.commuter(), List.of()), FailureCode.REQUIRED);
    }

    @Test
    void differentWeeksAreNotCompared() {
      DailyFlow other = new DailyFlow("Another", Maps.commuter(), week.contexts());

      assertCode(
          () -> new DayComparison("T", games, "B", new OutsideIn(other, List.of())),
          FailureCode.VALUE_INVALID);
    }

    private static void assertCode(ThrowingCallable action, FailureCode code) {
      assertThatThrownBy(action)
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(code);
    }
  }
}
