package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Progress;
import dev.laurel.tiers.ladder.Tier;
import java.time.Instant;
import java.util.Optional;

/**
 * What lies before a member: how much is missing to the next tier and to keep the present one, by
 * when, and which tier comes of it if nothing more happens.
 *
 * @param asOf the instant of the view
 * @param earned the tier that was earned, whatever else was given
 * @param next the way to the next tier; absent at the top
 * @param keep the way to keep the earned tier; absent for the base tier and where nothing ends it
 * @param projected the tier after the next review if nothing more happens
 * @param projectedAt when that is; absent where no review is due
 */
public record Outlook(
    Instant asOf,
    Tier earned,
    Optional<Way> next,
    Optional<Way> keep,
    Tier projected,
    Optional<Instant> projectedAt) {
  /**
   * What is missing to one tier.
   *
   * @param tier the tier
   * @param progress how far the member has come
   * @param within the stretch in which it counts; what comes before its end counts
   */
  public record Way(Tier tier, Progress progress, Span within) {
    /** A way of these parts. */
    public Way {
      requireNonNull(tier, "tier");
      requireNonNull(progress, "progress");
      requireNonNull(within, "within");
    }
  }

  /** An outlook of these parts. */
  public Outlook {
    requireNonNull(asOf, "asOf");
    requireNonNull(earned, "earned");
    requireNonNull(next, "next");
    requireNonNull(keep, "keep");
    requireNonNull(projected, "projected");
    requireNonNull(projectedAt, "projectedAt");
  }
}
