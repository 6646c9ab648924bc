package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.StepCurve;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.voice.CaseCommand;
import dev.laurel.metrics.voice.CaseDecision;
import dev.laurel.metrics.voice.ClosedLoop;
import dev.laurel.metrics.voice.Feedback;
import dev.laurel.metrics.voice.FeedbackCase;
import dev.laurel.metrics.voice.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the dealers of the pilot do about each bad answer: somebody has to call within two days, put
 * right what was wrong, and the customer is asked again.
 */
final class DealerLoop {
  static final Duration DUE = Duration.ofDays(2);

  private static final Duration AFTER_THE_ANSWER = Duration.ofHours(15);
  private static final Instant AS_OF = Instant.parse("2026-01-15T08:00:00Z");

  /** The cases of December are not resolved yet. */
  private static final int RESOLVED = 58;

  private final ImmutableList<FeedbackCase> cases;

  private DealerLoop(ImmutableList<FeedbackCase> cases) {
    this.cases = cases;
  }

  /** The cases that this feedback makes; good answers make none. */
  static DealerLoop of(List<Feedback> feedback) {
    ImmutableList.Builder<FeedbackCase> cases = ImmutableList.builder();
    int number = 0;
    for (Feedback each : feedback) {
      var opened = FeedbackCase.open(each, each.at().plus(AFTER_THE_ANSWER));
      if (opened.isPresent()) {
        cases.add(handled(opened.get(), number++));
      }
    }
    return new DealerLoop(cases.build());
  }

  ImmutableList<FeedbackCase> cases() {
    return cases;
  }

  ClosedLoop figures() {
    return ClosedLoop.of(cases, AS_OF);
  }

  StepCurve waiting() {
    return ClosedLoop.waitingForContact(cases, AS_OF, Duration.ofHours(1));
  }

  /** What a dealer gets who wants to close a case without a call. */
  static CaseDecision closedUnheard(Feedback feedback) {
    FeedbackCase opened = FeedbackCase.open(feedback, feedback.at()).orElseThrow();
    return opened.decide(new CaseCommand.Resolve(feedback.at(), "explained"));
  }

  /** One in sixteen is never reached, one in sixteen too late, the rest within two days. */
  private static FeedbackCase handled(FeedbackCase opened, int number) {
    Instant start = opened.openedAt();
    FeedbackCase next =
        after(opened, new CaseCommand.Assign(start, "dealer-" + (1 + number % 8), start.plus(DUE)));
    if (number % 16 == 15) {
      return after(next, new CaseCommand.GiveUp(start.plus(Duration.ofDays(7)), "unreachable"));
    }
    long hours = number % 16 == 7 ? 72 : 2 + 5L * number % 45;
    Instant contacted = start.plus(Duration.ofHours(hours));
    next = after(next, new CaseCommand.Contact(contacted));
    if (number >= RESOLVED) {
      return next;
    }
    Instant resolved = contacted.plus(Duration.ofDays(2));
    next = after(next, new CaseCommand.Resolve(resolved, number % 3 == 2 ? "voucher" : "repair"));
    if (number % 5 == 4) {
      return next;
    }
    Rating again =
        new Rating(Conventions.NPS, List.of(9, 7, opened.rating().answer()).get(number % 3));
    return after(next, new CaseCommand.Resurvey(resolved.plus(Duration.ofDays(14)), again));
  }

  private static FeedbackCase after(FeedbackCase before, CaseCommand command) {
    if (before.decide(command) instanceof CaseDecision.Accepted accepted) {
      return accepted.next();
    }
    throw new IllegalStateException("a case of the story must go on: " + command);
  }
}
