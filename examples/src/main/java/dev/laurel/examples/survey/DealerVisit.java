package dev.laurel.examples.survey;

import com.google.common.primitives.ImmutableIntArray;
import dev.laurel.core.identity.MemberId;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.voice.Feedback;
import dev.laurel.metrics.voice.FeedbackId;
import dev.laurel.metrics.voice.Rating;
import java.time.Instant;

/**
 * A visit to a workshop, and what the customer says of it.
 *
 * @param name of visit and customer
 * @param wave what is common to the visits of a quarter
 * @param at when the customer answered
 * @param answer how likely they are to recommend the dealer, 0 to 10
 * @param ratings of {@link DealerAnswers#RATED}, 1 to 5
 * @param comment in their own words; may be empty
 */
record DealerVisit(
    String name,
    DealerWave wave,
    Instant at,
    int answer,
    ImmutableIntArray ratings,
    String comment) {

  Response response() {
    Response.Builder response = Response.builder().respondent(MemberId.of(name)).at(at);
    return response.status(ResponseStatus.ANSWERED).answer(answer).build();
  }

  Feedback feedback() {
    Feedback.Builder feedback = Feedback.builder().id(FeedbackId.of(name)).at(at);
    feedback.source(Feedback.Source.SURVEY).author(MemberId.of(name));
    return feedback.rating(new Rating(Conventions.NPS, answer)).text(comment).build();
  }
}
