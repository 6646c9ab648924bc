package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.examples.intake.TableRow;
import dev.laurel.metrics.survey.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who was asked, by segment: a row for each person, as tools that send surveys export them, or a
 * row for each segment with its size.
 *
 * <p>A person or segment is named once. Of a second row nobody knows whether it adds to the first
 * or takes its place, so it is refused.
 */
final class SurveyInvitations {
  private final String respondent;
  private final String segment;
  private final String size;
  private final Map<MemberId, String> people = new HashMap<>();
  private final TreeMap<String, Long> asked = new TreeMap<>();

  /** Nobody yet; the column of sizes is empty text where a row is a person. */
  SurveyInvitations(String respondent, String segment, String size) {
    this.respondent = respondent;
    this.segment = segment;
    this.size = size;
  }

  List<String> needed() {
    return isByPerson() ? List.of(respondent, segment) : List.of(segment, size);
  }

  /**
   * Takes in a row.
   *
   * @throws MalformedInputException NUMBER_FORMAT
   * @throws InvalidValueException ID_INVALID, CONFIG_DUPLICATE
   */
  void add(TableRow row) {
    String group = row.text(segment);
    if (isByPerson()) {
      MemberId person = MemberId.of(row.text(respondent));
      requireFirst(people.putIfAbsent(person, group) == null, respondent, person.value());
      asked.merge(group, 1L, Long::sum);
    } else {
      long people = number(row.text(size));
      requireFirst(asked.putIfAbsent(group, people) == null, segment, group);
    }
  }

  /** How many people of each segment were asked. */
  ImmutableSortedMap<String, Long> asked() {
    return ImmutableSortedMap.copyOf(asked);
  }

  /**
   * The segment in which somebody was asked; absent for a person who was not. Where sizes are all
   * that is known, it is the one that stands beside the answer.
   */
  Optional<String> segmentOf(Response response) {
    return isByPerson()
        ? Optional.ofNullable(people.get(response.respondent()))
        : Optional.of(response.segments().getOrDefault(segment, ""));
  }

  private boolean isByPerson() {
    return size.isEmpty();
  }

  private static void requireFirst(boolean isFirst, String column, String name) {
    InvalidValueException.check(
        isFirst, FailureCode.CONFIG_DUPLICATE, column, "'%s' must be invited in one row", name);
  }

  private long number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new MalformedInputException(
          FailureCode.NUMBER_FORMAT, size, "a size must be a plain whole number of at least 0");
    }
    return Long.parseLong(text);
  }
}
