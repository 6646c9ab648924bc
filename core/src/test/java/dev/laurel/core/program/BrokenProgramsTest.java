package dev.laurel.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.testkit.BrokenPrograms;
import dev.laurel.core.testkit.ProgramLaw;
import dev.laurel.core.testkit.ProgramLives;
import dev.laurel.core.testkit.ProgramUnderTest;
import dev.laurel.core.testkit.Programs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each law catches the twin that was broken for it, and the proper fold breaks none on the same
 * cases.
 */
class BrokenProgramsTest {
  private static final int CASES = 300;

  private final Program program = Programs.shop(Programs.oneYear(Programs.STARS))
      .lateActivities(LateCommands.REPLAY)
      .build();
  private final ProgramLives lives = ProgramLives.usual();
  private final Loyalty loyalty = Loyalty.of(program);

  @ParameterizedTest
  @EnumSource(BrokenPrograms.class)
  void theLawCatchesItsTwin(BrokenPrograms twin) {
    assertThat(failures(twin.law(), twin.twinOf(loyalty))).isPositive();
  }

  @ParameterizedTest
  @EnumSource(ProgramLaw.class)
  void theProperFoldKeepsTheLaw(ProgramLaw law) {
    assertThat(failures(law, ProgramUnderTest.proper(loyalty))).isZero();
  }

  @Test
  void everyLawButTheExplanationHasATwin() {
    assertThat(Stream.of(BrokenPrograms.values()).map(BrokenPrograms::law))
        .containsExactlyInAnyOrderElementsOf(Stream.of(ProgramLaw.values())
            .filter(law -> law != ProgramLaw.EVERY_RULE_IS_ACCOUNTED_FOR)
            .toList());
  }

  private long failures(ProgramLaw law, ProgramUnderTest fold) {
    Random random = new Random(42);
    Instant end = ProgramLives.START.plus(Duration.ofDays(2_000));
    long failures = 0;
    for (int i = 0; i < CASES; i++) {
      List<Activity> life = lives.life(random.longs(random.nextInt(11)).boxed().toList());
      Purchase purchase = lives.purchase("one-more", end, random.nextLong());
      try {
        law.check(fold, program, life, purchase, i);
      } catch (AssertionError caught) {
        failures++;
      }
    }
    return failures;
  }
}
