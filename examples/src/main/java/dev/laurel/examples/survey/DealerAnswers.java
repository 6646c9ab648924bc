package dev.laurel.examples.survey;

import static dev.laurel.examples.survey.DealerWave.Group.OTHERS;
import static dev.laurel.examples.survey.DealerWave.Group.PILOT;
import static dev.laurel.examples.survey.DealerWave.Quarter.AUTUMN;
import static dev.laurel.examples.survey.DealerWave.Quarter.SPRING;
import static dev.laurel.examples.survey.DealerWave.Quarter.SUMMER;
import static dev.laurel.examples.survey.DealerWave.Way.COUNTER;
import static dev.laurel.examples.survey.DealerWave.Way.ONLINE;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.laurel.core.time.ProgramCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The invented answers of the story. How many were pleased is a table, so that every score can be
 * checked by hand; single answers and ratings within it are thrown from a seed.
 */
final class DealerAnswers {
  /** What customers rate beside the question whether they would recommend the dealer. */
  static final ImmutableList<String> RATED =
      ImmutableList.of("booking", "kept informed", "repair", "price");

  static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));

  static final ImmutableList<DealerWave> WAVES = ImmutableList.of(
      new DealerWave(SPRING, COUNTER, PILOT, 1_600, 60, 100, 240),
      new DealerWave(SPRING, COUNTER, OTHERS, 1_600, 60, 100, 240),
      new DealerWave(SPRING, ONLINE, PILOT, 400, 35, 30, 35),
      new DealerWave(SPRING, ONLINE, OTHERS, 400, 35, 30, 35),
      new DealerWave(SUMMER, COUNTER, PILOT, 800, 26, 52, 122),
      new DealerWave(SUMMER, COUNTER, OTHERS, 800, 26, 52, 122),
      new DealerWave(SUMMER, ONLINE, PILOT, 1_200, 100, 90, 110),
      new DealerWave(SUMMER, ONLINE, OTHERS, 1_200, 98, 90, 112),
      new DealerWave(AUTUMN, COUNTER, PILOT, 800, 26, 52, 122),
      new DealerWave(AUTUMN, COUNTER, OTHERS, 800, 26, 52, 122),
      new DealerWave(AUTUMN, ONLINE, PILOT, 1_250, 64, 96, 160),
      new DealerWave(AUTUMN, ONLINE, OTHERS, 1_240, 100, 90, 120));

  private static final int DAYS = 75;
  private static final int HOUR_OF_ANSWERS = 18;

  private DealerAnswers() {}

  /** All visits, wave by wave, in each wave the displeased first. */
  static ImmutableList<DealerVisit> of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ImmutableList.Builder<DealerVisit> visits = ImmutableList.builder();
    for (DealerWave wave : WAVES) {
      for (int i = 0; i < wave.answers(); i++) {
        visits.add(visit(wave, i, random));
      }
    }
    return visits.build();
  }

  private static DealerVisit visit(DealerWave wave, int index, SplittableRandom random) {
    LocalDate day = wave.quarter().first().plusDays((long) index % DAYS);
    String name = "v-" + (1 + WAVES.indexOf(wave)) + "-" + (1 + index);
    var at = day.atTime(HOUR_OF_ANSWERS, 0).atZone(CALENDAR.zone()).toInstant();
    if (index < wave.detractors()) {
      ImmutableIntArray ratings = ratings(random, 3, 1, 2, 2);
      return new DealerVisit(
          name, wave, at, random.nextInt(7), ratings, comment(wave, index, 60, 54, 69));
    }
    int rest = index - wave.detractors();
    if (rest < wave.passives()) {
      ImmutableIntArray ratings = ratings(random, 3, 2, 3, 2);
      return new DealerVisit(
          name, wave, at, 7 + random.nextInt(2), ratings, comment(wave, rest, 12, 12, 22));
    }
    ImmutableIntArray ratings = ratings(random, 3, 3, 3, 2);
    return new DealerVisit(
        name,
        wave,
        at,
        9 + random.nextInt(2),
        ratings,
        comment(wave, rest - wave.passives(), 3, 3, 8));
  }

  /** Three neighbouring points are possible for each rating; these are the lowest of them. */
  private static ImmutableIntArray ratings(SplittableRandom random, int... lowest) {
    ImmutableIntArray.Builder ratings = ImmutableIntArray.builder(lowest.length);
    for (int least : lowest) {
      ratings.add(least + random.nextInt(3));
    }
    return ratings.build();
  }

  /** The first online bookers of a class complain of silence, the next ones of the price. */
  private static String comment(
      DealerWave wave, int index, int silenceUntil, int priceFrom, int priceUntil) {
    if (wave.way() != ONLINE || wave.quarter() != SUMMER) {
      return "";
    }
    boolean isSilent = index < silenceUntil;
    boolean isDear = index >= priceFrom && index < priceUntil;
    List<String> said = isSilent && isDear
        ? List.of("Nobody called me, and it was too expensive.")
        : isSilent
            ? List.of("Nobody called when it was done.", "I was never told when to come.")
            : isDear ? List.of("Too expensive.", "The price was a surprise.") : List.of("");
    return said.get(index % said.size());
  }
}
