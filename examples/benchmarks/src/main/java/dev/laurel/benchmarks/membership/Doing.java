package dev.laurel.benchmarks.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One thing that a member does.
 *
 * @param kind what
 * @param day the day, UTC
 * @param second the second of the day
 * @param cents what is paid, for a purchase
 */
record Doing(Kind kind, LocalDate day, int second, long cents) {
  /** What a member may do. */
  enum Kind {
    /** Buys something. */
    BUY,
    /** Spends 100 stars. */
    SPEND,
    /** Visits the lounge. */
    LOUNGE
  }

  /** The first year of every life. */
  static final int FIRST_YEAR = 2020;

  private static final long SECONDS = 86_400;

  Instant at() {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(second);
  }

  /**
   * Years of a member's life in order of time, for each year eight purchases of EUR 1 to 250, three
   * times spending and three visits to the lounge.
   */
  static List<Doing> life(long member, int years) {
    SplittableRandom random = new SplittableRandom(member);
    List<Doing> life = new ArrayList<>(years * 14);
    for (int year = 0; year < years; year++) {
      LocalDate first = LocalDate.of(FIRST_YEAR + year, 1, 1);
      int days = first.lengthOfYear();
      for (int i = 0; i < 14; i++) {
        // Each has its own part of the year, so that all come in order of time.
        long from = (long) i * days * SECONDS / 14;
        long until = (i + 1L) * days * SECONDS / 14;
        long second = random.nextLong(from + 1, until);
        Kind kind = i % 7 == 3 || i == 13 ? Kind.SPEND : i % 5 == 2 ? Kind.LOUNGE : Kind.BUY;
        life.add(new Doing(
            kind,
            first.plusDays(second / SECONDS),
            (int) (second % SECONDS),
            100 + random.nextLong(25_000)));
      }
    }
    return life;
  }
}
