package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.shop;
import static dev.laurel.core.testkit.Programs.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.testkit.BrokenPrograms;
import dev.laurel.core.testkit.ProgramUnderTest;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * S11: somebody who tries whatever pays, one step ahead, and never has more than what the goods
 * they kept are worth.
 *
 * <p>The program gives one star for each full EUR 10.00 of a purchase. What counts as gain is stars
 * there, spent and not given back, less what is owed, less one for each full EUR 10.00 kept.
 */
class AdversaryLaws {
  private static final Instant START = Instant.parse("2025-01-10T08:00:00Z");
  private static final int STEPS = 12;

  @Property(tries = 60)
  void nobodyGainsByTricks(@ForAll Random random) {
    Loyalty loyalty = Loyalty.of(program());
    assertThat(new Adversary(ProgramUnderTest.proper(loyalty), random).bestGain())
        .isLessThanOrEqualTo(0);
  }

  @Example
  void theAdversaryFindsReturnsThatAreRoundedOneByOne() {
    assertGainsFrom(BrokenPrograms.PRORATES_EACH_RETURN);
  }

  @Example
  void theAdversaryFindsPointsThatStayWhenGoodsGoBack() {
    assertGainsFrom(BrokenPrograms.KEEPS_POINTS_OF_RETURNED_GOODS);
  }

  private static void assertGainsFrom(BrokenPrograms twin) {
    Loyalty loyalty = Loyalty.of(program());
    assertThatThrownBy(() -> {
          for (int seed = 0; seed < 20; seed++) {
            assertThat(new Adversary(twin.twinOf(loyalty), new Random(seed)).bestGain())
                .isLessThanOrEqualTo(0);
          }
        })
        .isInstanceOf(AssertionError.class);
  }

  private static Program program() {
    EarningRule base = EarningRule.builder()
        .id(RuleId.of("base"))
        .points(STARS)
        .formula(new Formula.PerStep(ExactMoney.parse("EUR 10.00"), STARS.points(1)))
        .rounding(RoundingMode.DOWN)
        .build();
    return Program.builder()
        .id(shop().id())
        .calendar(shop().calendar())
        .addPointTerms(terms(STARS))
        .rules(RuleBook.of(base))
        .build();
  }

  /** Where the adversary stands. */
  private record Standing(Member member, Map<ActivityId, Long> kept, List<CommandId> spent) {
    long gain(Instant now) {
      AccountTotals totals = member.account(STARS).totals(now);
      long deserved = kept.values().stream().mapToLong(minor -> minor / 1_000).sum();
      return totals.available() + totals.held() + totals.redeemed() - totals.debt() - deserved;
    }
  }

  private static final class Adversary {
    private final ProgramUnderTest program;
    private final Random random;
    private Instant now = START;
    private int names;

    Adversary(ProgramUnderTest program, Random random) {
      this.program = program;
      this.random = random;
    }

    /** The most that is gained on the way. */
    long bestGain() {
      Standing standing = new Standing(Member.of(ANN), new TreeMap<>(), List.of());
      long best = 0;
      for (int i = 0; i < STEPS; i++) {
        now = now.plus(Duration.ofHours(1));
        Instant then = now;
        List<Standing> ways = new ArrayList<>();
        for (int j = 0; j < 6; j++) {
          way(standing).ifPresent(ways::add);
        }
        // Now and then something that does not pay at once, so that longer tricks are met.
        standing = random.nextInt(3) == 0 || ways.isEmpty()
            ? way(standing).orElse(standing)
            : ways.stream().max(Comparator.comparing(way -> way.gain(then))).orElseThrow();
        best = Math.max(best, standing.gain(now));
      }
      return best;
    }

    private Optional<Standing> way(Standing from) {
      int choice = random.nextInt(5);
      if (choice == 0 || from.kept().isEmpty()) {
        return buy(from);
      } else if (choice == 1) {
        return spend(from);
      } else if (choice == 2) {
        return cancel(from);
      }
      return giveBack(from);
    }

    private Optional<Standing> buy(Standing from) {
      ActivityId id = ActivityId.of("r-" + names++);
      long minor = 500L * (1 + random.nextInt(8));
      Purchase purchase = Purchase.builder()
          .id(id)
          .member(ANN)
          .occurredAt(now)
          .addLine(Line.builder()
              .sku(Sku.of("any"))
              .unitPrice(ExactMoney.ofMinor("EUR", minor))
              .build())
          .build();
      Map<ActivityId, Long> kept = new TreeMap<>(from.kept());
      kept.put(id, minor);
      return after(from, Submission.of(purchase), kept, from.spent());
    }

    private Optional<Standing> giveBack(Standing from) {
      List<ActivityId> bought = List.copyOf(from.kept().keySet());
      ActivityId purchase = bought.get(random.nextInt(bought.size()));
      long left = from.kept().get(purchase);
      long back = Math.min(left, 500L);
      if (back == 0) {
        return Optional.empty();
      }
      Map<ActivityId, Long> kept = new TreeMap<>(from.kept());
      kept.put(purchase, left - back);
      Return part = Return.builder()
          .id(ActivityId.of("b-" + names++))
          .member(ANN)
          .occurredAt(now)
          .purchase(purchase)
          .part(new Return.Amount(ExactMoney.ofMinor("EUR", back)))
          .build();
      return after(from, Submission.of(part), kept, from.spent());
    }

    private Optional<Standing> spend(Standing from) {
      CommandId id = CommandId.of("c-" + names++);
      List<CommandId> spent = new ArrayList<>(from.spent());
      spent.add(id);
      LedgerCommand redeem = new LedgerCommand.Redeem(
          CommandStamp.of(id, ANN, now), STARS.points(1 + random.nextInt(3)), "");
      return after(from, Submission.of(STARS, redeem), from.kept(), spent);
    }

    private Optional<Standing> cancel(Standing from) {
      if (from.spent().isEmpty()) {
        return Optional.empty();
      }
      CommandId redemption = from.spent().get(random.nextInt(from.spent().size()));
      LedgerCommand reverse = new LedgerCommand.ReverseRedemption(
          CommandStamp.of(CommandId.of("x-" + names++), ANN, now), redemption, Optional.empty());
      return after(from, Submission.of(STARS, reverse), from.kept(), from.spent());
    }

    private Optional<Standing> after(
        Standing from, Submission submission, Map<ActivityId, Long> kept, List<CommandId> spent) {
      Outcome outcome = program.submit(from.member(), submission);
      return outcome.rejection().isPresent()
          ? Optional.empty()
          : Optional.of(new Standing(outcome.member(), kept, spent));
    }
  }
}
