package dev.laurel.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RespondentPolicyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final MemberId ANN = MemberId.of("ann");

  @ParameterizedTest
  @CsvSource({"LATEST, 10", "FIRST, 3"})
  void onePersonCountsOnce(RespondentPolicy policy, int kept) {
    List<Response> selected = policy.select(List.of(
        Response.answered(ANN, NOON.plusSeconds(1), 8),
        Response.answered(ANN, NOON.plusSeconds(2), 10),
        Response.without(ANN, NOON.plusSeconds(3), ResponseStatus.SKIPPED),
        Response.answered(ANN, NOON, 3)));

    assertThat(
            selected.stream().filter(Response::isAnswered).map(r -> r.answer().getAsInt()))
        .containsExactly(kept);
    assertThat(selected)
        .extracting(Response::status)
        .containsOnlyOnce(ResponseStatus.ANSWERED, ResponseStatus.SKIPPED);
  }

  @Test
  void ofTwoAnswersAtOneInstantTheLowerCounts() {
    List<Response> selected = RespondentPolicy.LATEST.select(
        List.of(Response.answered(ANN, NOON, 9), Response.answered(ANN, NOON, 4)));

    assertThat(selected)
        .extracting(Response::status)
        .containsExactly(ResponseStatus.DUPLICATE, ResponseStatus.ANSWERED);
  }

  @Test
  void aSkippedQuestionHasNoAnswer() {
    Response.Builder response = Response.builder().respondent(ANN).at(NOON);
    response.status(ResponseStatus.SKIPPED).answer(0);

    assertThatThrownBy(response::build).extracting("code").isEqualTo(FailureCode.VALUE_INVALID);
  }

  @ParameterizedTest
  @CsvSource({"-1", "NaN", "Infinity"})
  void aWeightIsFiniteAndNotNegative(double weight) {
    Response.Builder response = Response.builder().respondent(ANN).at(NOON);
    response.status(ResponseStatus.ANSWERED).answer(9).weight(weight);

    assertThatThrownBy(response::build).extracting("code").isEqualTo(FailureCode.RANGE);
  }
}
