package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableIntArray;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.examples.survey.DealerWave.Group;
import dev.laurel.examples.survey.DealerWave.Quarter;
import dev.laurel.examples.survey.DealerWave.Way;
import dev.laurel.metrics.compare.Comparing;
import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.compare.ScoreChange;
import dev.laurel.metrics.driver.DriverAnalysis;
import dev.laurel.metrics.driver.DriverBootstrap;
import dev.laurel.metrics.driver.DriverSample;
import dev.laurel.metrics.driver.ThemedAnswers;
import dev.laurel.metrics.guard.CompassGuard;
import dev.laurel.metrics.guard.Flag;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.voice.Feedback;
import dev.laurel.metrics.voice.KeywordTagger;
import dev.laurel.metrics.voice.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A network of car dealers asks its workshop customers for three quarters. The score falls although
 * nobody got worse; what goes with it is found, bad answers are followed up, a remedy is tried at
 * the dealers of a pilot, and whether it helped is proven.
 */
public final class DealerSurvey {
  static final MetricDefinition NPS = Conventions.NPS;
  static final String SILENCE = "silence";
  static final String PRICE = "price";

  private static final long SEED = 2025;
  private static final int REPLICATES = 500;
  private static final KeywordTagger TAGGER = KeywordTagger.of(Map.of(
      SILENCE, List.of("nobody called", "never told"),
      PRICE, List.of("expensive", "price")));

  private final ImmutableList<DealerVisit> visits;

  private DealerSurvey(ImmutableList<DealerVisit> visits) {
    this.visits = visits;
  }

  /** The story, line by line. */
  public static String tell() {
    return new DealerSurveyText(of(SEED)).text();
  }

  /** The survey with ratings from a seed; no score depends on it. */
  static DealerSurvey of(long seed) {
    return new DealerSurvey(DealerAnswers.of(seed));
  }

  /** The answers of a quarter, by the way in which the car was handed over. */
  ImmutableSortedMap<String, ScoreHistogram> byWay(Quarter quarter) {
    TreeMap<String, ScoreHistogram> byWay = new TreeMap<>();
    for (Way way : Way.values()) {
      byWay.put(
          way.name().toLowerCase(Locale.ROOT),
          histogram(wave -> wave.quarter() == quarter && wave.way() == way));
    }
    return ImmutableSortedMap.copyOf(byWay);
  }

  ScoreHistogram all(Quarter quarter) {
    return histogram(wave -> wave.quarter() == quarter);
  }

  /** What the score of all did from spring to summer. */
  ScoreChange fall() {
    return change(all(Quarter.SPRING), all(Quarter.SUMMER));
  }

  /** Why. */
  MixShift whyItFell() {
    return MixShift.of(byWay(Quarter.SPRING), byWay(Quarter.SUMMER)).orElseThrow();
  }

  /** The online bookers of the summer, -100, 0 or 100 each, with the themes of their words. */
  ThemedAnswers themes() {
    ThemedAnswers themes = ThemedAnswers.none();
    for (DealerVisit visit : onlineSummer()) {
      long worth = 100L * NPS.rule().worth(visit.answer());
      themes.add(worth, TAGGER.tag(visit.feedback()).stream().map(Tag::theme).toList());
    }
    return themes;
  }

  /** Those of the online bookers of the summer whose words are about a theme. */
  ScoreHistogram about(String theme) {
    return onlineSummer().stream()
        .filter(visit ->
            TAGGER.tag(visit.feedback()).stream().anyMatch(tag -> tag.theme().equals(theme)))
        .map(DealerVisit::response)
        .collect(ScoreAccumulator.collector(NPS));
  }

  /** How much of the answer of the online bookers of the summer goes with each rating. */
  DriverAnalysis.Explained drivers() {
    DriverSample.Builder sample = DriverSample.builder("the answer", DealerAnswers.RATED);
    for (DealerVisit visit : onlineSummer()) {
      ImmutableIntArray ratings = visit.ratings();
      sample.add(visit.answer(), ratings.stream().asDoubleStream().toArray());
    }
    return new DriverBootstrap(REPLICATES, SEED, Confidence.P95)
        .analyse(sample.build())
        .explained()
        .orElseThrow();
  }

  /** What online bookers of the pilot said in the autumn. */
  List<Feedback> pilotFeedback() {
    return visits.stream()
        .filter(visit -> isOnline(visit.wave(), Quarter.AUTUMN, Group.PILOT))
        .map(DealerVisit::feedback)
        .toList();
  }

  /** The bad ones of these, followed up. */
  DealerLoop loop() {
    return DealerLoop.of(pilotFeedback());
  }

  /** From the summer to the autumn, the online bookers of a group. */
  ScoreChange change(Group group) {
    return change(online(Quarter.SUMMER, group), online(Quarter.AUTUMN, group));
  }

  ScoreHistogram online(Quarter quarter, Group group) {
    return histogram(wave -> isOnline(wave, quarter, group));
  }

  /** How many online bookers of a group were asked. */
  long asked(Quarter quarter, Group group) {
    return DealerAnswers.WAVES.stream()
        .filter(wave -> isOnline(wave, quarter, group))
        .mapToLong(DealerWave::asked)
        .sum();
  }

  /** How much more the pilot changed than the others, who lived through the same autumn. */
  Estimate gain() {
    Estimate pilot = change(Group.PILOT).estimate();
    Estimate others = change(Group.OTHERS).estimate();
    double value = pilot.value() - others.value();
    double error =
        Math.hypot(pilot.standardError().orElseThrow(), others.standardError().orElseThrow());
    return Estimate.builder()
        .value(value)
        .standardError(error)
        .interval(Interval.normal(value, error, Confidence.P95))
        .method("difference of two changes")
        .addAssumption("without the remedy both groups would have changed alike")
        .build();
  }

  /** Whether the pilot looks better because fewer answered. */
  Optional<Flag> flag() {
    return CompassGuard.STANDARD.fewerAndHappier(
        online(Quarter.SUMMER, Group.PILOT),
        asked(Quarter.SUMMER, Group.PILOT),
        online(Quarter.AUTUMN, Group.PILOT),
        asked(Quarter.AUTUMN, Group.PILOT));
  }

  private List<DealerVisit> onlineSummer() {
    return visits.stream()
        .filter(
            visit -> visit.wave().quarter() == Quarter.SUMMER && visit.wave().way() == Way.ONLINE)
        .toList();
  }

  private static boolean isOnline(DealerWave wave, Quarter quarter, Group group) {
    return wave.quarter() == quarter && wave.way() == Way.ONLINE && wave.group() == group;
  }

  private static ScoreChange change(ScoreHistogram before, ScoreHistogram after) {
    return Comparing.STANDARD.compare(before, after).orElseThrow();
  }

  private ScoreHistogram histogram(Predicate<DealerWave> which) {
    return visits.stream()
        .filter(visit -> which.test(visit.wave()))
        .map(DealerVisit::response)
        .collect(ScoreAccumulator.collector(NPS));
  }
}
