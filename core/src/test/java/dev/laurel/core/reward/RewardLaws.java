package dev.laurel.core.reward;

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
