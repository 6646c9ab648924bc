package dev.laurel.tiers.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.testkit.Programs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds when memberships become one, in programs of every kind of term. */
class MembershipMergeLaws {
  private static final Instant MERGE = Instant.parse("2027-03-01T00:00:00Z");

  @Property
  void everyLawHolds(@ForAll MergeLaw law, @ForAll long seed) {
    law.check(new MergeLaw.Trial(
        (memberships, gone, kept, stamp) ->
            memberships.merge(gone, kept, stamp, memberships.commons()),
        seed));
  }

  /** X2: under REPLAY any order of arrival, the merge included, gives equal memberships. */
  @Property
  void arrivalChangesNothingUnderReplay(@ForAll long seed) {
    RandomClubs anns = new RandomClubs(seed);
    LoyaltyProgram program = anns.program(LateCommands.REPLAY);
    List<MembershipEvent> all = new ArrayList<>(earning(anns, RandomClubs.last()));
    all.addAll(earning(new RandomClubs(~seed, Programs.BOB, "bob-"), MERGE));
    List<MembershipEvent> shuffled = new ArrayList<>(all);
    Random random = new Random(seed);
    Collections.shuffle(shuffled, random);

    assertThat(told(program, shuffled, random.nextInt(shuffled.size() + 1)))
        .isEqualTo(told(program, all, all.size()));
  }

  /**
   * Events until an instant, without redemptions, of which it matters whether they were accepted on
   * arrival.
   */
  private static List<MembershipEvent> earning(RandomClubs clubs, Instant until) {
    return clubs.life(10).stream()
        .filter(event -> event.occurredAt().isBefore(RandomClubs.last()))
        .filter(event -> event.occurredAt().isBefore(until))
        .toList();
  }

  /** Ann's membership after all that is told, of which so much comes before Bob goes up in her. */
  private static Membership told(LoyaltyProgram program, List<MembershipEvent> events, int before) {
    Memberships memberships = Memberships.of(program);
    MembershipHistory ann = opened(memberships, Programs.ANN);
    MembershipHistory bob = opened(memberships, Programs.BOB);
    for (MembershipEvent event : events.subList(0, before)) {
      if (event.member().equals(Programs.ANN)) {
        ann = ann.append(event);
      } else {
        bob = bob.append(event);
      }
    }
    ann = ann.append(new MembershipEvent.Absorbed(
        Programs.stamp("merge", Programs.ANN, MERGE.toString()), bob.life()));
    for (MembershipEvent event : events.subList(before, events.size())) {
      ann = ann.append(event);
    }
    return ann.membership();
  }

  private static MembershipHistory opened(Memberships memberships, MemberId member) {
    return MembershipHistory.open(memberships, memberships.enrol(member, Clubs.ENROLLED));
  }
}
