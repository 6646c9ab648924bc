package dev.laurel.tiers.membership;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.tiers.membership.Clubs.ENROLLED;
import static dev.laurel.tiers.membership.Clubs.GOLD;
import static dev.laurel.tiers.membership.Clubs.STARS;
import static dev.laurel.tiers.membership.Clubs.bought;
import static dev.laurel.tiers.membership.Clubs.ladder;
import static dev.laurel.tiers.membership.Clubs.points;
import static dev.laurel.tiers.membership.Clubs.redeemed;
import static dev.laurel.tiers.membership.Clubs.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Return;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.LateCommands;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MembershipHistoryTest {
  private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

  private static MembershipHistory told(LateCommands late, MembershipEvent... events) {
    Memberships memberships =
        Memberships.of(LoyaltyProgram.of(points(late), ladder().build()));
    MembershipHistory history =
        MembershipHistory.open(memberships, memberships.enrol(ANN, ENROLLED));
    for (MembershipEvent event : events) {
      history = history.append(event);
    }
    return history;
  }

  private static long stars(MembershipHistory history) {
    return history.membership().member().account(STARS).balance(JUNE).units();
  }

  @Test
  void latePurchaseGivesTheNextOneTheFactorItShouldHaveHad() {
    MembershipEvent first = bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00");
    MembershipEvent second = bought("r-2", "2025-03-01T00:00:00Z", "EUR 100.00");

    assertThat(stars(told(LateCommands.REPLAY, second, first))).isEqualTo(720);
    assertThat(stars(told(LateCommands.AS_ARRIVED, second, first))).isEqualTo(700);
  }

  @Test
  void repeatedEventIsNotAddedAgain() {
    MembershipEvent first = bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00");
    MembershipHistory history = told(LateCommands.REPLAY, first);

    assertThat(history.append(first)).isSameAs(history);
    assertThat(history.steps()).hasSize(1);
    assertThat(history.outcomeOf(CommandId.of("r-1"))).isPresent();
    assertThat(history.start().member().accounts()).isEmpty();
  }

  @Test
  void redemptionThatWasAcceptedStandsWhenAReturnTurnsUp() {
    MembershipHistory history = told(
        LateCommands.REPLAY,
        bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"),
        redeemed("s-1", "2025-03-01T00:00:00Z", 500),
        returned("b-1", "2025-02-15T00:00:00Z", "r-1", Return.all()));

    assertThat(stars(history)).isEqualTo(-500);
    assertThat(history.membership().record("stars").standing(JUNE).tier()).isEqualTo(GOLD);
  }

  /** Refused on arrival, let through by a late purchase, refused again by a late return. */
  @Test
  void redemptionThatOnlyAReplayAcceptsDoesNotStand() {
    MembershipHistory history = told(
        LateCommands.REPLAY,
        redeemed("s-1", "2025-03-01T00:00:00Z", 500),
        bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"));
    assertThat(stars(history)).isEqualTo(100);

    history = history.append(returned("b-1", "2025-02-15T00:00:00Z", "r-1", Return.all()));

    assertThat(stars(history)).isZero();
    assertThat(history.outcomeOf(CommandId.of("s-1")).orElseThrow().rejection()).isPresent();
  }
}
