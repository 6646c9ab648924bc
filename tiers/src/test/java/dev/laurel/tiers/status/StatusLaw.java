package dev.laurel.tiers.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.tiers.ladder.LateCredits;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.RefundEffect;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The laws of tiers, each stated for any fold behind the port; the letters are those of the
 * invariants in the specification.
 */
enum StatusLaw {
  /** E1: one more event of the same year never lowers a tier of that year. */
  MORE_IS_NEVER_LESS {
    @Override
    void check(Trial trial) {
      List<StatusFact> facts = trial.life();
      StatusFact more = trial.one("more", trial.instant(), 1 + trial.random.nextInt(150));
      List<StatusFact> with = new ArrayList<>(facts);
      with.add(more);
      Instant end = yearEnd(more.occurredAt());
      assertThat(trial.level(with, end)).isGreaterThanOrEqualTo(trial.level(facts, end));
    }
  },
  /** E2: at every instant exactly one tier, the one that the naive reading gives. */
  ONE_TIER_AT_EVERY_INSTANT {
    @Override
    void check(Trial trial) {
      List<StatusFact> facts = trial.life();
      for (int i = 0; i < 12; i++) {
        Instant at = trial.instant().plus(Duration.ofDays(trial.random.nextInt(900)));
        assertThat(trial.level(facts, at))
            .isEqualTo(new NaiveStatus().level(trial.ladder, facts, at));
      }
    }
  },
  /** E3: the threshold reaches the tier, one less does not. */
  THE_THRESHOLD_ITSELF_REACHES {
    @Override
    void check(Trial trial) {
      for (int level = 1; level <= trial.ladder.rungs().size(); level++) {
        long threshold = trial.threshold(level);
        Instant at = trial.instant();
        assertThat(trial.level(List.of(trial.one("a", at, threshold)), at)).isEqualTo(level);
        if (threshold > 1) {
          assertThat(trial.level(List.of(trial.one("a", at, threshold - 1)), at))
              .isEqualTo(level - 1);
        }
      }
    }
  },
  /** E4: within a year, and in their arrival, the order of events changes nothing. */
  THE_ORDER_CHANGES_NOTHING {
    @Override
    void check(Trial trial) {
      List<StatusFact> facts = trial.life();
      List<StatusFact> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, trial.random);
      Instant end = yearEnd(NaiveStatus.end(facts));
      assertThat(trial.level(shuffled, end)).isEqualTo(trial.level(facts, end));
    }
  },
  /** E5, C14: what was bought and returned leaves no trace. */
  A_RETURN_UNDOES_ITS_EVENT {
    @Override
    void check(Trial trial) {
      TierLadder now = trial.terms().refunds(RefundEffect.RECALCULATE_NOW).build();
      List<StatusFact> facts = trial.life();
      Instant bought = NaiveStatus.end(facts).plus(Duration.ofHours(1));
      List<StatusFact> with = new ArrayList<>(facts);
      for (int i = 0; i < 3; i++) {
        Instant at = bought.plusSeconds(i * 60L);
        with.add(trial.one("bought-" + i, at, 1 + trial.random.nextInt(400)));
        with.add(Lives.refunded("back-" + i, at.plusSeconds(30).toString(), "bought-" + i));
      }
      Instant end = yearEnd(NaiveStatus.end(with));
      Instant before = yearEnd(bought).equals(end) ? end : bought;
      assertThat(trial.fold.level(now, with, end.isAfter(before) ? end : before))
          .isEqualTo(trial.fold.level(now, facts, end.isAfter(before) ? end : before));
    }
  },
  /** E6: a rolling tier is what the raw log of the window gives, 29 February included. */
  ROLLING_WINDOWS_ARE_RECOUNTED {
    @Override
    void check(Trial trial) {
      TierLadder rolling = trial
          .terms()
          .period(QualifyingPeriod.rolling(Period.ofMonths(12)))
          .validity(Validity.whileQualified())
          .build();
      List<StatusFact> facts = trial.life();
      for (int i = 0; i < 12; i++) {
        Instant at = trial.instant().plus(Duration.ofDays(trial.random.nextInt(400)));
        if (i % 2 == 0 && !facts.isEmpty()) {
          Instant event = facts.get(trial.random.nextInt(facts.size())).occurredAt();
          at = NaiveStatus.day(event)
              .plusYears(1)
              .plusDays(trial.random.nextInt(3) - 1L)
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC);
        }
        assertThat(trial.fold.level(rolling, facts, at))
            .isEqualTo(new NaiveStatus().level(rolling, facts, at));
      }
    }
  },
  /** E7, E13: spending and expiring points changes no tier. */
  SPENDING_CHANGES_NOTHING {
    @Override
    void check(Trial trial) {
      List<StatusFact> facts = trial.life();
      List<StatusFact> with = new ArrayList<>();
      for (StatusFact fact : facts) {
        with.add(fact);
        with.add(Lives.balance("b-" + fact.id(), fact.occurredAt().toString(), 0));
      }
      Instant at = NaiveStatus.end(facts);
      assertThat(trial.level(with, at)).isEqualTo(trial.level(facts, at));
      assertThat(trial.level(with, yearEnd(at))).isEqualTo(trial.level(facts, yearEnd(at)));
    }
  },
  /** E8: looking at a member, or holding a review again, changes nothing. */
  LOOKING_CHANGES_NOTHING {
    @Override
    void check(Trial trial) {
      List<StatusFact> facts = trial.life();
      Instant looked = yearEnd(NaiveStatus.end(facts)).plus(Duration.ofMillis(1));
      List<StatusFact> with = new ArrayList<>(facts);
      with.add(Lives.balance("look-1", looked.toString(), 1));
      with.add(Lives.balance("look-2", looked.toString(), 2));
      for (int days : new int[] {0, 1, 200, 366, 800}) {
        Instant at = looked.plus(Duration.ofDays(days));
        assertThat(trial.level(with, at)).isEqualTo(trial.level(facts, at));
      }
    }
  },
  /** E9: between reviews no tier falls. */
  NO_FALL_BETWEEN_REVIEWS {
    @Override
    void check(Trial trial) {
      List<StatusFact> facts = trial.life();
      for (int year = 2024; year <= 2029; year++) {
        int before = 0;
        for (int month = 3; month <= 12; month++) {
          Instant at =
              Instant.parse(String.format(Locale.ROOT, "%d-%02d-02T00:00:00Z", year, month));
          int now = trial.level(facts, at);
          assertThat(now).isGreaterThanOrEqualTo(before);
          before = now;
        }
      }
    }
  },
  /** E10: a soft landing takes at most one tier a review. */
  SOFT_LANDINGS_TAKE_ONE_TIER {
    @Override
    void check(Trial trial) {
      TierLadder soft = trial.terms().review(ReviewOutcome.dropOne()).build();
      List<StatusFact> facts = trial.life();
      for (int year = 2024; year <= 2030; year++) {
        Instant next = Instant.parse((year + 1) + "-01-01T00:00:00Z");
        Instant last = next.minusSeconds(1);
        assertThat(trial.fold.level(soft, facts, next))
            .isGreaterThanOrEqualTo(trial.fold.level(soft, facts, last) - 1);
      }
    }
  },
  /** E11: the names of tiers change nothing. */
  NAMES_CHANGE_NOTHING {
    @Override
    void check(Trial trial) {
      TierLadder.Builder renamed = TierLadder.builder();
      renamed.code("other").base(Tier.of("a", "A")).review(trial.ladder.review());
      for (int level = 1; level <= trial.ladder.rungs().size(); level++) {
        renamed.addRung(
            Rung.of(Tier.of("z" + (9 - level), "Z"), trial.ladder.rung(level).enter()));
      }
      List<StatusFact> facts = trial.life();
      Instant at = trial.instant();
      assertThat(trial.fold.level(renamed.build(), facts, at)).isEqualTo(trial.level(facts, at));
    }
  },
  /** E12: a tier put between two changes nothing for members outside that interval. */
  A_NEW_TIER_TOUCHES_ITS_INTERVAL_ALONE {
    @Override
    void check(Trial trial) {
      TierLadder before = trial.terms().review(ReviewOutcome.dropToQualified()).build();
      int above = 1 + trial.random.nextInt(before.rungs().size());
      long low = above == 1 ? 0 : trial.threshold(above - 1);
      long between = (low + trial.threshold(above)) / 2;
      if (between <= low || between >= trial.threshold(above)) {
        return;
      }
      TierLadder.Builder refined = TierLadder.builder();
      refined.code(before.code()).base(before.base()).review(before.review());
      for (int level = 1; level <= before.rungs().size(); level++) {
        if (level == above) {
          refined.addRung(Rung.of(Tier.of("between", "Between"), Lives.miles(between)));
        }
        refined.addRung(before.rung(level));
      }
      List<StatusFact> facts = trial.life();
      Instant at = trial.instant();
      int level = trial.fold.level(refined.build(), facts, at);
      assertThat(level >= above ? level - 1 : level).isEqualTo(trial.fold.level(before, facts, at));
    }
  };

  abstract void check(Trial trial);

  static Instant yearEnd(Instant at) {
    return Instant.parse(NaiveStatus.day(at).getYear() + "-12-31T23:59:59Z");
  }

  /** A fold, a ladder of calendar years and a source of lives. */
  static final class Trial {
    private final StatusFold fold;
    private final Random random;
    private final TierLadder ladder;
    private final List<Long> thresholds = new ArrayList<>();
    private final ReviewOutcome review;

    Trial(StatusFold fold, long seed) {
      this.fold = fold;
      this.random = new Random(seed);
      long threshold = 0;
      int rungs = 1 + random.nextInt(4);
      for (int i = 0; i < rungs; i++) {
        threshold += 1 + random.nextInt(120);
        thresholds.add(threshold);
      }
      this.review = List.of(
              ReviewOutcome.dropToQualified(),
              ReviewOutcome.dropOne(),
              ReviewOutcome.dropToBase(),
              ReviewOutcome.keep())
          .get(random.nextInt(4));
      this.ladder = terms().review(review).build();
    }

    /** A ladder of the thresholds on which more can be said. */
    TierLadder.Builder terms() {
      TierLadder.Builder terms = TierLadder.builder();
      terms.code("elite").base(Lives.MEMBER).lateCredits(LateCredits.FULL);
      for (int i = 0; i < thresholds.size(); i++) {
        terms.addRung(Rung.of(Tier.of("t" + (i + 1), "T"), Lives.miles(thresholds.get(i))));
      }
      return terms;
    }

    long threshold(int level) {
      return thresholds.get(level - 1);
    }

    int level(List<StatusFact> facts, Instant at) {
      return fold.level(ladder, facts, at);
    }

    Instant instant() {
      return StatusFold.ENROLLED.plus(Duration.ofHours(random.nextInt(24 * 1500)));
    }

    List<StatusFact> life() {
      List<StatusFact> life = new ArrayList<>();
      int events = random.nextInt(14);
      for (int i = 0; i < events; i++) {
        life.add(one("f-" + i, instant(), 1 + random.nextInt(120)));
      }
      life.sort(StatusFact.BY_BUSINESS_TIME);
      return life;
    }

    StatusFact one(String id, Instant at, long miles) {
      return Lives.flown(id, at.toString(), miles);
    }
  }
}
