package dev.laurel.tiers.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Folds with the faults of real systems, each of which one law must catch. */
class BrokenStatusTest {
  enum Twin {
    /** The tier begins one above its threshold. */
    ASKS_FOR_MORE_THAN_THE_THRESHOLD(StatusLaw.THE_THRESHOLD_ITSELF_REACHES) {
      @Override
      StatusFold fold() {
        return new NaiveStatus() {
          @Override
          boolean isReached(long threshold, long miles) {
            return miles > threshold;
          }
        };
      }
    },
    /** The lowest tier is skipped. */
    SKIPS_THE_FIRST_TIER(StatusLaw.ONE_TIER_AT_EVERY_INSTANT) {
      @Override
      StatusFold fold() {
        return new NaiveStatus() {
          @Override
          int reached(TierLadder ladder, long miles) {
            int level = super.reached(ladder, miles);
            return level == 1 ? 0 : level;
          }
        };
      }
    },
    /** The level follows the balance, so that spending demotes. */
    LOOKS_AT_THE_BALANCE(StatusLaw.SPENDING_CHANGES_NOTHING) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> facts.stream().anyMatch(StatusFact.Balanced.class::isInstance)
            ? 0
            : StatusFold.proper().level(ladder, facts, at);
      }
    },
    /** What came back still counts. */
    FORGETS_RETURNS(StatusLaw.A_RETURN_UNDOES_ITS_EVENT) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> StatusFold.proper()
            .level(
                ladder,
                facts.stream().filter(f -> !(f instanceof StatusFact.Corrected)).toList(),
                at);
      }
    },
    /** Twelve months are 365 days. */
    COUNTS_A_YEAR_AS_365_DAYS(StatusLaw.ROLLING_WINDOWS_ARE_RECOUNTED) {
      @Override
      StatusFold fold() {
        return new NaiveStatus() {
          @Override
          long rolling(List<StatusFact> facts, Period length, Instant at) {
            return super.rolling(facts, Period.ofDays(365), at);
          }
        };
      }
    },
    /** Members fall as soon as the year begins, whatever they had reached. */
    DEMOTES_WITHOUT_REVIEW(StatusLaw.ONE_TIER_AT_EVERY_INSTANT) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> new NaiveStatus()
            .level(
                ladder,
                facts.stream()
                    .filter(fact -> NaiveStatus.day(fact.occurredAt()).getYear()
                        == NaiveStatus.day(at).getYear())
                    .toList(),
                at);
      }
    },
    /** Members fall within the year as months pass without an event. */
    DEMOTES_BETWEEN_REVIEWS(StatusLaw.NO_FALL_BETWEEN_REVIEWS) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> NaiveStatus.day(at).getMonthValue() == 11
            ? 0
            : StatusFold.proper().level(ladder, facts, at);
      }
    },
    /** The soft landing takes two. */
    LANDS_HARD(StatusLaw.SOFT_LANDINGS_TAKE_ONE_TIER) {
      @Override
      StatusFold fold() {
        return new NaiveStatus() {
          @Override
          int afterFailedReview(TierLadder ladder, int level, int qualified) {
            return Math.max(level - 2, qualified);
          }
        };
      }
    },
    /** Only the event that arrived last counts. */
    COUNTS_BY_ARRIVAL(StatusLaw.THE_ORDER_CHANGES_NOTHING) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> StatusFold.proper()
            .level(
                ladder,
                facts.isEmpty() ? facts : facts.subList(facts.size() - 1, facts.size()),
                at);
      }
    },
    /** Another event begins the count anew. */
    FORGETS_WHAT_WAS(StatusLaw.MORE_IS_NEVER_LESS) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> {
          List<StatusFact> last = new ArrayList<>(facts);
          last.sort(Comparator.comparing(StatusFact::occurredAt));
          return StatusFold.proper()
              .level(
                  ladder, last.isEmpty() ? last : last.subList(last.size() - 1, last.size()), at);
        };
      }
    },
    /** Each look at a member takes a tier away. */
    FALLS_WHEN_LOOKED_AT(StatusLaw.LOOKING_CHANGES_NOTHING) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> {
          int level = StatusFold.proper().level(ladder, facts, at);
          boolean isLooked = facts.stream().anyMatch(StatusFact.Balanced.class::isInstance);
          return isLooked ? Math.max(0, level - 1) : level;
        };
      }
    },
    /** Tiers are ordered by their names. */
    ORDERS_BY_NAME(StatusLaw.NAMES_CHANGE_NOTHING) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> {
          int level = StatusFold.proper().level(ladder, facts, at);
          List<String> codes = ladder.rungs().stream()
              .map(Rung::tier)
              .map(Object::toString)
              .sorted()
              .toList();
          return level == 0 ? 0 : 1 + codes.indexOf(ladder.tier(level).code());
        };
      }
    },
    /** A ladder of more rungs is thought to be harder. */
    COUNTS_RUNGS(StatusLaw.A_NEW_TIER_TOUCHES_ITS_INTERVAL_ALONE) {
      @Override
      StatusFold fold() {
        return (ladder, facts, at) -> Math.max(
            0, StatusFold.proper().level(ladder, facts, at) - ladder.rungs().size() / 2);
      }
    };

    private final StatusLaw law;

    Twin(StatusLaw law) {
      this.law = law;
    }

    abstract StatusFold fold();
  }

  @ParameterizedTest
  @EnumSource(Twin.class)
  void lawCatchesItsTwin(Twin twin) {
    boolean isCaught = false;
    for (long seed = 0; seed < 2_000 && !isCaught; seed++) {
      try {
        twin.law.check(new StatusLaw.Trial(twin.fold(), seed));
      } catch (AssertionError broken) {
        isCaught = true;
      }
    }

    assertThat(isCaught).isTrue();
  }
}
