package dev.laurel.tiers.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Return;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.testkit.Programs;
import dev.laurel.tiers.ladder.RefundEffect;
import dev.laurel.tiers.status.StatusCourse;
import dev.laurel.tiers.status.StatusInterval;
import dev.laurel.tiers.status.StatusRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for whole memberships in programs of every kind of term. */
class MembershipLaws {
  private static Membership told(LoyaltyProgram program, List<MembershipEvent> events) {
    return history(program, events).membership();
  }

  private static MembershipHistory history(LoyaltyProgram program, List<MembershipEvent> events) {
    Memberships memberships = Memberships.of(program);
    MembershipHistory history =
        MembershipHistory.open(memberships, memberships.enrol(Programs.ANN, Clubs.ENROLLED));
    for (MembershipEvent event : events) {
      history = history.append(event);
    }
    return history;
  }

  /** The life without redemptions for which there are no points when all is known. */
  private static List<MembershipEvent> covered(LoyaltyProgram program, List<MembershipEvent> life) {
    return history(program, life).steps().stream()
        .filter(step -> step.outcome()
            .rejection()
            .filter(rejected -> rejected.code().equals("INSUFFICIENT_POINTS"))
            .isEmpty())
        .map(MembershipHistory.Step::event)
        .toList();
  }

  /**
   * X2, E4: under REPLAY any order of arrival gives equal memberships, unless a redemption had to
   * stand without points.
   */
  @Property(tries = 10_000)
  void arrivalChangesNothingUnderReplay(@ForAll long seed) {
    assertThat(isTheSameInAnyOrder(seed, LateCommands.REPLAY)).isTrue();
  }

  /** The twin decides as events come, and is told within a few lives. */
  @Example
  void theLawOfArrivalCatchesAMembershipThatDecidesAsItComes() {
    assertThat(LongStream.range(0, 100))
        .anyMatch(seed -> !isTheSameInAnyOrder(seed, LateCommands.AS_ARRIVED));
  }

  private static boolean isTheSameInAnyOrder(long seed, LateCommands late) {
    RandomClubs clubs = new RandomClubs(seed);
    LoyaltyProgram program = clubs.program(late);
    List<MembershipEvent> life = covered(program, clubs.life(14));
    return told(program, clubs.shuffled(life)).equals(told(program, life));
  }

  /** S3: the fold event by event gives what the history gives. */
  @Property
  void theHistoryIsTheFold(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    LoyaltyProgram program = clubs.program(LateCommands.REPLAY);
    List<MembershipEvent> life = clubs.life(14);
    Memberships memberships = Memberships.of(program);
    Membership folded = memberships.enrol(Programs.ANN, Clubs.ENROLLED);
    for (MembershipEvent event : life) {
      folded = memberships.submit(folded, event).membership();
    }

    assertThat(told(program, life)).isEqualTo(folded);
  }

  /** E2: at every instant one tier, and it is the highest of the intervals that cover it. */
  @Property
  void oneTierAtEveryInstant(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    LoyaltyProgram program = clubs.program(LateCommands.AS_ARRIVED);
    Membership membership = told(program, clubs.shuffled(clubs.life(14)));
    for (StatusRecord record : membership.records().values()) {
      Instant end = Clubs.ENROLLED.plus(Duration.ofDays(2_500));
      StatusCourse course = record.course(end);
      for (int day = 0; day < 2_500; day += 97) {
        Instant at = Clubs.ENROLLED.plus(Duration.ofDays(day));
        int highest = course.intervals().stream()
            .filter(interval -> interval.span().contains(at))
            .map(StatusInterval::tier)
            .mapToInt(tier -> record.versions().levelAt(tier, at))
            .max()
            .orElse(0);
        assertThat(course.standingAt(at).level()).isEqualTo(highest);
        assertThat(record.versions().at(at).tiers()).contains(course.tierAt(at));
      }
    }
  }

  /** E8: reviews held on the way change nothing about reviews held later. */
  @Property
  void reviewsHeldOnTheWayChangeNothing(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    Membership membership = told(clubs.program(LateCommands.AS_ARRIVED), clubs.life(14));
    for (StatusRecord record : membership.records().values()) {
      Instant end = Clubs.ENROLLED.plus(Duration.ofDays(2_500));
      StatusCourse far = record.course(end);
      for (int day = 1_500; day < 2_500; day += 111) {
        Instant at = Clubs.ENROLLED.plus(Duration.ofDays(day));
        assertThat(record.course(at).tierAt(at)).isEqualTo(far.tierAt(at));
      }
    }
  }

  /** I7, A14: what is rejected changes nothing, and what is repeated is not taken again. */
  @Property
  void rejectedEventsLeaveNoTrace(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    LoyaltyProgram program = clubs.program(LateCommands.AS_ARRIVED);
    List<MembershipEvent> life = clubs.shuffled(clubs.life(14));
    Memberships memberships = Memberships.of(program);
    Membership membership = memberships.enrol(Programs.ANN, Clubs.ENROLLED);
    for (MembershipEvent event : life) {
      MembershipOutcome outcome = memberships.submit(membership, event);
      Optional<MembershipOutcome.Rejected> rejection = outcome.rejection();
      if (rejection.isPresent()) {
        assertThat(outcome.membership()).isSameAs(membership);
        assertThat(rejection.get().message()).hasSizeLessThanOrEqualTo(300);
      } else {
        assertThat(memberships.submit(outcome.membership(), event).membership())
            .isSameAs(outcome.membership());
      }
      membership = outcome.membership();
    }
  }

  /** C14: buying and returning, however often, leads back to the balance and the tier. */
  @Property
  void circlesLeadNowhere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int rounds) {
    LoyaltyProgram program = LoyaltyProgram.of(
        Clubs.points(LateCommands.AS_ARRIVED),
        Clubs.ladder().refunds(RefundEffect.RECALCULATE_NOW).build());
    Memberships memberships = Memberships.of(program);
    Membership start = memberships.enrol(Programs.ANN, Clubs.ENROLLED);
    for (MembershipEvent event : new RandomClubs(seed).life(10)) {
      start = memberships.submit(start, event).membership();
    }
    Instant at = RandomClubs.last().plus(Duration.ofDays(1));
    Membership after = start;
    for (int i = 0; i < rounds; i++) {
      Instant bought = at.plusSeconds(60L * i);
      String id = "circle-" + i;
      long cents = 1 + Math.floorMod(seed, 500_000L);
      after = memberships
          .submit(after, Clubs.told(Clubs.purchase(id, bought, cents)))
          .orThrow();
      after = memberships
          .submit(
              after,
              Clubs.returned("back-" + i, bought.plusSeconds(30).toString(), id, Return.all()))
          .orThrow();
    }

    Instant end = at.plus(Duration.ofHours(1));
    assertThat(after.member().account(Clubs.STARS).balance(end))
        .isEqualTo(start.member().account(Clubs.STARS).balance(end));
    assertThat(after.record("stars").standing(end).tier())
        .isEqualTo(start.record("stars").standing(end).tier());
    assertThat(after.record("stars").outlook(end).projected())
        .isEqualTo(start.record("stars").outlook(end).projected());
  }
}
