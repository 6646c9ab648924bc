package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.compare.ChangeText;
import dev.laurel.metrics.compare.Comparing;
import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.compare.ScoreChange;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A network of car dealers asks its workshop customers for a year. The score falls although nobody
 * got worse, a remedy is tried at half the dealers, and whether it helped is proven.
 *
 * <p>Everything is invented, from a seed.
 */
public final class DealerSurvey {
  private static final MetricDefinition NPS = Conventions.NPS;
  private static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));
  private static final LocalDate SUMMER = LocalDate.of(2025, 7, 1);
  private static final LocalDate REMEDY = LocalDate.of(2025, 10, 1);
  private static final String WAY = "way";
  private static final String GROUP = "group";
  private static final int A_MONTH = 600;

  private final List<Response> responses;

  private DealerSurvey(List<Response> responses) {
    this.responses = responses;
  }

  /** The survey that this seed makes. */
  public static DealerSurvey of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Response> responses = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      for (int i = 0; i < A_MONTH; i++) {
        LocalDate day = LocalDate.of(2025, month, 1 + random.nextInt(28));
        responses.add(response("c-" + month + "-" + i, day, random));
      }
    }
    return new DealerSurvey(responses);
  }

  /**
   * Those who booked online leave their car to a stranger and are less pleased; from July on most
   * book online. From October on the dealers of the pilot call them the day before.
   */
  private static Response response(String person, LocalDate day, SplittableRandom random) {
    boolean isLate = !day.isBefore(SUMMER);
    boolean isOnline = random.nextDouble() < (isLate ? 0.65 : 0.2);
    boolean isPilot = random.nextBoolean();
    boolean isCalled = isOnline && isPilot && !day.isBefore(REMEDY);
    double pleased = isOnline ? 0.40 : 0.62;
    pleased += isLate ? 0.03 : 0;
    pleased += isCalled ? 0.20 : 0;
    double drawn = random.nextDouble();
    int answer = drawn < pleased
        ? 9 + random.nextInt(2)
        : (drawn < pleased + 0.22 ? 7 + random.nextInt(2) : random.nextInt(7));
    Response.Builder response = Response.builder().respondent(MemberId.of(person));
    response.at(CALENDAR.startOf(day)).status(ResponseStatus.ANSWERED).answer(answer);
    response.putSegment(WAY, isOnline ? "online" : "counter");
    response.putSegment(GROUP, isPilot ? "pilot" : "others");
    return response.build();
  }

  /** Why the second half of the year, without the pilot, scores less than the first. */
  public MixShift whyItFell() {
    return MixShift.of(
            byWay(r -> isBefore(r, SUMMER)),
            byWay(r -> !isBefore(r, SUMMER) && isBefore(r, REMEDY)))
        .orElseThrow();
  }

  /** From the summer to the autumn, online bookers of the pilot. */
  public ScoreChange pilot() {
    return beforeAndAfter("pilot");
  }

  /** The same at the other dealers, where nothing was done. */
  public ScoreChange others() {
    return beforeAndAfter("others");
  }

  /** The story in sentences. */
  public String tell() {
    return "Why did it fall?\n" + ChangeText.text(whyItFell(), NPS)
        + "\n\nDid calling online bookers the day before help?\n"
        + "Where they were called. " + ChangeText.text(pilot())
        + "\nWhere they were not. " + ChangeText.text(others()) + "\n";
  }

  private ScoreChange beforeAndAfter(String group) {
    Predicate<Response> isMeant =
        response -> "online".equals(response.segments().get(WAY))
            && group.equals(response.segments().get(GROUP));
    ScoreHistogram before =
        histogram(isMeant.and(r -> !isBefore(r, SUMMER) && isBefore(r, REMEDY)));
    ScoreHistogram after = histogram(isMeant.and(r -> !isBefore(r, REMEDY)));
    return Comparing.STANDARD.compare(before, after).orElseThrow();
  }

  private ImmutableSortedMap<String, ScoreHistogram> byWay(Predicate<Response> which) {
    TreeMap<String, ScoreHistogram> byWay = new TreeMap<>();
    for (String way : List.of("counter", "online")) {
      byWay.put(way, histogram(which.and(r -> way.equals(r.segments().get(WAY)))));
    }
    return ImmutableSortedMap.copyOf(byWay);
  }

  private ScoreHistogram histogram(Predicate<Response> which) {
    return responses.stream().filter(which).collect(ScoreAccumulator.collector(NPS));
  }

  private static boolean isBefore(Response response, LocalDate day) {
    return CALENDAR.dateOf(response.at()).isBefore(day);
  }
}
