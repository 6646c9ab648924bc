package dev.laurel.journeys.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.estimate.CompetingRisks;
import dev.laurel.core.estimate.CurveError;
import dev.laurel.core.estimate.KaplanMeier;
import dev.laurel.core.estimate.Spells;
import dev.laurel.core.estimate.StepCurve;
import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.data.Offset;

@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class FunnelLaws {
  private static final Instant END = Logs.START.plusSeconds(1_000);
  private static final List<String> STEPS = List.of("a", "b", "a", "c");

  private static final ExitSpec EXITS = ExitSpec.builder()
      .addExits(FunnelStep.at("b"), FunnelStep.at("c"))
      .silence(Duration.ofSeconds(3))
      .unit(Duration.ofSeconds(1))
      .build();

  private static FunnelSpec.Builder spec(int steps) {
    FunnelSpec.Builder spec = FunnelSpec.builder();
    STEPS.subList(0, steps).forEach(step -> spec.addStep(FunnelStep.at(step)));
    return spec;
  }

  private static List<Long> reached(JourneyLog log, FunnelSpec spec) {
    return Funnel.evaluate(log, spec, END).stages().stream()
        .map(FunnelResult.Stage::reached)
        .toList();
  }

  @Property
  void aNarrowWayReachesAllThatExhaustiveSearchReaches(
      @ForAll JourneyLog log,
      @ForAll @IntRange(min = 1, max = 4) int steps,
      @ForAll @IntRange(max = 10) int window,
      @ForAll boolean isStrictlyLater,
      @ForAll boolean isDirect) {
    FunnelSpec spec = spec(steps)
        .window(Duration.ofSeconds(window))
        .isStrictlyLater(isStrictlyLater)
        .order(isDirect ? FunnelSpec.Order.DIRECT : FunnelSpec.Order.IN_ORDER)
        .build();
    agreesWithExhaustiveSearch(FunnelLaws::reached, log, spec);
  }

  @Property
  void noStepIsReachedByMoreThanTheOneBefore(
      @ForAll JourneyLog log, @ForAll FunnelSpec.Order order) {
    assertThat(reached(log, spec(4).order(order).build()))
        .isSortedAccordingTo((left, right) -> Long.compare(right, left));
  }

  @Property
  void aStricterOrderReachesNoMore(@ForAll JourneyLog log) {
    // In any order, the second visit to a is the first again, so the steps are different ones.
    FunnelSpec.Builder any = FunnelSpec.builder();
    FunnelSpec.Builder ordered = FunnelSpec.builder();
    FunnelSpec.Builder direct = FunnelSpec.builder();
    for (FunnelSpec.Builder each : List.of(any, ordered, direct)) {
      List.of("a", "b", "c").forEach(step -> each.addStep(FunnelStep.at(step)));
    }
    List<Long> loose = reached(log, any.order(FunnelSpec.Order.ANY_ORDER).build());
    List<Long> middle = reached(log, ordered.build());
    List<Long> strict = reached(log, direct.order(FunnelSpec.Order.DIRECT).build());
    for (int step = 0; step < 3; step++) {
      assertThat(strict.get(step)).isLessThanOrEqualTo(middle.get(step));
      assertThat(middle.get(step)).isLessThanOrEqualTo(loose.get(step));
    }
  }

  @Property
  void aLongerWindowReachesNoLess(@ForAll JourneyLog log, @ForAll @IntRange(max = 10) int window) {
    List<Long> shorter = reached(log, spec(4).window(Duration.ofSeconds(window)).build());
    List<Long> longer =
        reached(log, spec(4).window(Duration.ofSeconds(window + 1)).build());
    for (int step = 0; step < 4; step++) {
      assertThat(shorter.get(step)).isLessThanOrEqualTo(longer.get(step));
    }
  }

  @Property
  void theNamesOfJourneysDoNotMatter(@ForAll JourneyLog log) {
    JourneyLog.Builder renamed = JourneyLog.builder();
    for (int journey = 0; journey < log.journeys(); journey++) {
      JourneyId id = JourneyId.of("x" + (log.journeys() - journey));
      for (TouchEvent event : log.journey(journey).events()) {
        renamed.add(TouchEvent.of(id, event.touchpoint(), event.at()));
      }
    }
    assertThat(reached(renamed.build(), spec(4).build()))
        .isEqualTo(reached(log, spec(4).build()));
  }

  @Property
  void whatIsCountedInPartsMerges(@ForAll JourneyLog log, @ForAll long seed) {
    Random random = new Random(seed);
    List<JourneyLog> parts = List.copyOf(log.split(journey -> random.nextInt(3)).values());
    FunnelSpec funnel = spec(4).window(Duration.ofSeconds(5)).build();
    RetentionSpec retention = RetentionSpec.days(2);

    assertThat(parts.stream()
            .map(part -> Funnel.evaluate(part, funnel, END))
            .reduce(Funnel.evaluate(JourneyLog.empty(), funnel, END), FunnelResult::merge))
        .isEqualTo(Funnel.evaluate(log, funnel, END));
    assertThat(parts.stream()
            .map(part -> RetentionCurve.evaluate(part, retention, END))
            .reduce(
                RetentionCurve.evaluate(JourneyLog.empty(), retention, END), RetentionCurve::merge))
        .isEqualTo(RetentionCurve.evaluate(log, retention, END));
  }

  /** Whoever began is one spell, and has left in one way or stays. */
  @Property
  void aJourneyIsOneSpell(
      @ForAll JourneyLog log, @ForAll @IntRange(max = 12) int second, @ForAll long seed) {
    Instant asOf = Logs.START.plusSeconds(second);
    aJourneyIsOneSpell((part, spec) -> JourneyExits.spells(part, spec, asOf), log, asOf);
    Random random = new Random(seed);
    List<JourneyLog> parts = List.copyOf(log.split(journey -> random.nextInt(3)).values());
    Spells merged = parts.stream()
        .map(part -> JourneyExits.spells(part, EXITS, asOf))
        .reduce(JourneyExits.spells(JourneyLog.empty(), EXITS, asOf), Spells::merge);
    CompetingRisks whole = CompetingRisks.of(JourneyExits.spells(log, EXITS, asOf));

    for (String cause : whole.causes()) {
      assertThat(CompetingRisks.of(merged).leavingIn(cause)).isEqualTo(whole.leavingIn(cause));
    }
  }

  /** H10 for exits: another day changes no time. */
  @Property
  void exitsDoNotDependOnTheDay(@ForAll JourneyLog log, @ForAll @IntRange(max = 9) int days) {
    JourneyLog.Builder later = JourneyLog.builder();
    for (int event = 0; event < log.events(); event++) {
      TouchEvent one = log.event(event);
      later.add(
          TouchEvent.of(one.journey(), one.touchpoint(), one.at().plus(Duration.ofDays(days))));
    }
    StepCurve before =
        KaplanMeier.staying(JourneyExits.spells(log, EXITS, END), CurveError.GREENWOOD);
    StepCurve after = KaplanMeier.staying(
        JourneyExits.spells(later.build(), EXITS, END.plus(Duration.ofDays(days))),
        CurveError.GREENWOOD);

    assertThat(after).isEqualTo(before);
  }

  @Example
  void theLawOfSpellsCatchesJourneysThatLeaveTwice() {
    BiFunction<JourneyLog, ExitSpec, Spells> twice = (log, spec) -> {
      Spells.Builder all = Spells.endingIn("b", "c", ExitSpec.SILENT);
      for (int event = 0; event < log.events(); event++) {
        String touchpoint = log.event(event).touchpoint().value();
        if (touchpoint.equals("b") || touchpoint.equals("c")) {
          all.add(1, touchpoint);
        }
      }
      return all.build();
    };

    assertThatThrownBy(() -> aJourneyIsOneSpell(twice, Logs.of("abc"), END))
        .isInstanceOf(AssertionError.class);
  }

  private static void aJourneyIsOneSpell(
      BiFunction<JourneyLog, ExitSpec, Spells> exits, JourneyLog log, Instant asOf) {
    Spells spells = exits.apply(log, EXITS);
    long begun = 0;
    for (int journey = 0; journey < log.journeys(); journey++) {
      begun += log.journey(journey).start().isAfter(asOf) ? 0 : 1;
    }
    CompetingRisks risks = CompetingRisks.of(spells);

    assertThat(spells.size()).isEqualTo((int) begun);
    assertThat(risks.staying().last()
            + risks.leavingIn("b").last()
            + risks.leavingIn("c").last()
            + risks.leavingIn(ExitSpec.SILENT).last())
        .isCloseTo(1, Offset.offset(1e-12));
  }

  @Example
  void theLawOfSearchCatchesTheGreedyFunnel() {
    BiFunction<JourneyLog, FunnelSpec, List<Long>> greedy = (log, spec) -> {
      FunnelSpec.Builder first = FunnelSpec.builder();
      first.addAllSteps(spec.steps()).window(spec.window()).entry(FunnelSpec.Entry.FIRST);
      return reached(log, first.build());
    };
    JourneyLog log = JourneyLog.of(
        List.of(Logs.event("j", "a", 0), Logs.event("j", "a", 5), Logs.event("j", "b", 6)));

    assertThatThrownBy(() -> agreesWithExhaustiveSearch(
            greedy, log, spec(2).window(Duration.ofSeconds(2)).build()))
        .isInstanceOf(AssertionError.class);
  }

  private static void agreesWithExhaustiveSearch(
      BiFunction<JourneyLog, FunnelSpec, List<Long>> funnel, JourneyLog log, FunnelSpec spec) {
    long[] expected = new long[spec.steps().size()];
    for (int journey = 0; journey < log.journeys(); journey++) {
      List<TouchEvent> events = log.journey(journey).events();
      int level = 0;
      for (int start = 0; start < events.size(); start++) {
        level =
            Math.max(level, furthest(events, spec, start, 0, events.get(start).at()));
      }
      for (int step = 0; step < level; step++) {
        expected[step]++;
      }
    }
    List<Long> found = funnel.apply(log, spec);
    for (int step = 0; step < expected.length; step++) {
      assertThat(found.get(step)).isEqualTo(expected[step]);
    }
  }

  /** The most steps that can be filled if this event fills this step. */
  private static int furthest(
      List<TouchEvent> events, FunnelSpec spec, int event, int step, Instant start) {
    TouchEvent filling = events.get(event);
    boolean fits = spec.fills(step, filling.touchpoint())
        && Duration.between(start, filling.at()).compareTo(spec.window().orElseThrow()) <= 0;
    if (!fits) {
      return step;
    }
    int most = step + 1;
    int last = spec.order() == FunnelSpec.Order.DIRECT
        ? Math.min(event + 2, events.size())
        : events.size();
    for (int next = event + 1; next < last && step + 1 < spec.steps().size(); next++) {
      boolean isLater = events.get(next).at().isAfter(filling.at());
      if (isLater || !spec.isStrictlyLater()) {
        most = Math.max(most, furthest(events, spec, next, step + 1, start));
      }
    }
    return most;
  }
}
