package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Tier;
import java.util.Optional;

/**
 * A tier for a stretch of time, from one source.
 *
 * @param tier the tier
 * @param source where it comes from
 * @param span from when until when, as far as is known by now
 * @param by the fact that gave it; absent for what was earned
 */
public record StatusInterval(Tier tier, StatusSource source, Span span, Optional<CommandId> by) {
  /** An interval of these parts. */
  public StatusInterval {
    requireNonNull(tier, "tier");
    requireNonNull(source, "source");
    requireNonNull(span, "span");
    requireNonNull(by, "by");
  }
}
