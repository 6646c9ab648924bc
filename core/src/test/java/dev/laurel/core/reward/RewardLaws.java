package dev.laurel.core.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RewardLaws {
  private final Rewards rewards = Rewards.of(Perks.catalog());

  @Property
  void everyLawHolds(@ForAll("queues") List<RewardCommand> queue) {
    for (RewardLaw law : RewardLaw.values()) {
      law.check(
          (claims, stock, command) -> rewards.decide(claims, stock, command, Perks.driver()),
          queue);
    }
  }

  /** C12 for claims: a merge is a union, and what either had counts towards the limits. */
  @Property
  void claimsMergeToTheirUnion(
      @ForAll("queues") List<RewardCommand> queue, @ForAll("queues") List<RewardCommand> other) {
    Claims ann = after(queue, "ann", "a");
    Claims bob = after(other, "bob", "b");
    Claims cid = after(other, "cid", "c");

    assertThat(ann.merge(bob).claims())
        .containsExactlyElementsOf(bob.merge(ann).claims())
        .hasSize(ann.claims().size() + bob.claims().size());
    assertThat(ann.merge(bob).merge(cid)).isEqualTo(ann.merge(bob.merge(cid)));
    assertThat(ann.merge(Claims.none(bob.member()))).isEqualTo(ann);
    assertThat(ann.merge(ann)).isEqualTo(ann);
    for (BenefitId benefit : List.of(Perks.GYM, Perks.TICKET, Perks.LOUNGE)) {
      assertThat(ann.merge(bob).count(benefit)).isEqualTo(ann.count(benefit) + bob.count(benefit));
    }
  }

  /** What one member got out of a queue, under names that no other member has. */
  private Claims after(List<RewardCommand> queue, String name, String prefix) {
    Claims claims = Claims.none(MemberId.of(name));
    for (RewardCommand command : queue) {
      if (command instanceof RewardCommand.Take take && take.member().equals(claims.member())) {
        RewardCommand own = RewardCommand.take(
            CommandId.of(prefix + take.id()), take.member(), take.benefit(), take.at());
        claims = rewards.decide(claims, Stock.untouched(), own, Perks.driver()).claims();
      }
    }
    return claims;
  }

  @Provide
  Arbitrary<List<RewardCommand>> queues() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(1, 12).map(i -> CommandId.of("c-" + i)),
            Arbitraries.of("ann", "bob", "cid").map(MemberId::of),
            Arbitraries.of(Perks.GYM, Perks.TICKET, Perks.LOUNGE),
            Arbitraries.integers().between(0, 900))
        .as((kind, id, member, benefit, day) -> {
          var at = Perks.NOON.plusSeconds(day * 86_400L);
          if (kind < 7) {
            return RewardCommand.take(id, member, benefit, at);
          }
          return kind == 7
              ? new RewardCommand.Use(member, id, at)
              : new RewardCommand.Revoke(member, id, at);
        })
        .list()
        .ofMaxSize(40)
        .map(List::copyOf);
  }
}
