package dev.laurel.tiers.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways of comparing programs that are wrong in one place, each caught by its law. */
class BrokenWhatIfTest {
  private static final long SEEDS = 500;

  enum Twin {
    /** The other program is looked at as of the member's last event, with less gone by then. */
    LOOKS_AT_TWO_INSTANTS(WhatIfLaw.THE_SAME_PROGRAM_CHANGES_NOTHING) {
      @Override
      WhatIfLaw.Comparer comparer() {
        return (question, life) -> {
          Instant last = life.events().stream()
              .map(MembershipEvent::occurredAt)
              .max(Instant::compareTo)
              .orElse(question.asOf());
          WhatIf other = new WhatIf(question.now(), question.then(), last);
          return new MemberDifference(
              life.member(), question.compare(life).now(), other.compare(life).then());
        };
      }
    },
    /** What is and what would be are mistaken for each other. */
    SWAPS_THE_PROGRAMS(WhatIfLaw.HIGHER_THRESHOLDS_RAISE_NOBODY) {
      @Override
      WhatIfLaw.Comparer comparer() {
        return (question, life) -> {
          MemberDifference difference = question.compare(life);
          return new MemberDifference(
              life.member(), /* now= */ difference.then(), /* then= */ difference.now());
        };
      }
    },
    /** Counters that one member leaves behind go to the next. */
    KEEPS_WHAT_THE_LAST_ONE_LEFT(WhatIfLaw.MEMBERS_DO_NOT_TOUCH_EACH_OTHER) {
      @Override
      WhatIfLaw.Comparer comparer() {
        return new WhatIfLaw.Comparer() {
          private MemberDifference.@Nullable View left;

          @Override
          public MemberDifference compare(WhatIf question, WhatIf.Life life) {
            MemberDifference difference = question.compare(life);
            MemberDifference.View then = left == null ? difference.then() : left;
            left = difference.then();
            return new MemberDifference(life.member(), difference.now(), then);
          }
        };
      }
    };

    private final WhatIfLaw law;

    Twin(WhatIfLaw law) {
      this.law = law;
    }

    abstract WhatIfLaw.Comparer comparer();
  }

  @ParameterizedTest
  @EnumSource(Twin.class)
  void theLawCatchesItsTwin(Twin twin) {
    assertThat(LongStream.range(0, SEEDS).filter(seed -> isCaught(twin, seed)).count())
        .isGreaterThan(SEEDS / 50);
  }

  private static boolean isCaught(Twin twin, long seed) {
    try {
      twin.law.check(twin.comparer(), seed);
      return false;
    } catch (AssertionError broken) {
      return true;
    }
  }

  @Test
  void everyLawHasATwin() {
    assertThat(Arrays.stream(Twin.values()).map(twin -> twin.law))
        .containsExactlyInAnyOrder(WhatIfLaw.values());
  }
}
