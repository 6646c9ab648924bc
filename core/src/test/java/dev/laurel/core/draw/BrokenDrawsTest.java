package dev.laurel.core.draw;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each law catches a procedure that breaks it. */
class BrokenDrawsTest {
  private static final List<Ticket> TICKETS = List.of(
      Draws.ticket("t-1", "ann"),
      Draws.ticket("t-2", "ann"),
      Draws.ticket("t-3", "bob"),
      Draws.ticket("t-4", "ann"));

  @Test
  void winningWithEachTicketIsCaught() {
    assertCaught(DrawLaw.NOBODY_WINS_TWICE, (rules, tickets, seed) -> {
      List<DrawRecord.Step> steps = new ArrayList<>();
      for (Ticket ticket : tickets.subList(0, rules.places())) {
        steps.add(won(ticket, rules.prizes().get(0)));
      }
      return record(rules, seed, steps);
    });
  }

  @Test
  void givingTheFirstPrizeToEverybodyIsCaught() {
    assertCaught(
        DrawLaw.NO_PRIZE_IS_GIVEN_TWICE_OR_KEPT_BACK,
        (rules, tickets, seed) -> record(
            rules,
            seed,
            List.of(
                won(tickets.get(0), rules.prizes().get(0)),
                won(tickets.get(2), rules.prizes().get(0)))));
  }

  @Test
  void firstComeFirstServedIsCaught() {
    assertCaught(
        DrawLaw.ORDER_OF_ARRIVAL_CHANGES_NOTHING,
        (rules, tickets, seed) ->
            record(rules, seed, List.of(won(tickets.get(0), rules.prizes().get(0)))));
  }

  private static void assertCaught(DrawLaw law, DrawLaw.Procedure broken) {
    PrizeDraw rules = DrawLaws.rules(1, 0);
    assertThatThrownBy(() -> law.check(broken, rules, TICKETS, Draws.SEED))
        .isInstanceOf(AssertionError.class);
    law.check(DrawLaws::draw, rules, TICKETS, Draws.SEED);
  }

  private static DrawRecord.Step won(Ticket ticket, Prize prize) {
    return new DrawRecord.Step("0", ticket.id(), ticket.member(), new DrawRecord.Won(prize));
  }

  private static DrawRecord record(PrizeDraw rules, Seed seed, List<DrawRecord.Step> steps) {
    return new DrawRecord(rules.id(), seed, "", TICKETS.size(), steps);
  }
}
