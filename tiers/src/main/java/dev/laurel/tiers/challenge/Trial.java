package dev.laurel.tiers.challenge;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one member's challenge stands.
 *
 * @param challenge the challenge
 * @param span from when until when the trial lasts
 * @param asOf the instant of the view
 * @param lines the progress towards each outcome, from best to least
 */
public record Trial(Challenge challenge, Span span, Instant asOf, List<Line> lines) {
  /**
   * The progress towards one outcome.
   *
   * @param outcome the line of the outcome table
   * @param progress how far the member has come
   */
  public record Line(Challenge.Outcome outcome, Progress progress) {
    /** A line of these parts. */
    public Line {
      requireNonNull(outcome, "outcome");
      requireNonNull(progress, "progress");
    }
  }

  /** A trial of these parts. */
  public Trial {
    requireNonNull(challenge, "challenge");
    requireNonNull(span, "span");
    requireNonNull(asOf, "asOf");
    lines = ImmutableList.copyOf(lines);
  }

  /** The best outcome that is reached by now. */
  public Optional<Line> best() {
    return lines.stream().filter(line -> line.progress().isMet()).findFirst();
  }
}
