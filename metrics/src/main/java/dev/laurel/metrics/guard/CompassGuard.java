package dev.laurel.metrics.guard;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.MultipleTesting;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.compare.Comparing;
import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.compare.ScoreChange;
import dev.laurel.metrics.compare.ShareTests;
import dev.laurel.metrics.compare.Verdict;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Polarity;
import dev.laurel.metrics.survey.Scale;
import dev.laurel.metrics.voice.Feedback;
import dev.laurel.metrics.voice.SentimentScorer;
import dev.laurel.metrics.voice.Tagger;
import dev.laurel.metrics.weight.WhoAnswered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/**
 * Looks for signs that a score is worked on instead of what it measures.
 *
 * <p>The level is 99 %: a guard that cries wolf is switched off. Of thirty agents with 40 answers
 * each and a third of them best answers, one with 38 best ones is flagged, and chance alone flags
 * nobody 99 times out of a hundred.
 */
@Value.Immutable
public abstract class CompassGuard {
  /** The default of every part. */
  public static final CompassGuard STANDARD = builder().build();

  CompassGuard() {}

  /** The level at which something is no longer taken for chance. */
  @Value.Default
  public Confidence confidence() {
    return Confidence.of(0.99);
  }

  /** How many answers an agent or device needs to be looked at; 20 unless set. */
  @Value.Default
  public long fewestAnswers() {
    return 20;
  }

  /** How much words must weigh to contradict a rating, above 0 to 1; 0.5 unless set. */
  @Value.Default
  public double contradiction() {
    return 0.5;
  }

  /** What share of the answers must come from the wrong segments, 0 to 1; 0.05 unless set. */
  @Value.Default
  public double misplaced() {
    return 0.05;
  }

  /** A builder of which every part has its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CompassGuard}. */
  public static final class Builder extends ImmutableCompassGuard.Builder {
    Builder() {}
  }

  /**
   * Whether fewer people answered and the score became better, both beyond chance: the response
   * rate by the pooled test of two shares, the score by {@link Comparing#STANDARD}.
   *
   * @param invitedBefore how many people were asked in the earlier period
   * @param invitedAfter how many in the later one
   */
  public Optional<Flag> fewerAndHappier(
      ScoreHistogram before, long invitedBefore, ScoreHistogram after, long invitedAfter) {
    Proportion rateBefore = Proportion.of(before.responses(), invitedBefore);
    Proportion rateAfter = Proportion.of(after.responses(), invitedAfter);
    Optional<ScoreChange> change = Comparing.STANDARD.compare(before, after);
    if (change.isEmpty() || change.get().verdict() != Verdict.IMPROVED) {
      return Optional.empty();
    }
    ProportionDifference rates = new ProportionDifference(rateAfter, rateBefore);
    boolean hasFallen = rates.value() < 0 && rates.pValue() < confidence().alpha();
    boolean isBetter = change.get().pValue() < confidence().alpha();
    return hasFallen && isBetter
        ? Optional.of(new Flag.FewerAndHappier(rateBefore, rateAfter, change.get()))
        : Optional.empty();
  }

  /**
   * Whether those who answered are unlike those who were asked, beyond chance and by more than a
   * trifle.
   *
   * @param asked how many people of each segment were asked
   * @param answers what they answered
   * @throws InvalidValueException RANGE if more answered than were asked
   */
  public Optional<Flag> unlikeTheAsked(
      Map<String, Long> asked, Map<String, ScoreHistogram> answers) {
    return WhoAnswered.of(asked, Maps.transformValues(answers, ScoreHistogram::answers))
        .filter(who -> who.isSignificant(confidence()) && who.dissimilarity() >= misplaced())
        .map(Flag.UnlikeTheAsked::new);
  }

  /**
   * Whether a change of the score, beyond chance, is for one half or more the work of who answered,
   * and not of what they said or of how many people the segments have.
   *
   * @param before the earlier answers by segment
   * @param after the later ones
   * @param askedBefore how many people of each segment were asked in the earlier period
   * @param askedAfter how many in the later one
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if two differ,
   *     DIVISION if nobody was asked, RANGE if a count is negative
   */
  public Optional<Flag> movedByWhoAnswered(
      Map<String, ScoreHistogram> before,
      Map<String, ScoreHistogram> after,
      Map<String, Long> askedBefore,
      Map<String, Long> askedAfter) {
    Optional<MixShift> shift = MixShift.of(before, after, askedBefore, askedAfter);
    if (shift.isEmpty()) {
      return Optional.empty();
    }
    double share = shift.get().answered() / shift.get().change();
    return Comparing.STANDARD
        .compare(together(before), together(after))
        .filter(change -> change.verdict() != Verdict.TOO_FEW_ANSWERS
            && change.pValue() < confidence().alpha()
            && share >= 0.5)
        .map(change -> new Flag.MovedByWhoAnswered(shift.get(), change));
  }

  /** Feedback of which the words say the opposite of the rating, in the order given. */
  public ImmutableList<Flag> scoreAgainstComment(List<Feedback> feedback, SentimentScorer scorer) {
    ImmutableList.Builder<Flag> flags = ImmutableList.builder();
    for (Feedback each : feedback) {
      each.rating().ifPresent(rating -> {
        var sentiment = scorer.score(each);
        boolean isAgainst = rating.isBad()
            ? sentiment.value() >= contradiction()
            : sentiment.value() <= -contradiction();
        if (sentiment.isFounded() && isAgainst) {
          flags.add(new Flag.ScoreAgainstComment(each.id(), rating, sentiment));
        }
      });
    }
    return flags.build();
  }

  /**
   * Agents or devices with far more of the best answers than all others together, by name. The best
   * answers are the two at the good end of a scale of more than five points, else the one. By the
   * pooled test of two shares, corrected by Holm for the number of agents or devices.
   *
   * @param byOrigin the answers by the opaque name of the agent or device
   */
  public ImmutableList<Flag> spikes(SortedMap<String, ScoreHistogram> byOrigin) {
    Proportion all = Proportion.of(0, 0);
    for (ScoreHistogram answers : byOrigin.values()) {
      byOrigin.values().iterator().next().definition().requireSame(answers.definition());
      all = all.merge(best(answers));
    }
    List<String> origins = new ArrayList<>();
    List<ProportionDifference> differences = new ArrayList<>();
    for (var each : byOrigin.entrySet()) {
      Proportion best = best(each.getValue());
      Proportion others =
          Proportion.of(all.successes() - best.successes(), all.total() - best.total());
      if (best.total() >= fewestAnswers() && others.total() >= fewestAnswers()) {
        origins.add(each.getKey());
        differences.add(new ProportionDifference(best, others));
      }
    }
    List<Double> adjusted = MultipleTesting.HOLM.adjust(
        differences.stream().map(ProportionDifference::pValue).toList());
    ImmutableList.Builder<Flag> flags = ImmutableList.builder();
    for (int i = 0; i < origins.size(); i++) {
      ProportionDifference difference = differences.get(i);
      if (difference.value() > 0 && adjusted.get(i) < confidence().alpha()) {
        flags.add(new Flag.Spike(
            origins.get(i), difference.first(), difference.second(), adjusted.get(i)));
      }
    }
    return flags.build();
  }

  /**
   * Customers who tell that they were asked for a good answer, in the order given; one flag for
   * each tag.
   *
   * @param phrases finds phrases such as "give us a ten"; the vocabulary is the caller's
   */
  public ImmutableList<Flag> begging(List<Feedback> feedback, Tagger phrases) {
    ImmutableList.Builder<Flag> flags = ImmutableList.builder();
    for (Feedback each : feedback) {
      phrases.tag(each).forEach(tag -> flags.add(new Flag.Begging(each.id(), tag.because())));
    }
    return flags.build();
  }

  /**
   * Whether results pile up just above a target. Results that do not know of the target lie as
   * often just below as just above it, whatever they are, as long as the width is small.
   *
   * <p>Source: J. McCrary, "Manipulation of the running variable", Journal of Econometrics 142
   * (2008), in its simplest form: an exact binomial test of the counts on either side.
   *
   * @param results such as the score of each agent in each month
   * @param width how far above and below the target to look, above zero
   * @throws InvalidValueException RANGE if the width is not above zero, or a number is not finite
   */
  public Optional<Flag> targetChasing(List<Double> results, double target, double width) {
    InvalidValueException.check(
        width > 0 && Double.isFinite(target + width) && results.stream().allMatch(Double::isFinite),
        FailureCode.RANGE,
        "width",
        "a target must be looked at with a width above 0, and finite results: %s, %s",
        target,
        width);
    long above =
        results.stream().filter(each -> each >= target && each < target + width).count();
    long below =
        results.stream().filter(each -> each < target && each >= target - width).count();
    Proportion share = Proportion.of(above, above + below);
    if (share.total() == 0) {
      return Optional.empty();
    }
    double p = ShareTests.exact(share, 0.5);
    return above > below && p < confidence().alpha()
        ? Optional.of(new Flag.TargetChasing(target, width, share, p))
        : Optional.empty();
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        contradiction() > 0 && contradiction() <= 1 && fewestAnswers() >= 1,
        FailureCode.RANGE,
        "contradiction",
        "a guard must want a contradiction above 0 to 1 and at least 1 answer: %s, %s",
        contradiction(),
        fewestAnswers());
    InvalidValueException.check(
        misplaced() >= 0 && misplaced() <= 1,
        FailureCode.PERCENT_RANGE,
        "misplaced",
        "a share of misplaced answers must lie between 0 and 1: %s",
        misplaced());
  }

  /** The answers of all segments, of which there is at least one. */
  private static ScoreHistogram together(Map<String, ScoreHistogram> segments) {
    return ScoreHistogram.sum(segments.values().iterator().next().definition(), segments.values());
  }

  private static Proportion best(ScoreHistogram answers) {
    Scale scale = answers.definition().scale();
    boolean isRising = scale.polarity() == Polarity.HIGHER_IS_BETTER;
    int end = isRising ? scale.max() : scale.min();
    int next = isRising ? end - 1 : end + 1;
    long best = answers.count(end) + (scale.points() > 5 ? answers.count(next) : 0);
    return Proportion.of(best, answers.answers());
  }
}
