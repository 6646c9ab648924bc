package dev.laurel.core.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The laws of giving out benefits, each as a check that fails where it is broken. */
enum RewardLaw {
  /** F15: whatever the interleaving, no more goes out than there is. */
  NEVER_MORE_THAN_THE_STOCK {
    @Override
    void check(Desk desk, List<RewardCommand> commands) {
      Map<MemberId, Claims> after = served(desk, commands);
      for (Benefit benefit : Perks.catalog().benefits()) {
        long given = after.values().stream()
            .mapToLong(claims -> claims.count(benefit.id()))
            .sum();
        assertThat(given).isLessThanOrEqualTo(benefit.stock().orElse(Long.MAX_VALUE));
      }
    }
  },
  /** Nobody has a benefit more often than its terms say. */
  NEVER_MORE_THAN_THE_TERMS {
    @Override
    void check(Desk desk, List<RewardCommand> commands) {
      for (Claims claims : served(desk, commands).values()) {
        assertThat(claims.count(Perks.GYM)).isLessThanOrEqualTo(1);
        assertThat(claims.count(Perks.TICKET)).isLessThanOrEqualTo(2);
      }
    }
  },
  /** Sending every command twice gives what sending it once gives. */
  TWICE_IS_ONCE {
    @Override
    void check(Desk desk, List<RewardCommand> commands) {
      List<RewardCommand> twice =
          commands.stream().flatMap(each -> List.of(each, each).stream()).toList();
      assertThat(served(desk, twice)).isEqualTo(served(desk, commands));
    }
  };

  /** What gives out benefits. */
  interface Desk {
    RewardDecision decide(Claims claims, Stock stock, RewardCommand command);
  }

  abstract void check(Desk desk, List<RewardCommand> commands);

  static Map<MemberId, Claims> served(Desk desk, List<RewardCommand> commands) {
    Map<MemberId, Claims> members = new TreeMap<>();
    Stock stock = Stock.untouched();
    for (RewardCommand command : commands) {
      Claims before = members.getOrDefault(command.member(), Claims.none(command.member()));
      RewardDecision decision = desk.decide(before, stock, command);
      members.put(command.member(), decision.claims());
      stock = decision.stock();
    }
    return members;
  }
}
