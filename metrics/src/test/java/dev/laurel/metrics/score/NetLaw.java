package dev.laurel.metrics.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** The invariants of a net score as questions with a yes or no, for one sample of answers. */
enum NetLaw {
  G1_PROMOTERS_LESS_DETRACTORS {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      long promoters = answers.stream().filter(answer -> answer >= 9).count();
      long detractors = answers.stream().filter(answer -> answer <= 6).count();
      return answers.isEmpty()
          || near(net.of(answers), (double) (promoters - detractors) / answers.size());
    }
  },
  G2_ORDER_DOES_NOT_MATTER {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      List<Integer> shuffled = new ArrayList<>(answers);
      Collections.shuffle(shuffled, random);
      return same(net.of(answers), net.of(shuffled));
    }
  },
  G3_REPEATING_CHANGES_NOTHING {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      List<Integer> twice = new ArrayList<>(answers);
      twice.addAll(answers);
      return same(net.of(answers), net.of(twice));
    }
  },
  G4_MERGE_IS_WHOLE {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      int cut = random.nextInt(answers.size() + 1);
      NetUnderTest merged = net.of(answers.subList(0, cut));
      merged.merge(net.of(answers.subList(cut, answers.size())));
      return same(net.of(answers), merged);
    }
  },
  G5_TAKING_BACK {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      int cut = random.nextInt(answers.size() + 1);
      NetUnderTest rest = net.of(answers);
      answers.subList(cut, answers.size()).forEach(rest::remove);
      return same(rest, net.of(answers.subList(0, cut)));
    }
  },
  G6_ONE_CONVERT_IS_TWO_OUT_OF_N {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      int detractor = answers.indexOf(0);
      if (detractor < 0) {
        return true;
      }
      List<Integer> better = new ArrayList<>(answers);
      better.set(detractor, 10);
      double gain =
          net.of(better).score().orElseThrow() - net.of(answers).score().orElseThrow();
      return Math.abs(gain - 2.0 / answers.size()) < 1e-12;
    }
  },
  G7_NO_ANSWERS_NO_SCORE {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      return net.none().score().isEmpty();
    }
  },
  G14_INTERVAL_CONTAINS_AND_STAYS_WITHIN {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      if (answers.isEmpty()) {
        return true;
      }
      NetUnderTest of = net.of(answers);
      var interval = of.interval();
      return interval.contains(of.score().orElseThrow())
          && interval.lower() >= -1
          && interval.upper() <= 1;
    }
  },
  G14_INTERVAL_NARROWS {
    @Override
    boolean holds(NetUnderTest net, List<Integer> answers, Random random) {
      List<Integer> twice = new ArrayList<>(answers);
      twice.addAll(answers);
      return answers.isEmpty()
          || net.of(twice).interval().width() < net.of(answers).interval().width();
    }
  };

  abstract boolean holds(NetUnderTest net, List<Integer> answers, Random random);

  private static boolean same(NetUnderTest one, NetUnderTest other) {
    OptionalDouble value = one.score();
    return value.isEmpty() ? other.score().isEmpty() : near(other, value.getAsDouble());
  }

  private static boolean near(NetUnderTest net, double value) {
    return net.score().isPresent() && Math.abs(net.score().getAsDouble() - value) < 1e-12;
  }
}
