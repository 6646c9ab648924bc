package dev.laurel.journeys.experience;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.map.Emotion;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each feeling was told, so that counts of parts merge to the last bit: of 5, 5 and 3 on
 * 1 to 5 these are 2.0 twice and 0.0 once.
 *
 * @param counts how often, by the feeling from -2 to 2
 */
public record EmotionCounts(SortedMap<Emotion, Long> counts) {
  /** Nothing was told. */
  static final EmotionCounts NONE = new EmotionCounts(ImmutableSortedMap.of());

  /**
   * Checked counts.
   *
   * @throws InvalidValueException RANGE for a count below one
   */
  public EmotionCounts {
    counts = ImmutableSortedMap.copyOfSorted(counts);
    counts.forEach((emotion, count) -> InvalidValueException.check(
        count >= 1,
        FailureCode.RANGE,
        "counts",
        "a feeling must be counted from 1: %s, %s times",
        emotion.value(),
        count));
  }

  /** How many were told. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Their mean, from -2 to 2, with Student's interval; absent for none. */
  public Optional<Estimate> mean(Confidence confidence) {
    long total = total();
    if (total == 0) {
      return Optional.empty();
    }
    double sum = 0;
    for (var each : counts.entrySet()) {
      sum += each.getKey().value() * each.getValue();
    }
    double mean = sum / total;
    double squares = 0;
    for (var each : counts.entrySet()) {
      double distance = each.getKey().value() - mean;
      squares += distance * distance * each.getValue();
    }
    return Optional.of(Means.mean(mean, squares, total, confidence).clippedTo(-2, 2));
  }

  EmotionCounts merge(EmotionCounts other) {
    SortedMap<Emotion, Long> both = new TreeMap<>(counts);
    other.counts.forEach((emotion, count) -> both.merge(emotion, count, Math::addExact));
    return new EmotionCounts(both);
  }

  /** Counts answers one by one. */
  static final class Builder {
    private final SortedMap<Emotion, Long> counts = new TreeMap<>();

    void add(Experience said) {
      counts.merge(said.toEmotion(), 1L, Math::addExact);
    }

    EmotionCounts build() {
      return new EmotionCounts(counts);
    }
  }
}
