package dev.laurel.tiers.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.tiers.ladder.Metric;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Milestones do not care how the figure came to grow. */
class MilestoneLaws {
  private static final Metric METRIC = Metric.times(ActivityKind.of("night"));

  @Property(tries = 1_000)
  void splittingAnEventChangesNoReward(
      @ForAll @IntRange(min = 1, max = 50) int first,
      @ForAll @IntRange(min = 1, max = 20) int every,
      @ForAll @IntRange(max = 300) int before,
      @ForAll @IntRange(max = 300) int one,
      @ForAll @IntRange(max = 300) int other) {
    Milestones milestones = Milestones.between(METRIC, first, every, first + 200L);
    long middle = (long) before + one;
    long after = middle + other;

    assertThat(ImmutableList.<Long>builder()
            .addAll(milestones.reached(before, middle))
            .addAll(milestones.reached(middle, after))
            .build())
        .isEqualTo(milestones.reached(before, after));
    assertThat(milestones.reached(0, after)).hasSize((int) milestones.passed(after));
  }
}
