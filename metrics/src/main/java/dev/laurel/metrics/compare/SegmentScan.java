package dev.laurel.metrics.compare;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.MultipleTesting;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Every segment against all others together, with p-values corrected for asking so often.
 *
 * <p>Of twenty regions without any difference one will look different at 95 %; after the correction
 * none is likely to.
 *
 * <p>Each segment is compared with all others together by {@link Comparing}, so that no answer is
 * on both sides; the comparisons of one scan depend on each other a little, which Holm's correction
 * bears at any dependence, and that of Benjamini and Hochberg if it is positive.
 *
 * @param findings one for each segment that has answers while others have, in the order of names
 * @param correction how p-values were corrected
 */
public record SegmentScan(ImmutableList<Finding> findings, MultipleTesting correction) {
  /**
   * One segment.
   *
   * @param segment its name
   * @param change from the rest to it
   * @param adjusted the corrected p-value
   */
  public record Finding(String segment, ScoreChange change, double adjusted) {
    /** Whether it differs from the rest, even though one asked for many. */
    public boolean isDifferent() {
      return change.verdict() != Verdict.TOO_FEW_ANSWERS
          && adjusted < change.after().interval().confidence().alpha();
    }
  }

  /**
   * The scan of these segments.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if two differ
   */
  public static SegmentScan of(
      SortedMap<String, ScoreHistogram> segments,
      MetricDefinition definition,
      Comparing comparing,
      MultipleTesting correction) {
    ScoreHistogram all = ScoreHistogram.sum(definition, segments.values());
    List<String> names = new ArrayList<>();
    List<ScoreChange> changes = new ArrayList<>();
    for (var segment : segments.entrySet()) {
      Optional<ScoreChange> change =
          comparing.compare(all.without(segment.getValue()), segment.getValue());
      if (change.isPresent()) {
        names.add(segment.getKey());
        changes.add(change.get());
      }
    }
    List<Double> adjusted =
        correction.adjust(changes.stream().map(ScoreChange::pValue).toList());
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (int i = 0; i < names.size(); i++) {
      findings.add(new Finding(names.get(i), changes.get(i), adjusted.get(i)));
    }
    return new SegmentScan(findings.build(), correction);
  }
}
