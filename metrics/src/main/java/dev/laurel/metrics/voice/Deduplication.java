package dev.laurel.metrics.voice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Feedback without what was said twice: the same words and rating, by the same author or by nobody
 * known, within a span of time, from whatever source.
 *
 * <p>A review that was also posted, and the same form sent twice, count once. Case, punctuation and
 * spaces make no difference. Feedback without words is a repetition only of its own author's. The
 * earliest is kept; of two at one instant the one with the smaller id.
 *
 * @param kept what counts, in order of time, then of id
 * @param duplicates for each piece that does not, of which one it is a repetition
 */
public record Deduplication(
    ImmutableList<Feedback> kept, ImmutableSortedMap<FeedbackId, FeedbackId> duplicates) {
  private record Key(Optional<?> author, List<String> words, Optional<Rating> rating) {}

  /**
   * The feedback without repetitions.
   *
   * @param within how long after the piece that is kept a repetition may come
   * @throws InvalidValueException CONFIG_DUPLICATE if two pieces have one id
   */
  public static Deduplication of(List<Feedback> feedback, Duration within) {
    TimeGate.checkDuration(within, "within");
    List<Feedback> ordered = new ArrayList<>(feedback);
    ordered.sort(Comparator.comparing(Feedback::at).thenComparing(Feedback::id));
    Map<Key, Feedback> seen = new HashMap<>();
    ImmutableList.Builder<Feedback> kept = ImmutableList.builder();
    Map<FeedbackId, Optional<FeedbackId>> fates = new HashMap<>();
    TreeMap<FeedbackId, FeedbackId> duplicates = new TreeMap<>();
    for (Feedback each : ordered) {
      Key key = new Key(each.author(), Words.of(each.text()), each.rating());
      boolean isTelling = each.author().isPresent() || !key.words().isEmpty();
      Optional<FeedbackId> of = Optional.ofNullable(seen.get(key))
          .filter(first -> isTelling && !each.at().isAfter(first.at().plus(within)))
          .map(Feedback::id);
      InvalidValueException.check(
          fates.put(each.id(), of) == null,
          FailureCode.CONFIG_DUPLICATE,
          "feedback",
          "feedback must have an id of its own: %s",
          each.id());
      of.ifPresent(original -> duplicates.put(each.id(), original));
      if (of.isEmpty()) {
        seen.put(key, each);
        kept.add(each);
      }
    }
    return new Deduplication(kept.build(), ImmutableSortedMap.copyOf(duplicates));
  }
}
