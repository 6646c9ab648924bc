package dev.laurel.benchmarks.journey;

import dev.laurel.journeys.identity.TouchpointId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Paths over twelve channels as exports have them, a text such as {@code mail > search > mail} with
 * the conversions and the others, and the same as codes; about four and a half touchpoints each.
 */
public final class InventedPaths {
  static final List<TouchpointId> CHANNELS = List.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mi")
      .stream()
      .map(TouchpointId::of)
      .toList();

  private final int[] begins;
  private final int[] codes;
  private final long[] conversions;
  private final long[] others;
  private final String[] texts;

  private InventedPaths(int[] begins, int[] codes, long[] conversions, long[] others) {
    this.begins = begins;
    this.codes = codes;
    this.conversions = conversions;
    this.others = others;
    this.texts = IntStream.range(0, conversions.length)
        .mapToObj(path -> Arrays.stream(codes, begins[path], begins[path + 1])
            .mapToObj(code -> CHANNELS.get(code).value())
            .collect(Collectors.joining(" > ")))
        .toArray(String[]::new);
  }

  /** So many paths, the same for the same seed. */
  public static InventedPaths of(int paths, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] begins = new int[paths + 1];
    int[] codes = new int[20 * paths];
    long[] conversions = new long[paths];
    long[] others = new long[paths];
    int at = 0;
    for (int path = 0; path < paths; path++) {
      int code = random.nextInt(CHANNELS.size());
      do {
        codes[at++] = code;
        // Some channels are met more often than others, and often again.
        code = random.nextInt(3) == 0 ? code : random.nextInt(1 + random.nextInt(CHANNELS.size()));
      } while (at - begins[path] < 20 && random.nextInt(9) < 7);
      begins[path + 1] = at;
      conversions[path] = random.nextInt(5) == 0 ? 1 : 0;
      others[path] = 1 - conversions[path];
    }
    return new InventedPaths(begins, Arrays.copyOf(codes, at), conversions, others);
  }

  int size() {
    return conversions.length;
  }

  int[] begins() {
    return begins;
  }

  int[] codes() {
    return codes;
  }

  long[] conversions() {
    return conversions;
  }

  long[] others() {
    return others;
  }

  String text(int path) {
    return texts[path];
  }
}
