package dev.laurel.tiers.status;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slow and obvious reading of the terms, for ladders with one threshold of miles for each tier:
 * calendar years with tiers that last through the next one, and rolling windows with tiers that
 * last while qualified. It goes through the years one by one and sums the raw log again each time.
 */
class NaiveStatus implements StatusFold {
  @Override
  public int level(TierLadder ladder, List<StatusFact> arrivals, Instant at) {
    List<StatusFact> facts = new ArrayList<>(arrivals);
    facts.sort(StatusFact.BY_BUSINESS_TIME);
    facts.removeIf(fact -> fact.occurredAt().isAfter(at));
    return ladder.period() instanceof QualifyingPeriod.Rolling rolling
        ? reached(ladder, rolling(facts, rolling.length(), at))
        : yearly(ladder, facts, at);
  }

  /** The miles of the days after the one a period ago, up to the day of the instant. */
  long rolling(List<StatusFact> facts, Period length, Instant at) {
    LocalDate today = day(at);
    return facts.stream()
        .filter(StatusFact.Happened.class::isInstance)
        .filter(fact ->
            !day(fact.occurredAt()).plusDays(0).isBefore(today.plusDays(1).minus(length)))
        .mapToLong(fact -> miles((StatusFact.Happened) fact))
        .sum();
  }

  private int yearly(TierLadder ladder, List<StatusFact> facts, Instant at) {
    int level = 0;
    int reviewYear = 0;
    for (int year = day(ENROLLED).getYear(); year <= day(at).getYear(); year++) {
      List<StatusFact> inYear = new ArrayList<>();
      for (StatusFact fact : facts) {
        if (day(fact.occurredAt()).getYear() == year) {
          inYear.add(fact);
          int now = reached(ladder, sum(inYear));
          if (now > level) {
            level = now;
            reviewYear = year + 1;
          }
        }
      }
      if (level > 0 && year == reviewYear && year < day(at).getYear()) {
        long miles = sum(inYear);
        int qualified = Math.min(level, reached(ladder, miles));
        level = qualified == level ? level : afterFailedReview(ladder, level, qualified);
        reviewYear = year + 1;
      }
    }
    return level;
  }

  int afterFailedReview(TierLadder ladder, int level, int qualified) {
    if (ladder.review() instanceof ReviewOutcome.DropOne) {
      return Math.max(level - 1, qualified);
    }
    if (ladder.review() instanceof ReviewOutcome.DropToBase) {
      return 0;
    }
    return ladder.review() instanceof ReviewOutcome.Keep ? level : qualified;
  }

  int reached(TierLadder ladder, long miles) {
    int level = 0;
    while (level < ladder.rungs().size() && isReached(threshold(ladder, level + 1), miles)) {
      level++;
    }
    return level;
  }

  boolean isReached(long threshold, long miles) {
    return miles >= threshold;
  }

  private static long threshold(TierLadder ladder, int level) {
    return ((Qualification.Reach) ladder.rung(level).enter()).threshold();
  }

  /** The miles of facts of one year as they stand after its returns. */
  long sum(List<StatusFact> facts) {
    Map<ActivityId, Long> miles = new HashMap<>();
    for (StatusFact fact : facts) {
      if (fact instanceof StatusFact.Happened happened) {
        miles.put(happened.event().activity(), miles(happened));
      } else if (fact instanceof StatusFact.Corrected corrected) {
        miles.put(corrected.event(), 0L);
      }
    }
    return miles.values().stream().mapToLong(Long::longValue).sum();
  }

  static long miles(StatusFact.Happened happened) {
    return happened.event().credits().stream()
        .mapToLong(credit -> credit.points().units())
        .sum();
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /** The last instant of interest: the latest fact, or enrolment. */
  static Instant end(List<StatusFact> facts) {
    return facts.stream()
        .map(StatusFact::occurredAt)
        .max(Comparator.naturalOrder())
        .orElse(ENROLLED);
  }
}
