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
 * Which columns of a file of answers mean what; the segment and the weight may be left out, as
 * empty text.
 *
 * <p>An empty answer is a skipped question; {@code n/a}, {@code na} and {@code dk} are "do not
 * know".
 */
record SurveyColumns(String respondent, String date, String answer, String segment, String weight) {
  private static final Set<String> DONT_KNOW = Set.of("n/a", "na", "dk", "don't know");
  private static final int LENGTH_OF_DATE = 10;

  List<String> needed() {
    List<String> needed = new ArrayList<>(List.of(respondent, date, answer, segment, weight));
    needed.removeIf(String::isEmpty);
    return needed;
  }

  /**
   * The response of a row.
   *
   * @throws MalformedInputException SCORE_RANGE, NUMBER_FORMAT, TIME_FORMAT and their like
   * @throws InvalidValueException ID_INVALID, RANGE
   */
  Response response(TableRow row, Scale scale, ProgramCalendar calendar) {
    Response.Builder response = Response.builder().respondent(MemberId.of(row.text(respondent)));
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

  private static double number(String text) {
    if (!text.matches("[0-9]{1,9}([.][0-9]{1,9})?")) {
      throw new MalformedInputException(
          FailureCode.NUMBER_FORMAT, "weight", "a weight must be a plain number of at least 0");
    }
    return Double.parseDouble(text);
  }
}
