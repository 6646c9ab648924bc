package dev.laurel.core.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The laws of a procedure that draws winners, each as a check that fails where it is broken. */
enum DrawLaw {
  NOBODY_WINS_TWICE {
    @Override
    void check(Procedure procedure, PrizeDraw rules, List<Ticket> tickets, Seed seed) {
      List<MemberId> placed = placed(procedure.draw(rules, tickets, seed));
      assertThat(placed).doesNotHaveDuplicates();
    }
  },
  NO_PRIZE_IS_GIVEN_TWICE_OR_KEPT_BACK {
    @Override
    void check(Procedure procedure, PrizeDraw rules, List<Ticket> tickets, Seed seed) {
      long members = tickets.stream().map(Ticket::member).distinct().count();
      DrawRecord drawn = procedure.draw(rules, tickets, seed);
      assertThat(drawn.winners()).hasSize((int) Math.min(members, rules.places()));
      for (Prize prize : rules.prizes()) {
        assertThat(drawn.winners().stream()
                .filter(step -> step.fate().equals(new DrawRecord.Won(prize)))
                .count())
            .isLessThanOrEqualTo(prize.quantity());
      }
    }
  },
  ORDER_OF_ARRIVAL_CHANGES_NOTHING {
    @Override
    void check(Procedure procedure, PrizeDraw rules, List<Ticket> tickets, Seed seed) {
      DrawRecord expected = procedure.draw(rules, tickets, seed);
      List<Ticket> other = new ArrayList<>(tickets);
      Collections.reverse(other);
      assertThat(procedure.draw(rules, other, seed)).isEqualTo(expected);
      Collections.shuffle(other, new Random(tickets.size()));
      assertThat(procedure.draw(rules, other, seed)).isEqualTo(expected);
    }
  };

  /** A way of drawing winners. */
  interface Procedure {
    DrawRecord draw(PrizeDraw rules, List<Ticket> tickets, Seed seed);
  }

  abstract void check(Procedure procedure, PrizeDraw rules, List<Ticket> tickets, Seed seed);

  static List<MemberId> placed(DrawRecord drawn) {
    List<MemberId> placed = new ArrayList<>();
    drawn.winners().forEach(step -> placed.add(step.member()));
    drawn.alternates().forEach(step -> placed.add(step.member()));
    return placed;
  }
}
