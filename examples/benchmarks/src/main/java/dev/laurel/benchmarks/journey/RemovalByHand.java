package dev.laurel.benchmarks.journey;

import java.util.HashMap;
import java.util.Map;

/**
 * Removal effects as one writes them for one data set: a table of moves between channels, and for
 * each channel the chain solved without it.
 */
final class RemovalByHand {
  private RemovalByHand() {}

  /** The effect of each channel, its paths split as text and its names looked up in a map. */
  static double[] fromTexts(InventedPaths paths) {
    Map<String, Integer> codeOf = new HashMap<>();
    InventedPaths.CHANNELS.forEach(channel -> codeOf.put(channel.value(), codeOf.size()));
    int channels = codeOf.size();
    long[][] moves = new long[channels + 1][channels + 2];
    for (int path = 0; path < paths.size(); path++) {
      String text = paths.text(path);
      long weight = paths.conversions()[path] + paths.others()[path];
      int from = channels;
      int begin = 0;
      while (begin <= text.length()) {
        int end = text.indexOf(" > ", begin);
        end = end < 0 ? text.length() : end;
        int to = codeOf.getOrDefault(text.substring(begin, end), 0);
        moves[from][to] += weight;
        from = to;
        begin = end + 3;
      }
      moves[from][channels] += paths.conversions()[path];
      moves[from][channels + 1] += paths.others()[path];
    }
    return effects(moves);
  }

  /** The effect of each channel, its paths being codes. */
  static double[] fromCodes(InventedPaths paths) {
    int channels = InventedPaths.CHANNELS.size();
    long[][] moves = new long[channels + 1][channels + 2];
    for (int path = 0; path < paths.size(); path++) {
      long weight = paths.conversions()[path] + paths.others()[path];
      int from = channels;
      for (int place = paths.begins()[path]; place < paths.begins()[path + 1]; place++) {
        int to = paths.codes()[place];
        moves[from][to] += weight;
        from = to;
      }
      moves[from][channels] += paths.conversions()[path];
      moves[from][channels + 1] += paths.others()[path];
    }
    return effects(moves);
  }

  private static double[] effects(long[][] moves) {
    int channels = moves.length - 1;
    double all = conversion(moves, -1);
    double[] effects = new double[channels];
    for (int without = 0; without < channels; without++) {
      effects[without] = 1 - conversion(moves, without) / all;
    }
    return effects;
  }

  /** The conversion rate where one channel leads nowhere, by elimination. */
  private static double conversion(long[][] moves, int without) {
    int size = moves.length;
    double[][] lines = new double[size][size + 1];
    for (int from = 0; from < size; from++) {
      double sum = 0;
      for (long count : moves[from]) {
        sum += count;
      }
      lines[from][from] = 1;
      if (from != without && sum > 0) {
        for (int to = 0; to < size - 1; to++) {
          lines[from][to] -= moves[from][to] / sum;
        }
        lines[from][size] = moves[from][size - 1] / sum;
      }
    }
    for (int pivot = 0; pivot < size; pivot++) {
      for (int line = 0; line < size; line++) {
        double factor = line == pivot ? 0 : lines[line][pivot] / lines[pivot][pivot];
        for (int at = pivot; at <= size && factor != 0; at++) {
          lines[line][at] -= factor * lines[pivot][at];
        }
      }
    }
    return lines[size - 1][size] / lines[size - 1][size - 1];
  }
}
