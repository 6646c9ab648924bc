package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one tier of a member at one instant, and what gives it.
 *
 * @param asOf the instant
 * @param tier the highest tier that covers it, the base tier where none does
 * @param level its number in the ladder in force, 0 for the base tier
 * @param factor what it multiplies earned points by
 * @param covering the intervals that cover the instant, the highest first; the first gives the tier
 */
public record Standing(
    Instant asOf, Tier tier, int level, Ratio factor, List<StatusInterval> covering) {
  /** A standing of these parts. */
  public Standing {
    requireNonNull(asOf, "asOf");
    requireNonNull(tier, "tier");
    requireNonNull(factor, "factor");
    covering = ImmutableList.copyOf(covering);
  }

  /** The base tier of a ladder at an instant. */
  public static Standing base(LadderVersions versions, Instant asOf) {
    TierLadder ladder = versions.at(asOf);
    return new Standing(asOf, ladder.base(), 0, ladder.baseFactor(), ImmutableList.of());
  }

  /** The interval that gives the tier; absent for the base tier. */
  public Optional<StatusInterval> decisive() {
    return covering.stream().findFirst();
  }

  /** The reason in words, such as {@code Gold, earned since 2026-03-01T10:00:00Z}. */
  public String reason() {
    return decisive()
        .map(interval -> tier.name()
            + ", "
            + interval.source().name().toLowerCase(Locale.ROOT)
            + " since "
            + interval.span().from())
        .orElse(tier.name());
  }
}
