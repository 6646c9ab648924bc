package dev.laurel.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreContestTest {
  private static final byte[] ANSWERS = Answers.bytes(20_003);

  @ParameterizedTest
  @EnumSource(names = {"PROMOTERS", "HISTOGRAM", "PLAIN_LOOP", "ONE_BY_ONE", "BOXED_STREAM"})
  void everyContenderFindsTheSameScore(ScoreContest contender) {
    long net = 0;
    for (byte answer : ANSWERS) {
      net += answer > 8 ? 1 : answer < 7 ? -1 : 0;
    }

    assertThat(contender.enter(ANSWERS).getAsLong()).isEqualTo(net);
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOTSTRAP_EXACT", "BOOTSTRAP_RESAMPLED"})
  void bothBootstrapsEndAtTheSameHundredths(ScoreContest contender) {
    byte[] few = Arrays.copyOf(ANSWERS, 2_000);

    assertThat(contender.enter(few).getAsLong())
        .isEqualTo(ScoreContest.BOOTSTRAP_EXACT.enter(few).getAsLong());
  }
}
