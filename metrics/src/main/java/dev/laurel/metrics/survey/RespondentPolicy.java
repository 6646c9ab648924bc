package dev.laurel.metrics.survey;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.MemberId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What counts if one person answered several times.
 *
 * <p>Somebody who answered 3, 8 and 10 is, under {@link #ALL}, a detractor, a passive and a
 * promoter; under {@link #LATEST} a promoter; under {@link #FIRST} a detractor; under {@link #MEAN}
 * one person whose contribution is the mean of the three. A policy is applied to the responses of
 * one window at a time.
 */
public enum RespondentPolicy {
  /**
   * Every answer. The answers of one person are alike, so the standard error must be clustered by
   * person.
   */
  ALL,
  /** The last answer of each person; of two at the same instant the one with the lower number. */
  LATEST,
  /** The first answer of each person; of two at the same instant the one with the lower number. */
  FIRST,
  /** One contribution for each person, the mean of theirs. */
  MEAN;

  /**
   * The same responses in the same order, of which those that do not count under this policy are
   * {@link ResponseStatus#DUPLICATE}. Nothing is dropped.
   */
  public ImmutableList<Response> select(List<Response> responses) {
    if (this == ALL || this == MEAN) {
      return ImmutableList.copyOf(responses);
    }
    Comparator<Response> byTime = Comparator.comparing(Response::at);
    Comparator<Response> order = this == LATEST ? byTime.reversed() : byTime;
    Comparator<Response> precedence =
        order.thenComparing(response -> response.answer().orElseThrow());
    Map<MemberId, Integer> chosen = new HashMap<>();
    for (int i = 0; i < responses.size(); i++) {
      Response response = responses.get(i);
      if (response.isAnswered()) {
        chosen.merge(
            response.respondent(),
            i,
            (held, found) ->
                precedence.compare(responses.get(held), responses.get(found)) <= 0 ? held : found);
      }
    }
    ImmutableList.Builder<Response> selected = ImmutableList.builder();
    for (int i = 0; i < responses.size(); i++) {
      Response response = responses.get(i);
      boolean counts =
          !response.isAnswered() || Integer.valueOf(i).equals(chosen.get(response.respondent()));
      selected.add(counts ? response : response.superseded());
    }
    return selected.build();
  }
}
