package dev.laurel.metrics.score;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.RespondentPolicy;
import dev.laurel.metrics.survey.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * How scores are made of answers: the level of confidence, and the kind of interval for each kind
 * of rule.
 *
 * <p>Of 20 detractors, 30 passives and 50 promoters the standard scoring makes 0.30, between 0.14
 * and 0.44. Net scores get an adjusted Wald interval, shares that of Wilson, and means Student's t;
 * {@link NetMethod} and {@link dev.laurel.core.estimate.Proportion.Method} say why and by whom.
 *
 * <p>Assumed: answers are independent of each other, and whoever did not answer is like those who
 * did. Where somebody answers several times, the standard error treats the answers of one person as
 * one lump (C. J. Skinner, D. Holt and T. M. F. Smith, "Analysis of Complex Surveys", 1989).
 */
@Value.Immutable
public abstract class Scoring {
  /** The default of every part. */
  public static final Scoring STANDARD = builder().build();

  Scoring() {}

  /** The level of the intervals. */
  @Value.Default
  public Confidence confidence() {
    return Confidence.P95;
  }

  /** The interval of net scores. */
  @Value.Default
  public NetMethod netMethod() {
    return NetMethod.ADJUSTED_WALD;
  }

  /** The interval of shares. */
  @Value.Default
  public Proportion.Method shareMethod() {
    return Proportion.Method.WILSON;
  }

  /** A builder of which every part has its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Scoring}. */
  public static final class Builder extends ImmutableScoring.Builder {
    Builder() {}
  }

  /** The score of these answers; absent if there are none. */
  public Optional<Score> score(ScoreHistogram histogram) {
    return estimate(histogram).map(estimate -> of(histogram, estimate, OptionalLong.empty()));
  }

  /**
   * The score of these answers, beside which the response rate stands; absent if there are none.
   *
   * @param invited how many people were asked, at least as many as responded
   */
  public Optional<Score> score(ScoreHistogram histogram, long invited) {
    return estimate(histogram).map(estimate -> of(histogram, estimate, OptionalLong.of(invited)));
  }

  /**
   * The score of these responses if one person may have answered several times; absent if there are
   * no answers.
   *
   * <p>Under {@link RespondentPolicy#ALL} the standard error is clustered by person where somebody
   * answered twice; under {@link RespondentPolicy#MEAN} people are counted, not answers.
   */
  public Optional<Score> score(
      MetricDefinition definition, List<Response> responses, RespondentPolicy policy) {
    return score(definition, responses, policy, OptionalLong.empty());
  }

  /**
   * The same with the response rate beside it.
   *
   * @param invited how often people were asked, at least as often as they responded
   */
  public Optional<Score> score(
      MetricDefinition definition,
      List<Response> responses,
      RespondentPolicy policy,
      long invited) {
    return score(definition, responses, policy, OptionalLong.of(invited));
  }

  private Optional<Score> score(
      MetricDefinition definition,
      List<Response> responses,
      RespondentPolicy policy,
      OptionalLong invited) {
    ImmutableList<Response> selected = policy.select(responses);
    ScoreHistogram histogram = selected.stream().collect(ScoreAccumulator.collector(definition));
    ImmutableList<Response> answered = selected.stream()
        .filter(response -> response.isAnswered()
            && definition.scale().contains(response.answer().orElseThrow()))
        .collect(toImmutableList());
    if (answered.isEmpty()) {
      return Optional.empty();
    }
    Respondents people = Respondents.of(definition, answered);
    if (people.count() == answered.size()) {
      return estimate(histogram).map(estimate -> of(histogram, estimate, invited));
    }
    Estimate estimate = policy == RespondentPolicy.MEAN
        ? people.meanOfPeople(confidence())
        : people.clustered(confidence());
    return Optional.of(of(histogram, estimate, invited));
  }

  private Optional<Estimate> estimate(ScoreHistogram histogram) {
    return histogram
        .definition()
        .rule()
        .match(
            net -> histogram.netCounts().estimate(netMethod(), confidence()),
            top -> Proportion.of(histogram.netCounts().positives(), histogram.answers())
                .estimate(shareMethod(), confidence()),
            mean -> MeanInterval.estimate(histogram, confidence()));
  }

  private static Score of(ScoreHistogram histogram, Estimate estimate, OptionalLong invited) {
    Score.Builder score = Score.builder().histogram(histogram).estimate(estimate);
    if (invited.isPresent()) {
      score.responseRate(Proportion.of(histogram.responses(), invited.getAsLong()));
    }
    return score.build();
  }
}
