package dev.laurel.metrics.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.metrics.survey.Conventions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever is done about a case. */
class FeedbackCaseLaws {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final EnumSet<FeedbackCase.Status> ENDS =
      EnumSet.of(FeedbackCase.Status.RESURVEYED, FeedbackCase.Status.GIVEN_UP);

  @Provide
  Arbitrary<List<CaseCommand>> commands() {
    Arbitrary<Instant> times =
        Arbitraries.integers().between(0, 100).map(hours -> NOON.plus(Duration.ofHours(hours)));
    Arbitrary<CaseCommand> command = times.flatMap(at -> Arbitraries.of(
        new CaseCommand.Assign(at, "desk", at.plus(Duration.ofHours(9))),
        new CaseCommand.Contact(at),
        new CaseCommand.Resolve(at, "repair"),
        new CaseCommand.Resurvey(at, new Rating(Conventions.NPS, 9)),
        new CaseCommand.GiveUp(at, "unreachable")));
    return command.list().ofMaxSize(12);
  }

  @Property
  void aCaseNeverGoesBackAndNeverLeavesItsEnd(@ForAll("commands") List<CaseCommand> commands) {
    FeedbackCase now =
        FeedbackCase.open(FeedbackTest.rating("f", 2, Optional.empty()), NOON).orElseThrow();
    for (CaseCommand command : commands) {
      CaseDecision decision = now.decide(command);
      if (decision instanceof CaseDecision.Accepted accepted) {
        assertThat(ENDS).doesNotContain(now.status());
        assertThat(accepted.next().changedAt()).isAfterOrEqualTo(now.changedAt());
        assertThat(accepted.next().status().compareTo(now.status())).isNotNegative();
        now = accepted.next();
      }
      assertThat(now.resolvedAt().isEmpty() || now.contactedAt().isPresent()).isTrue();
      assertThat(now.newRating().isEmpty() || now.resolvedAt().isPresent()).isTrue();
    }
  }

  @Property
  void everyCaseIsCountedAtMostOnceInEachShare(@ForAll("commands") List<CaseCommand> commands) {
    FeedbackCase now =
        FeedbackCase.open(FeedbackTest.rating("f", 2, Optional.empty()), NOON).orElseThrow();
    for (CaseCommand command : commands) {
      if (now.decide(command) instanceof CaseDecision.Accepted accepted) {
        now = accepted.next();
      }
    }
    ClosedLoop loop = ClosedLoop.of(List.of(now), NOON.plus(Duration.ofDays(30)));

    assertThat(loop.contactedInTime().total()).isLessThanOrEqualTo(1);
    assertThat(loop.resolved().total()).isEqualTo(1);
    assertThat(loop.recovered().successes()).isLessThanOrEqualTo(loop.resolved().successes());
  }
}
