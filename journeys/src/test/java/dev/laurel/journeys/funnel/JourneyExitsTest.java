package dev.laurel.journeys.funnel;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.CompetingRisks;
import dev.laurel.core.estimate.CurveError;
import dev.laurel.core.estimate.KaplanMeier;
import dev.laurel.core.estimate.LogRank;
import dev.laurel.core.estimate.Spells;
import dev.laurel.core.estimate.StepCurve;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.MemberId;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyExitsTest {
  private static final long DAY = 86_400;
  private static final Instant DAY_10 = Logs.START.plus(Duration.ofDays(10));

  /** Four that begin on day 0: bought on day 3, cancelled on day 5, last heard of on days 2, 9. */
  private static JourneyLog four() {
    return JourneyLog.of(List.of(
        Logs.event("a", "visit", 0),
        Logs.event("a", "buy", 3 * DAY + 100),
        Logs.event("b", "visit", 0),
        Logs.event("b", "cancel", 5 * DAY),
        Logs.event("b", "buy", 6 * DAY),
        Logs.event("c", "visit", 0),
        Logs.event("c", "visit", 2 * DAY),
        Logs.event("d", "visit", 0),
        Logs.event("d", "visit", 9 * DAY)));
  }

  private static List<Long> steps(StepCurve curve) {
    return curve.steps().stream().map(StepCurve.Step::time).toList();
  }

  /** By hand: of four one buys on day 3 and one of three cancels on day 5; two are still there. */
  @Test
  void aJourneyEndsOnceAndInOneWay() {
    Spells spells = JourneyExits.spells(four(), ExitSpec.at("buy", "cancel"), DAY_10);
    CompetingRisks risks = CompetingRisks.of(spells);

    assertThat(spells.size()).isEqualTo(4);
    assertThat(steps(risks.staying())).containsExactly(3L, 5L);
    assertThat(risks.leavingIn("buy").last()).isCloseTo(0.25, within(1e-12));
    assertThat(risks.leavingIn("cancel").last()).isCloseTo(0.25, within(1e-12));
    assertThat(risks.staying().last()).isCloseTo(0.5, within(1e-12));
  }

  /** By hand: c is last heard of on day 2 and gone on day 6; d speaks again on day 9, too late. */
  @Test
  void aPauseOfTheSilenceEndsAJourneyWhateverComesLater() {
    ExitSpec spec = ExitSpec.builder()
        .addExits(FunnelStep.at("buy"), FunnelStep.at("cancel"))
        .silence(Duration.ofDays(4))
        .build();
    CompetingRisks risks = CompetingRisks.of(JourneyExits.spells(four(), spec, DAY_10));

    // b is silent from day 0 until day 5, so that it is gone on day 4 as d is.
    assertThat(steps(risks.leavingIn(ExitSpec.SILENT))).containsExactly(4L, 6L);
    assertThat(risks.leavingIn("buy").last()).isCloseTo(0.25, within(1e-12));
    assertThat(risks.leavingIn("cancel").last()).isZero();
    assertThat(risks.staying().last()).isZero();
  }

  @Test
  void aPauseThatIsNotOverIsNoEnd() {
    ExitSpec spec = ExitSpec.builder()
        .addExits(FunnelStep.at("buy"))
        .silence(Duration.ofDays(4))
        .build();
    Instant soon = Logs.START.plus(Duration.ofDays(4)).minusNanos(1_000);

    assertThat(
            KaplanMeier.staying(JourneyExits.spells(Logs.of("v"), spec, soon), CurveError.GREENWOOD)
                .steps())
        .isEmpty();
    assertThat(KaplanMeier.staying(
                JourneyExits.spells(Logs.of("v"), spec, soon.plusNanos(1_000)),
                CurveError.GREENWOOD)
            .last())
        .isZero();
  }

  /** The trap: to take those who cancel for lost from sight overstates who buys. */
  @Test
  void oneLessSurvivalOverstatesWhereExitsCompete() {
    Spells spells = JourneyExits.spells(
        Logs.of("vb", "vc", "vvb", "vvvc", "vvvvb"),
        ExitSpec.builder()
            .addExits(FunnelStep.at("b"), FunnelStep.at("c"))
            .unit(Duration.ofSeconds(1))
            .build(),
        DAY_10);
    double naive =
        1 - KaplanMeier.stayingButFor("b", spells, CurveError.GREENWOOD).last();

    assertThat(CompetingRisks.of(spells).leavingIn("b").last()).isCloseTo(0.6, within(1e-12));
    assertThat(naive).isEqualTo(1);
  }

  @Test
  void timeRunsFromTheStartThatIsSaid() {
    ExitSpec spec = ExitSpec.builder()
        .addStartingAt(TouchpointId.of("cart"))
        .addExits(FunnelStep.at("buy"))
        .unit(Duration.ofSeconds(10))
        .build();
    JourneyLog log = JourneyLog.of(List.of(
        Logs.event("one", "visit", 0),
        Logs.event("one", "cart", 100),
        Logs.event("one", "buy", 159),
        Logs.event("two", "buy", 0)));

    Spells spells = JourneyExits.spells(log, spec, DAY_10);
    assertThat(spells.size()).isEqualTo(1);
    assertThat(steps(KaplanMeier.staying(spells, CurveError.GREENWOOD))).containsExactly(5L);
  }

  /** Who buys at once is compared with who takes ten days, and with nobody. */
  @Test
  void twoGroupsAreComparedByTheirPace() {
    List<TouchEvent> fast = new ArrayList<>();
    List<TouchEvent> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      fast.add(Logs.event("f" + i, "visit", 0));
      fast.add(Logs.event("f" + i, "buy", (1 + i % 3) * DAY));
      slow.add(Logs.event("s" + i, "visit", 0));
      slow.add(Logs.event("s" + i, "buy", (4 + i % 3) * DAY));
    }
    ExitSpec buy = ExitSpec.at("buy");
    LogRank pace = LogRank.between(
        JourneyExits.spells(JourneyLog.of(fast), buy, DAY_10),
        JourneyExits.spells(JourneyLog.of(slow), buy, DAY_10));

    assertThat(pace.z()).isPositive();
    assertThat(pace.pValue()).isLessThan(1e-6);
  }

  @Test
  void journeysOfOneMemberMayGoTogether() {
    JourneyFacts.Builder facts = JourneyFacts.builder();
    JourneyFacts ofOne = facts.member(MemberId.of("m-1")).build();
    JourneyLog log = JourneyLog.builder()
        .addAll(Logs.of("vb", "vb", "v"))
        .facts(JourneyId.of("j1000"), ofOne)
        .facts(JourneyId.of("j1001"), ofOne)
        .build();
    ExitSpec spec = ExitSpec.builder()
        .addExits(FunnelStep.at("b"))
        .isClusteredByMember(true)
        .build();
    StepCurve together =
        KaplanMeier.staying(JourneyExits.spells(log, spec, DAY_10), CurveError.CLUSTERED);
    StepCurve alone = KaplanMeier.staying(
        JourneyExits.spells(log, ExitSpec.at("b"), DAY_10), CurveError.CLUSTERED);

    assertThat(together.last()).isCloseTo(alone.last(), within(1e-12));
    assertThat(together.lastError().orElseThrow())
        .isGreaterThan(alone.lastError().orElseThrow());
  }

  @Test
  void exitsThatCannotBeAreRefused() {
    refused(FailureCode.REQUIRED, () -> ExitSpec.at());
    refused(FailureCode.CONFIG_DUPLICATE, () -> ExitSpec.at("a", "a"));
    refused(
        FailureCode.CONFIG_DUPLICATE,
        () -> ExitSpec.builder()
            .addExits(FunnelStep.at(ExitSpec.SILENT))
            .silence(Duration.ofDays(1))
            .build());
    refused(
        FailureCode.WINDOW_INVALID,
        () ->
            ExitSpec.builder().addExits(FunnelStep.at("a")).unit(Duration.ZERO).build());
    refused(
        FailureCode.PERIOD_INVALID,
        () -> ExitSpec.builder()
            .addExits(FunnelStep.at("a"))
            .silence(Duration.ofDays(-1))
            .build());
  }
}
