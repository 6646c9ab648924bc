package dev.laurel.examples.story;

import com.google.errorprone.annotations.FormatMethod;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalBootstrap;
import dev.laurel.journeys.attribution.RemovalIntervals;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.experience.ScorecardPolicy;
import dev.laurel.journeys.experience.ScorecardText;
import dev.laurel.journeys.experience.TouchpointScorecard;
import dev.laurel.journeys.experience.TouchpointTally;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.moment.Moment;
import dev.laurel.journeys.moment.MomentPolicy;
import dev.laurel.journeys.moment.MomentsOfTruth;
import dev.laurel.journeys.moment.RiskSet;
import dev.laurel.journeys.path.Durations;
import dev.laurel.journeys.persona.Persona;
import dev.laurel.journeys.refine.Finding;
import dev.laurel.journeys.refine.Question;
import dev.laurel.journeys.refine.Refinement;
import dev.laurel.journeys.refine.RefinementCriterion;
import dev.laurel.journeys.refine.RefinementCriterion.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A dealer's year with its journeys: who is meant, what was designed, what happened, where it
 * hurts, what was changed, and whether that helped. The customers are invented from a seed.
 */
public final class Dealership {
  private static final long SEED = 2026;
  private static final TouchpointId CONFIGURATOR = TouchpointId.of("configurator");
  private static final TouchpointId FINANCING = TouchpointId.of("financing");
  private static final TouchpointId CALL_BACK = TouchpointId.of("call-back");

  private final StringBuilder text = new StringBuilder();
  private final MapVersions versions = DealershipMap.versions();
  private final JourneyLog year = year();
  private final JourneyLog before =
      year.where(journey -> journey.start().isBefore(DealershipMap.CHANGED));

  private Dealership() {}

  /** What customers did from January to December. */
  static JourneyLog year() {
    return DealershipYear.of(SEED);
  }

  /** The story, line by line. */
  public static String tell() {
    Dealership dealership = new Dealership();
    dealership.personaAndMap();
    dealership.reality();
    dealership.scorecard();
    dealership.change();
    dealership.proof();
    return dealership.text.toString();
  }

  /**
   * What the data say of the touchpoints that a customer may or may not meet on the way: two of the
   * map, and whatever the map does not have.
   */
  static MomentsOfTruth moments(JourneyLog log) {
    JourneyMap map = DealershipMap.before();
    List<RiskSet> asked = new ArrayList<>(RiskSet.offTheMap(log, map));
    asked.add(RiskSet.of(CONFIGURATOR, TouchpointId.of("advice")));
    asked.add(RiskSet.of(TouchpointId.of("test-drive"), TouchpointId.of("booking")));
    return MomentsOfTruth.find(log, asked, MomentsOfTruth.declared(map), MomentPolicy.standard());
  }

  /** Whether those who came to the financing sign more often since it was changed. */
  static Refinement refinement(JourneyLog year) {
    return Refinement.judge(
        year.where(journey -> journey.touches(FINANCING)),
        DealershipMap.versions(),
        1,
        2,
        DealershipMap.improvement(),
        RefinementCriterion.of(Question.CONVERSION, Expectation.RISES, 0.1));
  }

  private void personaAndMap() {
    Persona persona = DealershipMap.commuter();
    JourneyMap map = DealershipMap.before();
    line("Who: %s, %s, %s", persona.name(), persona.level(), persona.needs().get(0));
    line("  stands for %s of customers", percent(persona.observedShare().orElseThrow()));
    line("The map of '%s', version 1:", map.name());
    map.stages().stages().forEach(stage -> {
      String steps = map.steps().stream()
          .filter(step -> step.stage().equals(stage.id()))
          .map(step -> step.id() + (step.moment().isPresent() ? "*" : ""))
          .collect(Collectors.joining(", "));
      if (!steps.isEmpty()) {
        line("  %s: %s", stage.id(), steps);
      }
    });
  }

  private void reality() {
    JourneyMap map = DealershipMap.before();
    MapReality reality = Conformance.evaluate(before, map);
    JourneyLog theirs = before.where(
        journey -> map.persona().standsFor(journey.facts().attributes()).orElse(false));
    line("January to May: %s, %d of them of commuters", before, theirs.journeys());
    line(
        "  as designed %d of %d, fitness %.3f",
        reality.fitting().successes(), reality.journeys(), reality.logFitness().orElseThrow());
    line(
        "  not on the map: %d call-backs",
        reality.at(CALL_BACK).orElseThrow().counts().adHoc());
    line(
        "  which come %d days after the form, or more, in half of all cases",
        Durations.between(before, FINANCING, CALL_BACK).median().orElseThrow().toDays());
  }

  private void scorecard() {
    TouchpointTally tally = TouchpointTally.of(before, "EUR");
    ScorecardPolicy policy = ScorecardPolicy.builder().goal(0).build();
    MomentsOfTruth moments = moments(before);
    RemovalIntervals removals = new RemovalBootstrap(200, SEED, policy.confidence())
        .analyse(PathCounts.of(before, Set.of(TouchpointId.of("contract"))), 1)
        .orElseThrow();
    TouchpointScorecard scorecard = TouchpointScorecard.of(TouchpointScorecard.parts()
        .map(DealershipMap.before())
        .tally(tally)
        .scores(tally.emotions(policy.confidence()))
        .effects(moments)
        .removals(removals.effects())
        .removalIntervals(removals)
        .reality(Conformance.evaluate(before, DealershipMap.before()))
        .values(tally.worth(policy.confidence()))
        .policy(policy)
        .build());
    text.append(ScorecardText.text(scorecard, 3));
    line(
        "Declared and proven: %s",
        names(moments.moments().stream()
            .filter(moment -> moment.declared().isPresent() && moment.isProven())
            .toList()));
    line("Proven and on no map: %s", names(moments.provenButUndeclared()));
    Moment asked = moments.at(CONFIGURATOR).orElseThrow();
    Moment trap = MomentsOfTruth.find(
            before,
            List.of(RiskSet.of(CONFIGURATOR, TouchpointId.of("advert"))),
            MomentPolicy.standard())
        .at(CONFIGURATOR)
        .orElseThrow();
    line("The configurator, among those who came to be advised: %s", points(asked));
    line("  among all who saw the advertisement it would seem %s, because", points(trap));
    line("  those who left at once could not have met it");
  }

  private static String points(Moment moment) {
    Interval range = moment.effect().interval().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%+.1f points (%+.1f to %+.1f), %s",
        100 * moment.effect().value(),
        100 * range.lower(),
        100 * range.upper(),
        moment.isProven() ? "proven" : "not proven");
  }

  private void change() {
    line("Version 2, because %s:", versions.version(2).reason());
    versions.between(1, 2).forEach(change -> line("  %s", change));
    line("  hypothesis: %s", DealershipMap.improvement().hypothesis());
  }

  private void proof() {
    Refinement refinement = refinement(year);
    line("Of those who came to the financing, before and since:");
    refinement.findings().forEach(this::finding);
    line("  (who used to leave after a call-back leaves at the form now, if at all)");
    line("%s: %s", refinement.improvement().id(), refinement.judged().status());
  }

  private void finding(Finding finding) {
    Question question = finding.question();
    Interval range = finding.difference().interval().orElseThrow();
    line(
        "  %s: %s, now %s; change %s, from %s to %s; q %s",
        words(question),
        figure(question, finding.before()),
        figure(question, finding.after()),
        figure(question, finding.difference().value()),
        figure(question, range.lower()),
        figure(question, range.upper()),
        finding.qValue() < 0.0001
            ? "below 0.0001"
            : String.format(Locale.ROOT, "%.4f", finding.qValue()));
  }

  private static String words(Question question) {
    return switch (question) {
      case CONVERSION -> "sign";
      case DROP_OFF -> "leave at the form";
      case FITNESS -> "fitness";
      case TIME_TO_CONVERT -> "days until the signature";
    };
  }

  private static String figure(Question question, double value) {
    return switch (question) {
      case CONVERSION, DROP_OFF -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
      case FITNESS -> String.format(Locale.ROOT, "%.3f", value);
      case TIME_TO_CONVERT -> String.format(Locale.ROOT, "%.1f", value / 86_400);
    };
  }

  private static String names(List<Moment> moments) {
    return moments.stream()
        .map(moment -> moment.touchpoint().value())
        .collect(Collectors.joining(", "));
  }

  private static String percent(Estimate share) {
    Interval range = share.interval().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.1f to %.1f)",
        100 * share.value(),
        100 * range.lower(),
        100 * range.upper());
  }

  @FormatMethod
  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
