package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tiers as people often list them, "Basic 0 to 99, Silver 100 to 499, Gold from 500", turned into a
 * base tier and rungs.
 *
 * @param metric what the bands are of
 * @param bands the bands from low to high, both ends included
 */
public record Bands(Metric metric, List<Band> bands) {
  /**
   * One tier with its lowest and highest figure.
   *
   * @param tier the tier
   * @param from the lowest figure
   * @param through the highest figure; absent for the highest tier
   */
  public record Band(Tier tier, long from, OptionalLong through) {
    /** A band of these parts. */
    public Band {
      requireNonNull(tier, "tier");
      requireNonNull(through, "through");
    }
  }

  /**
   * Bands that leave no figure out and have none in common.
   *
   * @throws InvalidValueException CONFIG_BASE_MISSING if they do not begin at 0; RANGE for figures
   *     below it; CONFIG_OVERLAP, CONFIG_GAP or CONFIG_UNSORTED where two bands do not abut
   */
  public Bands {
    requireNonNull(metric, "metric");
    bands = ImmutableList.copyOf(bands);
    for (int i = 0; i < bands.size(); i++) {
      InvalidValueException.check(
          bands.get(i).from() >= 0,
          FailureCode.RANGE,
          "bands[" + i + "].from",
          "band '%s' must not begin below 0: %s",
          bands.get(i).tier(),
          bands.get(i).from());
    }
    InvalidValueException.check(
        !bands.isEmpty() && bands.get(0).from() == 0,
        FailureCode.CONFIG_BASE_MISSING,
        "bands",
        "bands must begin at 0: %s",
        bands);
    for (int i = 0; i < bands.size(); i++) {
      checkEnd(bands, i);
    }
  }

  /** A band with both ends. */
  public static Band band(Tier tier, long from, long through) {
    return new Band(tier, from, OptionalLong.of(through));
  }

  /** The highest band. */
  public static Band band(Tier tier, long from) {
    return new Band(tier, from, OptionalLong.empty());
  }

  /** The tier of the lowest band. */
  public Tier base() {
    return bands.get(0).tier();
  }

  /** The rungs of the other bands. */
  public ImmutableList<Rung> rungs() {
    return bands.stream()
        .skip(1)
        .map(band -> Rung.of(band.tier(), Qualification.reach(metric, band.from())))
        .collect(ImmutableList.toImmutableList());
  }

  private static void checkEnd(List<Band> bands, int i) {
    Band band = bands.get(i);
    boolean isLast = i == bands.size() - 1;
    InvalidValueException.check(
        isLast == band.through().isEmpty(),
        FailureCode.CONFIG_GAP,
        "bands[" + i + "].through",
        "bands must be open above the highest and nowhere else: %s",
        band);
    if (isLast) {
      return;
    }
    long next = bands.get(i + 1).from();
    long end = band.through().getAsLong();
    String path = "bands[" + (i + 1) + "].from";
    InvalidValueException.check(
        next > band.from() && end >= band.from(),
        FailureCode.CONFIG_UNSORTED,
        path,
        "bands must rise: %s and %s",
        band,
        bands.get(i + 1));
    InvalidValueException.check(
        next > end, FailureCode.CONFIG_OVERLAP, path, "bands must not share a figure: %s", next);
    InvalidValueException.check(
        next == end + 1,
        FailureCode.CONFIG_GAP,
        path,
        "bands must leave no figure out: %s through %s",
        end + 1,
        next - 1);
  }
}
