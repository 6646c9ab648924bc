package dev.laurel.metrics.survey;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What one person returned to one question.
 *
 * <p>It holds no fact about the person beyond an opaque id: whoever asks keeps names and addresses.
 */
@Value.Immutable
public abstract class Response {
  Response() {}

  /** Who was asked. */
  public abstract MemberId respondent();

  /** When the answer was given, or the question passed over. */
  public abstract Instant at();

  /** What became of the question. */
  public abstract ResponseStatus status();

  /**
   * The answer; present if answered, possibly so for a duplicate or a test, absent otherwise.
   *
   * <p>It is compared with a scale when it is counted, since the response does not know its
   * question.
   */
  public abstract OptionalInt answer();

  /** For how many people the respondent stands; 1 unless weights were made. */
  @Value.Default
  public double weight() {
    return 1;
  }

  /** The groups the respondent belongs to, such as {@code region} to {@code north}. */
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<String, String> segments();

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Response}. */
  public static final class Builder extends ImmutableResponse.Builder {
    Builder() {}
  }

  /** An answer. */
  public static Response answered(MemberId respondent, Instant at, int answer) {
    Builder response = builder();
    response.respondent(respondent).at(at).status(ResponseStatus.ANSWERED).answer(answer);
    return response.build();
  }

  /** No answer, with its reason. */
  public static Response without(MemberId respondent, Instant at, ResponseStatus status) {
    Builder response = builder();
    response.respondent(respondent).at(at).status(status);
    return response.build();
  }

  /** Whether it counts as an answer. */
  public boolean isAnswered() {
    return status() == ResponseStatus.ANSWERED;
  }

  /** The same response, no longer counted because another one of the respondent is. */
  Response superseded() {
    Builder response = builder();
    response.respondent(respondent()).at(at()).status(ResponseStatus.DUPLICATE);
    response.answer(answer()).weight(weight()).putAllSegments(segments());
    return response.build();
  }

  @Value.Check
  void check() {
    TimeGate.admit(at(), "at");
    boolean mayAnswer =
        isAnswered() || status() == ResponseStatus.DUPLICATE || status() == ResponseStatus.TEST;
    InvalidValueException.check(
        answer().isPresent() ? mayAnswer : !isAnswered(),
        FailureCode.VALUE_INVALID,
        "answer",
        "response of %s must hold an answer if and only if it is answered: %s, %s",
        respondent(),
        status(),
        answer());
    InvalidValueException.check(
        Double.isFinite(weight()) && weight() >= 0,
        FailureCode.RANGE,
        "weight",
        "response of %s must have a finite weight of at least 0: %s",
        respondent(),
        weight());
  }
}
