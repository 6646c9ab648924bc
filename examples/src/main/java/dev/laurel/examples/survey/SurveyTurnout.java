package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.score.ScoreText;
import dev.laurel.metrics.survey.RespondentPolicy;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.weight.PostStratification;
import dev.laurel.metrics.weight.WhoAnswered;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who answered of those who were asked, and the score if all segments had answered alike.
 *
 * <p>A person counts once, by the last answer, or by the first where the policy says so.
 *
 * @param rows what became of the rows of invitations
 * @param asked how many people were asked, by segment
 * @param answers of those who were asked, by segment
 * @param notAsked how many people answered who were not asked
 * @param who the comparison; absent if nobody answered, or it failed
 * @param weighted the score by who was asked; absent if a segment has no answer
 * @param failure why there is no comparison
 */
record SurveyTurnout(
    SurveyReport.Rows rows,
    ImmutableSortedMap<String, Long> asked,
    ImmutableSortedMap<String, ScoreHistogram> answers,
    long notAsked,
    Optional<WhoAnswered> who,
    Optional<Estimate> weighted,
    Optional<InvalidValueException> failure) {

  static SurveyTurnout of(
      SurveyReport.Rows rows,
      SurveyInvitations invitations,
      SurveyReport.Question question,
      List<Response> responses) {
    RespondentPolicy once = question.policy() == RespondentPolicy.FIRST
        ? RespondentPolicy.FIRST
        : RespondentPolicy.LATEST;
    List<Response> answered =
        once.select(responses).stream().filter(Response::isAnswered).toList();
    List<Response> ofAsked = answered.stream()
        .filter(response -> invitations.segmentOf(response).isPresent())
        .toList();
    ImmutableSortedMap<String, ScoreHistogram> answers =
        ImmutableSortedMap.copyOf(SurveyReport.bySegment(
            question, ofAsked, response -> invitations.segmentOf(response).orElseThrow()));
    return compared(rows, invitations.asked(), answers, answered.size() - ofAsked.size());
  }

  private static SurveyTurnout compared(
      SurveyReport.Rows rows,
      ImmutableSortedMap<String, Long> asked,
      ImmutableSortedMap<String, ScoreHistogram> answers,
      long notAsked) {
    Optional<WhoAnswered> who = Optional.empty();
    Optional<Estimate> weighted = Optional.empty();
    Optional<InvalidValueException> failure = Optional.empty();
    try {
      who = WhoAnswered.of(asked, Maps.transformValues(answers, ScoreHistogram::answers));
      weighted =
          who.filter(found -> silent(found).isEmpty()).map(found -> weighted(asked, answers));
    } catch (InvalidValueException contradiction) {
      failure = Optional.of(contradiction);
    }
    return new SurveyTurnout(rows, asked, answers, notAsked, who, weighted, failure);
  }

  private static Estimate weighted(Map<String, Long> asked, Map<String, ScoreHistogram> answers) {
    TreeMap<String, PostStratification.Stratum> strata = new TreeMap<>();
    answers.forEach((segment, those) -> strata.put(
        segment, new PostStratification.Stratum(those, asked.getOrDefault(segment, 0L))));
    return PostStratification.of(strata).estimate(Confidence.P95);
  }

  /** The segments in which people were asked and nobody answered. */
  private static List<String> silent(WhoAnswered who) {
    return who.parts().stream()
        .filter(part -> part.rate().successes() == 0)
        .map(WhoAnswered.Part::segment)
        .toList();
  }

  /** What a reader must know, in sentences. */
  ImmutableList<String> remarks() {
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    failure.ifPresent(contradiction ->
        remarks.add("Who answered cannot be told: " + contradiction.getMessage() + "."));
    if (failure.isEmpty() && who.isEmpty()) {
      remarks.add("Nobody who was asked answered, so there is nothing to compare.");
    }
    List<String> silent = who.map(SurveyTurnout::silent).orElse(List.of());
    if (!silent.isEmpty()) {
      remarks.add(String.format(
          Locale.ROOT,
          "Nobody of %s answered%s, so no weights can speak for them.",
          ScoreText.segment(silent.get(0)),
          silent.size() == 1
              ? ""
              : String.format(Locale.ROOT, " nor of %,d other segments", silent.size() - 1)));
    }
    if (notAsked > 0) {
      remarks.add(String.format(
          Locale.ROOT,
          "Left out here: %,d who answered and %s not asked.",
          notAsked,
          notAsked == 1 ? "was" : "were"));
    }
    return remarks.build();
  }

  /** How many people were asked. */
  long people() {
    return asked.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many of them answered. */
  long answered() {
    return answers.values().stream().mapToLong(ScoreHistogram::answers).sum();
  }
}
