package dev.laurel.tiers.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Return;
import dev.laurel.core.testkit.Programs;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final Instant LATER = Instant.parse("2025-06-01T00:00:00Z");

  private final Memberships memberships = Memberships.of(Clubs.club(Crossing.AT_EVENT_START));

  /** 600 euros are 600 stars and Gold; the next 100 euros earn 120. */
  private Membership gold() {
    return memberships
        .submit(
            memberships.enrol(Programs.ANN, Clubs.ENROLLED),
            Clubs.bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"))
        .orThrow();
  }

  private static long stars(Membership membership) {
    return membership.member().account(Clubs.STARS).balance(LATER).units();
  }

  @Test
  void goldAndItsFactorOutliveTheName() {
    Membership erased = gold().erased();

    assertThat(erased.record("stars").standing(LATER).tier()).isEqualTo(Clubs.GOLD);
    assertThat(stars(erased)).isEqualTo(600);
    assertThat(stars(memberships
            .submit(erased, Clubs.bought("r-2", "2025-03-01T00:00:00Z", "EUR 100.00"))
            .orThrow()))
        .isEqualTo(720);
  }

  @Test
  void whatWasBoughtBeforeCannotBeReturnedAnyMore() {
    MembershipOutcome outcome = memberships.submit(
        gold().erased(), Clubs.returned("b-1", "2025-03-01T00:00:00Z", "r-1", Return.all()));

    assertThat(outcome.rejection()).isPresent();
    assertThat(stars(outcome.membership())).isEqualTo(600);
  }

  @Test
  void anEndStaysAnEndWithoutItsReason() {
    Membership ended = memberships
        .submit(
            gold(),
            new MembershipEvent.Closed(
                Programs.stamp("end", Programs.ANN, "2025-03-01T00:00:00Z"), "moved to Elm Street"))
        .orThrow();

    assertThat(ended.erased().state())
        .isEqualTo(new MembershipState.Ended(Instant.parse("2025-03-01T00:00:00Z"), "erased"));
    assertThat(gold().erased().state()).isEqualTo(new MembershipState.Active());
  }
}
