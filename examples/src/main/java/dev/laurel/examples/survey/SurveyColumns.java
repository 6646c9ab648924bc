package dev.laurel.examples.survey;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.TimeGate;
import dev.laurel.examples.intake.TableRow;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.survey.Scale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which columns of a file of answers mean what; segment, weight and count may be left out, as empty
 * text.
 *
 * <p>An empty answer is a skipped question; {@code n/a}, {@code na} and {@code dk} are "do not
 * know". Where a row counts how many gave its answer, nobody is named, and each is taken for
 * somebody else.
 */
record SurveyColumns(
    String respondent, String date, String answer, String segment, String weight, String count) {
  private static final Set<String> DONT_KNOW = Set.of("n/a", "na", "dk", "don't know");
  private static final int LENGTH_OF_DATE = 10;
  private static final int MOST_COUNTED = 2_000_000;

  List<String> needed() {
    String who = isCounted() ? count : respondent;
    List<String> needed = new ArrayList<>(List.of(who, date, answer, segment, weight));
    needed.removeIf(String::isEmpty);
    return needed;
  }

  private boolean isCounted() {
    return !count.isEmpty();
  }

  /**
   * The responses of a row: one, or as many as it counts.
   *
   * @param held how many responses there are already
   * @throws MalformedInputException SCORE_RANGE, NUMBER_FORMAT, TIME_FORMAT and their like
   * @throws InvalidValueException ID_INVALID, RANGE, LIMIT_EXCEEDED if counts make more responses
   *     than memory should hold
   */
  List<Response> responses(TableRow row, Scale scale, ProgramCalendar calendar, int held) {
    if (!isCounted()) {
      return List.of(response(row, row.text(respondent), scale, calendar));
    }
    int people = people(row.text(count));
    // A short file of large counts must not fill the memory.
    InvalidValueException.check(
        held + people <= MOST_COUNTED,
        FailureCode.LIMIT_EXCEEDED,
        count,
        "a file must count at most %s people: %s and %s more",
        MOST_COUNTED,
        held,
        people);
    List<Response> responses = new ArrayList<>(people);
    for (int i = 1; i <= people; i++) {
      responses.add(response(row, row.line() + "-" + i, scale, calendar));
    }
    return responses;
  }

  private Response response(TableRow row, String who, Scale scale, ProgramCalendar calendar) {
    Response.Builder response = Response.builder().respondent(MemberId.of(who));
    response.at(at(row.text(date), calendar));
    String text = row.text(answer);
    if (text.isEmpty()) {
      response.status(ResponseStatus.SKIPPED);
    } else if (DONT_KNOW.contains(text.toLowerCase(Locale.ROOT))) {
      response.status(ResponseStatus.DONT_KNOW);
    } else {
      response.status(ResponseStatus.ANSWERED).answer(scale.parse(text));
    }
    if (!segment.isEmpty()) {
      response.putSegment(segment, row.text(segment));
    }
    if (!weight.isEmpty()) {
      response.weight(number(row.text(weight)));
    }
    return response.build();
  }

  private static Instant at(String text, ProgramCalendar calendar) {
    return text.length() == LENGTH_OF_DATE
        ? calendar.startOf(TimeGate.parseDate(text, "date"))
        : TimeGate.parseInstant(text, "date");
  }

  private int people(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw new MalformedInputException(
          FailureCode.NUMBER_FORMAT, count, "a count must be a whole number from 0 to 999,999");
    }
    return Integer.parseInt(text);
  }

  private static double number(String text) {
    if (!text.matches("[0-9]{1,9}([.][0-9]{1,9})?")) {
      throw new MalformedInputException(
          FailureCode.NUMBER_FORMAT, "weight", "a weight must be a plain number of at least 0");
    }
    return Double.parseDouble(text);
  }
}
