package dev.laurel.journeys.refine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An improvement judged by the journeys under the version of a map without it and the version with
 * it.
 *
 * <p>All {@link Question}s are asked and their p-values adjusted together; the one that the
 * criterion names decides. Journeys without an outcome count for fitness alone.
 *
 * <p>Association, not cause: what else changed when the version did, such as the season, is in the
 * difference too.
 *
 * @param improvement what was to become better
 * @param criterion how it is judged
 * @param verdict what the data say of its hypothesis
 * @param findings the questions that could be asked, in the order of {@link Question}
 * @param unasked the questions with too few journeys on a side
 * @param unknownOutcomes how many journeys had no outcome
 * @param journeysNeeded how many journeys each side needs for a worthwhile difference to be seen
 *     with the power that was asked for, at the level divided by the number of questions and with
 *     the spread observed; of those that the question counts; absent if the verdict is decided or
 *     the question could not be asked
 */
public record Refinement(
    Improvement improvement,
    RefinementCriterion criterion,
    Verdict verdict,
    List<Finding> findings,
    List<Question> unasked,
    long unknownOutcomes,
    OptionalLong journeysNeeded) {
  /** What the data say of a hypothesis. */
  public enum Verdict {
    /** The figure went where it was expected to go. */
    CONFIRMED,
    /** The figure went the other way. */
    REFUTED,
    /** The data do not decide. */
    UNDECIDED
  }

  /** A judgement of these parts. */
  public Refinement {
    requireNonNull(improvement, "improvement");
    requireNonNull(criterion, "criterion");
    requireNonNull(verdict, "verdict");
    findings = ImmutableList.copyOf(findings);
    unasked = ImmutableList.copyOf(unasked);
    requireNonNull(journeysNeeded, "journeysNeeded");
  }

  /**
   * The journeys under one version of a map.
   *
   * @param map the map
   * @param log the journeys
   */
  public record Side(JourneyMap map, JourneyLog log) {
    /** The journeys of a map. */
    public Side {
      requireNonNull(map, "map");
      requireNonNull(log, "log");
    }
  }

  /**
   * An improvement judged by the journeys of one log, each under the version that was in force when
   * it began.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN without such a version, or if neither has the
   *     improved touchpoint; VALUE_INVALID if the two are one version
   */
  public static Refinement judge(
      JourneyLog log,
      MapVersions versions,
      int before,
      int after,
      Improvement improvement,
      RefinementCriterion criterion) {
    InvalidValueException.check(
        before != after,
        FailureCode.VALUE_INVALID,
        "after",
        "a version must be judged against another one: %s",
        after);
    Map<Integer, JourneyLog> logs = Conformance.logsByVersion(log, versions);
    return judge(
        new Side(versions.version(before).map(), logs.getOrDefault(before, JourneyLog.empty())),
        new Side(versions.version(after).map(), logs.getOrDefault(after, JourneyLog.empty())),
        improvement,
        criterion);
  }

  /**
   * An improvement judged by two logs.
   *
   * @throws InvalidValueException VALUE_INVALID if the sides are of two maps; REFERENCE_UNKNOWN if
   *     neither has the improved touchpoint
   */
  public static Refinement judge(
      Side before, Side after, Improvement improvement, RefinementCriterion criterion) {
    TouchpointId touchpoint = improvement.touchpoint();
    InvalidValueException.check(
        before.map().id().equals(after.map().id()),
        FailureCode.VALUE_INVALID,
        "after.map",
        "versions must be of one map to be compared: '%s', '%s'",
        before.map().id(),
        after.map().id());
    InvalidValueException.check(
        before.map().touchpoints().containsKey(touchpoint)
            || after.map().touchpoints().containsKey(touchpoint),
        FailureCode.REFERENCE_UNKNOWN,
        "improvement.touchpoint",
        "improvement '%s' must be of a touchpoint of the map: '%s'",
        improvement.id(),
        touchpoint);
    Sample one = Sample.of(before.log(), before.map(), touchpoint);
    Sample two = Sample.of(after.log(), after.map(), touchpoint);
    List<Comparison> asked = new ArrayList<>();
    List<Question> unasked = new ArrayList<>();
    for (Question question : Question.values()) {
      Comparison.of(question, one, two, criterion)
          .ifPresentOrElse(asked::add, () -> unasked.add(question));
    }
    List<Finding> findings = adjusted(asked, criterion);
    Verdict verdict = verdict(findings, criterion);
    return new Refinement(
        improvement,
        criterion,
        verdict,
        findings,
        unasked,
        Math.addExact(one.unknownOutcomes(), two.unknownOutcomes()),
        verdict == Verdict.UNDECIDED ? needed(asked, criterion) : OptionalLong.empty());
  }

  private static List<Finding> adjusted(List<Comparison> asked, RefinementCriterion criterion) {
    List<Double> qValues =
        criterion.correction().adjust(asked.stream().map(Comparison::pValue).toList());
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (int i = 0; i < asked.size(); i++) {
      Comparison one = asked.get(i);
      findings.add(new Finding(
          one.question(),
          one.before(),
          one.after(),
          one.difference(),
          one.test(),
          one.pValue(),
          qValues.get(i)));
    }
    return findings.build();
  }

  private static Verdict verdict(List<Finding> findings, RefinementCriterion criterion) {
    for (Finding finding : findings) {
      double value = finding.difference().value();
      if (finding.question() == criterion.question()
          && finding.qValue() <= criterion.level()
          && value != 0) {
        boolean isExpected =
            value > 0 == (criterion.expectation() == RefinementCriterion.Expectation.RISES);
        return isExpected ? Verdict.CONFIRMED : Verdict.REFUTED;
      }
    }
    return Verdict.UNDECIDED;
  }

  private static OptionalLong needed(List<Comparison> asked, RefinementCriterion criterion) {
    return asked.stream()
        .filter(one -> one.question() == criterion.question())
        .mapToLong(one -> one.needed(criterion, asked.size()))
        .findFirst();
  }

  /** The answer to a question, if it could be asked. */
  public Optional<Finding> at(Question question) {
    return findings.stream().filter(one -> one.question() == question).findFirst();
  }

  /** The improvement with the status that the verdict gives it. */
  public Improvement judged() {
    Improvement.Status status = switch (verdict) {
      case CONFIRMED -> Improvement.Status.CONFIRMED;
      case REFUTED -> Improvement.Status.REFUTED;
      case UNDECIDED -> Improvement.Status.UNDECIDED;
    };
    Improvement.Builder judged = Improvement.builder();
    return judged
        .id(improvement.id())
        .touchpoint(improvement.touchpoint())
        .painPoint(improvement.painPoint())
        .hypothesis(improvement.hypothesis())
        .status(status)
        .build();
  }
}
