package dev.laurel.core.reward;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each law catches a desk that breaks it. */
class BrokenRewardsTest {
  private static final List<RewardCommand> QUEUE =
      List.of(take("c-1", "ann"), take("c-2", "ann"), take("c-3", "ann"), take("c-4", "bob"));
  private final Rewards rewards = Rewards.of(Perks.catalog());

  @Test
  void aDeskThatForgetsTheStockIsCaught() {
    assertCaught(
        RewardLaw.NEVER_MORE_THAN_THE_STOCK,
        (claims, stock, command) -> given(claims, stock, (RewardCommand.Take) command));
  }

  @Test
  void aDeskThatForgetsTheMemberIsCaught() {
    assertCaught(
        RewardLaw.NEVER_MORE_THAN_THE_TERMS,
        (claims, stock, command) -> stock.taken(Perks.TICKET) >= 3
            ? rewards.decide(claims, stock, command, Perks.driver())
            : given(claims, stock.plus(Perks.TICKET, 1), (RewardCommand.Take) command));
  }

  @Test
  void aDeskThatRefusesWhatItGrantedIsCaught() {
    assertCaught(
        RewardLaw.TWICE_IS_ONCE,
        (claims, stock, command) ->
            claims.claim(((RewardCommand.Take) command).id()).isPresent()
                ? new RewardDecision.Accepted(Claims.none(claims.member()), stock, Optional.empty())
                : rewards.decide(claims, stock, command, Perks.driver()));
  }

  private void assertCaught(RewardLaw law, RewardLaw.Desk broken) {
    assertThatThrownBy(() -> law.check(broken, QUEUE)).isInstanceOf(AssertionError.class);
    law.check(
        (claims, stock, command) -> rewards.decide(claims, stock, command, Perks.driver()), QUEUE);
  }

  private static RewardDecision given(Claims claims, Stock stock, RewardCommand.Take take) {
    Claim claim = new Claim(
        take.id(), take.benefit(), take.at(), take.choice(), take.cause(), Claim.State.OPEN);
    return new RewardDecision.Accepted(claims.with(claim), stock, Optional.of(claim));
  }

  private static RewardCommand take(String id, String member) {
    return RewardCommand.take(CommandId.of(id), MemberId.of(member), Perks.TICKET, Perks.NOON);
  }
}
