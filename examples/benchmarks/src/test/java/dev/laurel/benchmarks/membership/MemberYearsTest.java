package dev.laurel.benchmarks.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.tiers.membership.Memberships;
import org.junit.jupiter.api.Test;

class MemberYearsTest {
  @Test
  void bothFoldsEndAlike() {
    Memberships memberships = Memberships.of(Club.program(Club.GOLD, Club.RESERVE));
    long refused = 0;
    long visits = 0;
    long expired = 0;
    for (int years = 1; years <= 12; years++) {
      for (long member = 0; member < 20; member++) {
        Ending ending = Club.fold(memberships, Club.life(member, years), years);

        assertThat(ending)
            .isEqualTo(PlainClub.fold(Club.GOLD, Club.RESERVE, Doing.life(member, years), years));
        refused += ending.refused();
        visits += ending.visits();
        expired += ending.expired();
      }
    }
    assertThat(refused).isPositive();
    assertThat(visits).isPositive();
    assertThat(expired).isPositive();
  }
}
