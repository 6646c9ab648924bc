package dev.laurel.journeys.funnel;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.ShopLog;
import dev.laurel.journeys.log.TiePolicy;
import dev.laurel.journeys.log.TouchEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelTest {
  private static final Instant LATER = Logs.START.plus(Duration.ofDays(365));

  private static JourneyLog journey(String... touchpointsAtSeconds) {
    List<TouchEvent> events = new ArrayList<>();
    for (String each : touchpointsAtSeconds) {
      String[] parts = each.split("@", 2);
      events.add(Logs.event("j", parts[0], Long.parseLong(parts[1])));
    }
    return JourneyLog.of(events);
  }

  private static FunnelSpec.Builder steps(String... touchpoints) {
    FunnelSpec.Builder spec = FunnelSpec.builder();
    for (String touchpoint : touchpoints) {
      spec.addStep(FunnelStep.at(touchpoint));
    }
    return spec;
  }

  private static long level(JourneyLog log, FunnelSpec spec) {
    FunnelResult result = Funnel.evaluate(log, spec, LATER);
    return result.stages().stream().filter(stage -> stage.reached() > 0).count();
  }

  private static List<Long> reached(JourneyLog log, FunnelSpec spec) {
    return Funnel.evaluate(log, spec, LATER).stages().stream()
        .map(FunnelResult.Stage::reached)
        .toList();
  }

  /** Golden: section 4.5, the reference of ClickHouse test 00632. */
  @Nested
  class WindowFunnelOfClickHouse {
    @ParameterizedTest
    @CsvSource({"2,3", "3,4", "4,5"})
    void theWindowIsInclusiveAndMeasuredFromTheFirstStep(long window, long level) {
      JourneyLog log = JourneyLog.of(IntStream.rangeClosed(0, 8)
          .mapToObj(t -> Logs.event("j", Integer.toString(1_000 + t), t))
          .toList());

      assertThat(level(
              log,
              steps("1003", "1004", "1005", "1006", "1007")
                  .window(Duration.ofSeconds(window))
                  .build()))
          .isEqualTo(level);
    }

    @Test
    void stepsOfOneInstantCountUnlessTheyMustBeLater() {
      JourneyLog log = journey("1000@0", "1001@1", "1002@1", "1003@1", "1004@2");
      String[] all = {"1000", "1001", "1002", "1003", "1004"};

      assertThat(level(log, steps(all).build())).isEqualTo(5);
      assertThat(level(log, steps(all).isStrictlyLater(true).build())).isEqualTo(2);
    }

    @Test
    void oneEventFillsSeveralStepsIfItMay() {
      JourneyLog log = journey("1004@0");

      assertThat(
              level(log, steps("1004", "1004", "1004").isOneStepPerEvent(false).build()))
          .isEqualTo(3);
      assertThat(level(log, steps("1004", "1004", "1004").build())).isEqualTo(1);
    }
  }

  /** Section 3.2: where the greedy way of others comes less far. */
  @Test
  void theEntryThatLeadsFurthestIsNotTheFirst() {
    JourneyLog log = journey("a@0", "a@50", "b@60", "c@100");
    FunnelSpec.Builder any = steps("a", "b", "c").window(Duration.ofSeconds(60));
    FunnelSpec.Builder first = steps("a", "b", "c").window(Duration.ofSeconds(60));

    assertThat(level(log, any.build())).isEqualTo(3);
    assertThat(level(log, first.entry(FunnelSpec.Entry.FIRST).build())).isEqualTo(2);
  }

  @Test
  void theOrderIsAsLooseAsItIsSaidToBe() {
    JourneyLog log = Logs.of("axbc");

    assertThat(level(log, steps("c", "a").build())).isEqualTo(1);
    assertThat(level(log, steps("c", "a").order(FunnelSpec.Order.ANY_ORDER).build()))
        .isEqualTo(2);
    assertThat(level(log, steps("a", "b", "c").build())).isEqualTo(3);
    assertThat(level(log, steps("a", "b", "c").order(FunnelSpec.Order.DIRECT).build()))
        .isEqualTo(1);
    assertThat(level(log, steps("b", "c").order(FunnelSpec.Order.DIRECT).build()))
        .isEqualTo(2);
    assertThat(level(
            journey("a@0", "x@1", "b@1"),
            steps("a", "b").order(FunnelSpec.Order.DIRECT).isStrictlyLater(true).build()))
        .isEqualTo(1);
  }

  @Test
  void aStepMayHaveSeveralTouchpoints() {
    FunnelSpec.Builder spec = steps("a");
    spec.addStep(
        new FunnelStep("pay", ImmutableSet.of(TouchpointId.of("card"), TouchpointId.of("bill"))));

    assertThat(level(journey("a@0", "bill@1"), spec.build())).isEqualTo(2);
  }

  @Test
  void conversionsComeWithTheirIntervalAndDropOffIsTheRest() {
    FunnelResult result =
        Funnel.evaluate(Logs.of("ab", "ab", "ac", "c"), FunnelSpec.of("a", "b"), LATER);

    assertThat(result.overall()).isEqualTo(Proportion.of(2, 3));
    assertThat(result.dropOff(1)).isEqualTo(Proportion.of(1, 3));
    assertThat(result.overall().estimate().orElseThrow().interval()).isPresent();
    assertThat(result.timeToConvert().median()).contains(Duration.ofSeconds(1));
    refused(FailureCode.RANGE, () -> result.conversion(1, 0));
    refused(FailureCode.RANGE, () -> result.reached(2));
  }

  @Test
  void whoseWindowIsOpenIsNotLost() {
    JourneyLog log = JourneyLog.of(List.of(
        Logs.event("done", "a", 0),
        Logs.event("done", "b", 5),
        Logs.event("lost", "a", 0),
        Logs.event("open", "a", 95),
        Logs.event("future", "a", 90),
        Logs.event("future", "b", 101)));
    FunnelSpec spec = steps("a", "b").window(Duration.ofSeconds(10)).build();

    FunnelResult result = Funnel.evaluate(log, spec, Logs.START.plusSeconds(100));

    assertThat(result.conversion(0, 1)).isEqualTo(Proportion.of(1, 4));
    assertThat(result.maturedConversion(0, 1)).isEqualTo(Proportion.of(1, 2));
    assertThat(result.open()).isEqualTo(2);
  }

  @Test
  void anEmptyLogHasNoConversion() {
    FunnelResult result = Funnel.evaluate(JourneyLog.empty(), FunnelSpec.of("a", "b"), LATER);

    assertThat(result.overall().estimate()).isEmpty();
    assertThat(result.timeToConvert().count()).isZero();
  }

  @Test
  void funnelsThatCannotBeAreRefused() {
    refused(FailureCode.REQUIRED, () -> FunnelSpec.of());
    refused(
        FailureCode.VALUE_INVALID,
        () -> steps("a")
            .order(FunnelSpec.Order.ANY_ORDER)
            .window(Duration.ofSeconds(1))
            .build());
    refused(FailureCode.REQUIRED, () -> new FunnelStep("x", ImmutableSet.of()));
    FunnelResult one = Funnel.evaluate(Logs.of("a"), FunnelSpec.of("a"), LATER);
    FunnelResult other = Funnel.evaluate(Logs.of("a"), FunnelSpec.of("b"), LATER);
    refused(FailureCode.VALUE_INVALID, () -> one.merge(other));
  }

  @Nested
  class ComingBack {
    private JourneyLog users() {
      // Users 0 to 4 are active on three days, 5 to 9 on two, 10 to 14 on one.
      JourneyLog.Builder log = JourneyLog.builder();
      for (int user = 0; user < 15; user++) {
        for (int day = user / 5; day < 3; day++) {
          log.add(Logs.event("u" + (100 + user), "visit", day * 86_400L + 3_600 + user));
        }
      }
      return log.build();
    }

    /** Golden: the example of the function retention in the manual of ClickHouse. */
    @Test
    void isThatOfThePublishedExample() {
      RetentionSpec.Builder spec = RetentionSpec.builder();
      spec.addBrackets(0, 1, 2, 3).zone(ZoneId.of("UTC"));
      JourneyLog started =
          users().where(user -> user.start().isBefore(Logs.START.plus(Duration.ofDays(1))));

      assertThat(RetentionCurve.evaluate(started, spec.build(), LATER).points())
          .containsExactly(Proportion.of(5, 5), Proportion.of(5, 5), Proportion.of(5, 5));
    }

    @Test
    void isSeenOnlyOfThoseWhoseDayIsOver() {
      Instant end = Logs.START.plus(Duration.ofDays(2)).plus(Duration.ofHours(2));

      assertThat(RetentionCurve.evaluate(users(), RetentionSpec.days(1), end).points())
          .containsExactly(Proportion.of(10, 10), Proportion.of(5, 5));
    }

    @Test
    void countsDaysOfTwentyFourHoursOrOfTheCalendar() {
      JourneyLog log = JourneyLog.of(
          List.of(Logs.event("u", "visit", 82_800), Logs.event("u", "visit", 86_400 + 1_800)));
      RetentionSpec.Builder dates = RetentionSpec.builder();
      dates.addBrackets(0, 1, 2).zone(ZoneId.of("UTC"));

      assertThat(RetentionCurve.evaluate(log, RetentionSpec.days(1), LATER)
              .points()
              .get(1))
          .isEqualTo(Proportion.of(0, 1));
      assertThat(RetentionCurve.evaluate(log, dates.build(), LATER).points().get(1))
          .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void countsStretchesAndWhatComesLaterIfItIsSaidSo() {
      JourneyLog log =
          JourneyLog.of(List.of(Logs.event("u", "buy", 0), Logs.event("u", "visit", 10 * 86_400)));
      RetentionSpec.Builder stretches = RetentionSpec.builder();
      stretches.addBrackets(0, 1, 8, 31).addActiveAt(TouchpointId.of("visit"));
      RetentionSpec.Builder orLater = RetentionSpec.builder();
      orLater
          .addBrackets(0, 1, 8, 31)
          .addActiveAt(TouchpointId.of("visit"))
          .addStartingAt(TouchpointId.of("buy"))
          .isUnbounded(true);

      assertThat(RetentionCurve.evaluate(log, stretches.build(), LATER).points())
          .extracting(Proportion::successes)
          .containsExactly(0L, 0L, 1L);
      assertThat(RetentionCurve.evaluate(log, orLater.build(), LATER).points())
          .extracting(Proportion::successes)
          .containsExactly(1L, 1L, 1L);
      refused(FailureCode.RANGE, () -> RetentionSpec.builder().addBrackets(1, 1).build());
      refused(FailureCode.RANGE, () -> RetentionSpec.builder().addBrackets(1).build());
    }
  }

  /**
   * Golden: section 4.8 and decision 42. The ordered numbers are those of whole sessions; cut at
   * the first purchase, as that decision says, they are 1107, 575, 211, 68, 36.
   */
  @Nested
  class TheShop {
    private static final String[] CHECKOUT = {
      "add_to_cart", "cart", "shipping_details", "payment_details", "purchase"
    };

    @Test
    void losesItsBuyersInAnOrderThatTheClockHasShuffled() {
      JourneyLog sessions = ShopLog.sessions(TiePolicy.INPUT_ORDER);

      assertThat(reached(sessions, FunnelSpec.of(CHECKOUT)))
          .containsExactly(1_213L, 679L, 291L, 121L, 36L);
      assertThat(reached(sessions, FunnelSpec.of("purchase"))).containsExactly(470L);
      assertThat(reached(sessions.cutAfterFirst(ShopLog.PURCHASE), FunnelSpec.of(CHECKOUT)))
          .containsExactly(1_107L, 575L, 211L, 68L, 36L);
    }

    @Test
    void findsThemAllInAnyOrder() {
      FunnelSpec any = steps(CHECKOUT).order(FunnelSpec.Order.ANY_ORDER).build();

      assertThat(reached(ShopLog.sessions(TiePolicy.INPUT_ORDER), any))
          .containsExactly(1_213L, 1_022L, 798L, 632L, 470L);
    }

    @Test
    void showsHowMuchRestsOnTies() {
      assertThat(reached(ShopLog.sessions(TiePolicy.REVERSED_INPUT_ORDER), FunnelSpec.of(CHECKOUT)))
          .containsExactly(1_213L, 678L, 290L, 121L, 35L);
    }

    /** The planted incident, seen among those who came to pay and nowhere else. */
    @Test
    void losesThoseWhosePaymentFails() {
      JourneyLog sessions = ShopLog.sessions(TiePolicy.INPUT_ORDER);
      Proportion with = conversion(sessions, "payment_error", "payment_details", true);
      Proportion without = conversion(sessions, "payment_error", "payment_details", false);
      ProportionDifference difference = new ProportionDifference(with, without);

      assertThat(with).isEqualTo(Proportion.of(11, 95));
      assertThat(without).isEqualTo(Proportion.of(459, 537));
      assertThat(difference.z()).isCloseTo(-15.206226934, Offset.offset(5e-10));
      Interval interval = difference
          .newcombe(dev.laurel.core.estimate.Confidence.P95)
          .interval()
          .orElseThrow();
      assertThat(interval.upper()).isNegative();
    }

    /** The marginal comparison, which does not see the incident. */
    @Test
    void seemsSoundToThoseWhoAskEverybody() {
      JourneyLog sessions = ShopLog.sessions(TiePolicy.INPUT_ORDER);
      TouchpointId error = TouchpointId.of("payment_error");
      JourneyLog with = sessions.where(journey -> journey.touches(error));
      JourneyLog without = sessions.where(journey -> !journey.touches(error));
      ProportionDifference difference =
          new ProportionDifference(purchases(with), purchases(without));

      assertThat(difference.first()).isEqualTo(Proportion.of(11, 95));
      assertThat(difference.second()).isEqualTo(Proportion.of(459, 3_510));
      assertThat(difference.value()).isCloseTo(-0.01498, Offset.offset(5e-6));
      assertThat(difference.z()).isCloseTo(-0.428, Offset.offset(5e-4));
    }

    private Proportion conversion(
        JourneyLog log, String touchpoint, String given, boolean isTouched) {
      return purchases(log.where(journey -> journey.touches(TouchpointId.of(given))
          && journey.touches(TouchpointId.of(touchpoint)) == isTouched));
    }

    private Proportion purchases(JourneyLog log) {
      return Proportion.of(
          Funnel.evaluate(log, FunnelSpec.of("purchase"), LATER).reached(0), log.journeys());
    }
  }
}
