package dev.laurel.benchmarks.score;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.score.ByteScores;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.NetMethod;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.survey.Conventions;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways to a Net Promoter Score, and to its bootstrap interval. */
enum ScoreContest {
  /** No score: the same bytes added up as numbers of 64 bits, which is what memory allows. */
  PROBE {
    @Override
    LongSupplier enter(byte[] answers) {
      long[] words = Answers.words(answers);
      return () -> {
        long sum = 0;
        for (long word : words) {
          sum += word;
        }
        return sum;
      };
    }
  },
  /** Detractors, passives and promoters. */
  PROMOTERS {
    @Override
    LongSupplier enter(byte[] answers) {
      return () -> net(ByteScores.promoterCounts(answers));
    }
  },
  /** Each of the eleven answers. */
  HISTOGRAM {
    @Override
    LongSupplier enter(byte[] answers) {
      return () -> net(ByteScores.histogram(Conventions.NPS, answers).netCounts());
    }
  },
  /** Eleven counters and a loop. */
  PLAIN_LOOP {
    @Override
    LongSupplier enter(byte[] answers) {
      return () -> {
        long[] counts = new long[11];
        for (byte answer : answers) {
          counts[answer]++;
        }
        return counts[9] + counts[10] - Arrays.stream(counts, 0, 7).sum();
      };
    }
  },
  /** The readable accumulator. */
  ONE_BY_ONE {
    @Override
    LongSupplier enter(byte[] answers) {
      return () -> {
        ScoreAccumulator accumulator = new ScoreAccumulator(Conventions.NPS);
        for (byte answer : answers) {
          accumulator.add(answer);
        }
        return net(accumulator.snapshot().netCounts());
      };
    }
  },
  /** Groups of boxed numbers. */
  BOXED_STREAM {
    @Override
    LongSupplier enter(byte[] answers) {
      return () -> {
        Map<Integer, Long> counts = IntStream.range(0, answers.length)
            .mapToObj(i -> (int) answers[i])
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
            .mapToLong(each ->
                each.getKey() > 8 ? each.getValue() : each.getKey() < 7 ? -each.getValue() : 0)
            .sum();
      };
    }
  },
  /** The interval by the distribution of all resamples, from the three counts. */
  BOOTSTRAP_EXACT {
    @Override
    LongSupplier enter(byte[] answers) {
      NetCounts counts = ByteScores.promoterCounts(answers);
      return () -> hundredths(NetMethod.EXACT_BOOTSTRAP.unclipped(counts, Confidence.P95));
    }
  },
  /** The interval by a thousand resamples of all answers. */
  BOOTSTRAP_RESAMPLED {
    @Override
    LongSupplier enter(byte[] answers) {
      return () -> hundredths(resampled(answers));
    }
  };

  private static final int RESAMPLES = 1_000;

  /** The contender, made ready for these answers; it gives promoters less detractors. */
  abstract LongSupplier enter(byte[] answers);

  private static long net(NetCounts counts) {
    return counts.positives() - counts.negatives();
  }

  /** Both ends to a hundredth, so that two ways to an interval can be compared. */
  private static long hundredths(Interval interval) {
    return Math.round(100 * interval.lower()) * 1_000 + Math.round(100 * interval.upper());
  }

  private static Interval resampled(byte[] answers) {
    SplittableRandom random = new SplittableRandom(5);
    double[] scores = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      long sum = 0;
      for (int draw = 0; draw < answers.length; draw++) {
        byte answer = answers[random.nextInt(answers.length)];
        sum += answer > 8 ? 1 : answer < 7 ? -1 : 0;
      }
      scores[i] = (double) sum / answers.length;
    }
    Arrays.sort(scores);
    return new Interval(
        scores[RESAMPLES * 25 / 1000], scores[RESAMPLES * 975 / 1000], Confidence.P95);
  }
}
