package dev.laurel.examples.story;

import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.FormatMethod;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.examples.programs.Dice;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.funnel.Funnel;
import dev.laurel.journeys.funnel.FunnelResult;
import dev.laurel.journeys.funnel.FunnelSpec;
import dev.laurel.journeys.funnel.FunnelStep;
import dev.laurel.journeys.identity.ImprovementId;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.PersonaId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapDiff;
import dev.laurel.journeys.map.StageModel;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.persona.Evidence;
import dev.laurel.journeys.persona.Persona;
import dev.laurel.journeys.refine.Finding;
import dev.laurel.journeys.refine.Question;
import dev.laurel.journeys.refine.Refinement;
import dev.laurel.journeys.refine.RefinementCriterion;
import dev.laurel.journeys.render.MapSvg;
import dev.laurel.journeys.render.MermaidChart;
import dev.laurel.metrics.compare.ChangeText;
import dev.laurel.metrics.compare.Comparing;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * An order with one click in the manner of Amazon: six steps of the map become optional for those
 * whose address and card are known, and what that does to the effort is asked of what customers did
 * and of what they said. The customers are invented from a seed.
 */
public final class OneClick {
  private static final int VISITS = 1_500;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
  private static final TouchpointId ORDER = TouchpointId.of("order");
  private static final List<String> STEPS =
      List.of("cart", "sign-in", "address", "delivery", "payment", "review");

  /** The probability to go on after each of the steps. */
  private static final List<Double> GOING_ON = List.of(0.90, 0.90, 0.95, 0.96, 0.91, 0.97);

  private final StringBuilder text = new StringBuilder();
  private final Dice dice = new Dice(new SplittableRandom(1_999));
  private final JourneyLog before = visits("before", 0);
  private final JourneyLog after = visits("after", 0.65);

  private OneClick() {}

  /** The story, line by line. */
  public static String tell() {
    return new OneClick().told();
  }

  /** The pictures by the names of their files: the map and what was done, before and since. */
  public static ImmutableSortedMap<String, String> draw() {
    OneClick story = new OneClick();
    return ImmutableSortedMap.<String, String>naturalOrder()
        .put(
            "one-click-map-before.svg",
            MapSvg.image(Conformance.evaluate(story.before, map(false))))
        .put("one-click-map-since.svg", MapSvg.image(Conformance.evaluate(story.after, map(true))))
        .put("one-click-process-before.svg", ProcessPicture.of(story.before, "Ordering as it was"))
        .put(
            "one-click-process-since.svg",
            ProcessPicture.of(story.after, "Ordering with one click"))
        .put("one-click-funnel.mmd", MermaidChart.funnel(longWay(story.before)))
        .buildOrThrow();
  }

  private static JourneyMap map(boolean isOneClick) {
    JourneyMap.Builder map = JourneyMap.builder().id(MapId.of("order")).name("Ordering");
    Flow between = Flow.inOrder(STEPS.stream()
        .map(step -> Flow.one(Step.of(Action.of(step, step), "buy")))
        .toList());
    return map.persona(Persona.builder()
            .id(PersonaId.of("regular"))
            .name("Somebody who orders every month")
            .evidence(new Evidence.Assumed("the story"))
            .addNeed("to be done with it")
            .build())
        .goal("the thing, at home")
        .stages(StageModel.CUSTOMER_CYCLE)
        .flow(Flow.inOrder(
            Flow.one(Step.of(Action.of("product", "Looks at a product"), "evaluate")),
            isOneClick ? Flow.maybe(between) : between,
            Flow.one(Step.of(Action.of("order", "Orders"), "buy"))))
        .build();
  }

  /** Visits of which this share is of customers who need no more than a click. */
  private JourneyLog visits(String name, double known) {
    JourneyLog.Builder log = JourneyLog.builder();
    for (int i = 0; i < VISITS; i++) {
      Traveller customer = new Traveller(
          log, dice, name + '-' + (10_000 + i), START.plus(Duration.ofMinutes(7L * i)));
      customer.meets("product", "web");
      boolean isOrdered =
          dice.chance(0.40) && (dice.chance(known) ? clicks(customer) : fillsIn(customer));
      customer.ends(isOrdered, 0);
    }
    return log.build();
  }

  private boolean clicks(Traveller customer) {
    customer.waits(Duration.ofSeconds(5), Duration.ofSeconds(60));
    customer.findsEasy("order", "web", 0.35, 5, 7);
    return true;
  }

  private boolean fillsIn(Traveller customer) {
    for (int step = 0; step < STEPS.size(); step++) {
      customer.waits(Duration.ofSeconds(20), Duration.ofSeconds(120)).meets(STEPS.get(step), "web");
      if (!dice.chance(GOING_ON.get(step))) {
        return false;
      }
    }
    customer.waits(Duration.ofSeconds(10), Duration.ofSeconds(60));
    customer.findsEasy("order", "web", 0.35, 2, 7);
    return true;
  }

  private String told() {
    line("What changes on the map:");
    MapDiff.between(map(false), map(true)).forEach(change -> line("  %s", change));
    line("The long way, as it was:");
    longWay(before)
        .stages()
        .forEach(stage -> line("  %-8s %5d", stage.step().name(), stage.reached()));
    line(
        "What customers do to order: %s steps, now %s",
        stepsPerOrder(before), stepsPerOrder(after));
    conversion("Before", before);
    conversion("Since", after);
    line(
        "%s",
        ChangeText.text(
            Comparing.STANDARD.compare(effort(before), effort(after)).orElseThrow()));
    judgement();
    return text.toString();
  }

  private static FunnelResult longWay(JourneyLog log) {
    FunnelSpec.Builder steps = FunnelSpec.builder();
    steps.addStep(FunnelStep.at("product"));
    STEPS.forEach(step -> steps.addStep(FunnelStep.at(step)));
    steps.addStep(FunnelStep.at("order"));
    return Funnel.evaluate(log, steps.build(), LATER);
  }

  private void conversion(String when, JourneyLog log) {
    Proportion ordered =
        Funnel.evaluate(log, FunnelSpec.of("product", "order"), LATER).overall();
    Interval range = ordered.estimate().orElseThrow().interval().orElseThrow();
    line(
        "%s: %d of %d visits order, %.1f to %.1f %%",
        when, ordered.successes(), ordered.total(), 100 * range.lower(), 100 * range.upper());
  }

  private void judgement() {
    Improvement.Builder improvement = Improvement.builder().id(ImprovementId.of("one-click"));
    improvement.touchpoint(TouchpointId.of("cart")).hypothesis("more visits end in an order");
    Refinement refinement = Refinement.judge(
        new Refinement.Side(map(false), before),
        new Refinement.Side(map(true), after),
        improvement.build(),
        RefinementCriterion.of(Question.CONVERSION, RefinementCriterion.Expectation.RISES, 0.03));
    Finding conversion = refinement.at(Question.CONVERSION).orElseThrow();
    Finding time = refinement.at(Question.TIME_TO_CONVERT).orElseThrow();
    line(
        "Orders: %s points; seconds from product to order: %s",
        change(conversion, 100), change(time, 1));
    line("%s: %s", refinement.improvement().id(), refinement.verdict());
  }

  private static String change(Finding finding, double factor) {
    Interval range = finding.difference().interval().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%+.1f (%+.1f to %+.1f)",
        factor * finding.difference().value(),
        factor * range.lower(),
        factor * range.upper());
  }

  /** What was answered to "it was easy to order", 1 to 7. */
  private static ScoreHistogram effort(JourneyLog log) {
    long[] counts = new long[7];
    for (int event = 0; event < log.events(); event++) {
      log.experienceAt(event).ifPresent(said -> counts[(int) Math.round(said.score()) - 1]++);
    }
    return ScoreHistogram.of(Conventions.CES_2, counts);
  }

  private static String stepsPerOrder(JourneyLog log) {
    JourneyLog ordered = log.where(journey -> journey.touches(ORDER));
    // The look at the product is none of them.
    int steps = ordered.events() - ordered.journeys();
    return String.format(Locale.ROOT, "%.1f", (double) steps / ordered.journeys());
  }

  @FormatMethod
  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
