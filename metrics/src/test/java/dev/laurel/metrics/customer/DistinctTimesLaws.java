package dev.laurel.metrics.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Each time is found at its place among the sorted distinct ones. */
class DistinctTimesLaws {
  @Property(tries = 300)
  void everyTimeStandsAtItsPlace(
      @ForAll long seed,
      @ForAll @IntRange(max = 3_000) int size,
      @ForAll @IntRange(min = 1, max = 5_000) int different) {
    Random random = new Random(seed);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      times.add(random.nextInt(different) / 7.0);
    }
    DistinctTimes seen = new DistinctTimes();
    int[] codes = times.stream().mapToInt(seen::code).toArray();
    double[] sorted = seen.sorted();
    int[] places = seen.places(sorted);

    assertThat(sorted)
        .containsExactly(
            new TreeSet<>(times).stream().mapToDouble(Double::doubleValue).toArray());
    for (int i = 0; i < size; i++) {
      assertThat(sorted[places[codes[i]]]).isEqualTo(times.get(i));
    }
  }
}
