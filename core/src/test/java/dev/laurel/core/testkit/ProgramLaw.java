package dev.laurel.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.AccrualStep;
import dev.laurel.core.earning.Skipped;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Outcome;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The laws of a program, each stated for any fold behind the port and any life of a member.
 *
 * <p>The fold proper keeps them all; for each incident there is a broken twin that breaks the law
 * named by it. The letters are those of the invariants in the specification.
 */
public enum ProgramLaw {
  /** A1 across the layers: what the rules granted is what the ledger received, lot by lot. */
  WHAT_IS_EARNED_IS_WHAT_IS_KEPT {
    @Override
    void check(Trial trial) {
      TreeMap<String, Long> earned = new TreeMap<>();
      trial.live((before, outcome) -> {
        Accrual accrual = outcome.effect().flatMap(effect -> effect.accrual()).orElse(null);
        if (accrual != null && !trial.isReturn(outcome)) {
          accrual
              .totals()
              .forEach((type, points) -> earned.merge(type.code(), points.units(), Long::sum));
        }
        outcome
            .member()
            .accounts()
            .forEach((type, account) -> assertThat(account.totals().accrued())
                .isEqualTo(earned.getOrDefault(type.code(), 0L)));
      });
    }
  },
  /** D11: the steps add up to the total, and each rule has steps or exactly one reason. */
  EVERY_RULE_IS_ACCOUNTED_FOR {
    @Override
    void check(Trial trial) {
      trial.live((before, outcome) -> outcome
          .effect()
          .flatMap(effect -> effect.accrual())
          .ifPresent(accrual -> assertAccountedFor(trial.program(), accrual)));
    }
  },
  /** C5: a purchase that is returned whole leaves points and counters as they were. */
  A_RETURN_UNDOES_ITS_PURCHASE {
    @Override
    void check(Trial trial) {
      Member before = trial.live((member, outcome) -> {});
      Outcome bought = trial.fold().submit(before, Submission.of(trial.purchase()));
      if (bought instanceof Outcome.Done) {
        Member after = trial
            .fold()
            .submit(bought.member(), trial.back("undo", Return.all()))
            .member();
        assertThat(trial.standing(after)).isEqualTo(trial.standing(before));
        assertThat(after.history()).isEqualTo(before.history());
      }
    }
  },
  /** C6: however a return is split, the same is taken back. */
  SPLITTING_A_RETURN_CHANGES_NOTHING {
    @Override
    void check(Trial trial) {
      Member before = trial.live((member, outcome) -> {});
      Outcome bought = trial.fold().submit(before, Submission.of(trial.purchase()));
      if (bought instanceof Outcome.Done) {
        long back = trial.purchase().total().minor() * 2 / 3;
        assertThat(trial.standing(trial.backIn(bought.member(), back, 5)))
            .isEqualTo(trial.standing(trial.backIn(bought.member(), back, 1)));
      }
    }
  },
  /** C14: buying and returning in circles leads nowhere. */
  CIRCLES_LEAD_NOWHERE {
    @Override
    void check(Trial trial) {
      Member before = trial.live((member, outcome) -> {});
      Member after = before;
      for (int i = 0; i < 3; i++) {
        Purchase again = trial.purchase("again-" + i);
        Outcome bought = trial.fold().submit(after, Submission.of(again));
        after = trial
            .fold()
            .submit(bought.member(), trial.backOf(again, "round-" + i))
            .member();
      }
      assertThat(trial.standing(after)).isEqualTo(trial.standing(before));
    }
  },
  /** A14: what comes again changes nothing and gets the same answer. */
  REPETITION_CHANGES_NOTHING {
    @Override
    void check(Trial trial) {
      trial.live((before, outcome) -> {
        if (outcome instanceof Outcome.Done done) {
          Outcome again = trial.fold().submit(done.member(), done.done().submission());
          assertThat(again).isInstanceOf(Outcome.Duplicate.class);
          assertThat(again.member()).isEqualTo(done.member());
          assertThat(again.effect()).isEqualTo(outcome.effect());
        }
      });
    }
  },
  /** A16: a rejection leaves no trace. */
  REJECTIONS_LEAVE_NO_TRACE {
    @Override
    void check(Trial trial) {
      trial.live((before, outcome) -> {
        if (outcome instanceof Outcome.Rejected) {
          assertThat(outcome.member()).isEqualTo(before);
        }
      });
      Member end = trial.live((before, outcome) -> {});
      Outcome outcome = trial.fold().submit(end, trial.back("unknown", Return.all()));
      assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
      assertThat(outcome.member()).isEqualTo(end);
    }
  },
  /** X2: under REPLAY the order of arrival changes nothing; other programs are exempt. */
  ARRIVAL_CHANGES_NOTHING_UNDER_REPLAY {
    @Override
    void check(Trial trial) {
      if (trial.isReplaying()) {
        List<Submission> arrivals = new ArrayList<>(trial.submissions());
        Member inOrder = trial.fold().history(trial.start(), arrivals);
        Collections.shuffle(arrivals, new Random(trial.seed()));
        Member shuffled = trial.fold().history(trial.start(), arrivals);
        assertThat(trial.standing(shuffled)).isEqualTo(trial.standing(inOrder));
        assertThat(shuffled.history()).isEqualTo(inOrder.history());
      }
    }
  };

  abstract void check(Trial trial);

  /** Holds the law against a fold, a life, and one more purchase. */
  public void check(
      ProgramUnderTest fold, Program program, List<Activity> life, Purchase purchase, long seed) {
    check(new Trial(fold, program, life, purchase, seed));
  }

  /** Something that is looked at after each submission. */
  interface Look {
    void after(Member before, Outcome outcome);
  }

  /** One case that a law is tried on. */
  record Trial(
      ProgramUnderTest fold, Program program, List<Activity> life, Purchase purchase, long seed) {
    Member start() {
      return Member.of(ProgramLives.member());
    }

    List<Submission> submissions() {
      return life.stream().map(Submission::of).toList();
    }

    boolean isReplaying() {
      return program.lateActivities() == LateCommands.REPLAY;
    }

    boolean isReturn(Outcome outcome) {
      return outcome.orThrow().submission() instanceof Submission.Did did
          && did.activity() instanceof Return;
    }

    Member live(Look look) {
      Member member = start();
      for (Submission submission : submissions()) {
        Outcome outcome = fold.submit(member, submission);
        look.after(member, outcome);
        member = outcome.member();
      }
      return member;
    }

    /** All that members see: every term but those that a purchase and its return both raise. */
    TreeMap<String, String> standing(Member member) {
      TreeMap<String, String> standing = new TreeMap<>();
      Instant end = purchase.occurredAt().plus(Duration.ofDays(1));
      for (PointsAccount account : member.accounts().values()) {
        PointType type = account.type();
        AccountTotals totals = account.totals(account.clock().isAfter(end) ? account.clock() : end);
        long net = totals.accrued() - totals.reversed();
        String words = totals.available() + " " + totals.pending() + " " + totals.debt() + " "
            + totals.expired();
        if (net != 0 || totals.debt() != 0) {
          standing.put(type.code(), words + " " + net);
        }
      }
      return standing;
    }

    Purchase purchase(String id) {
      Purchase.Builder again = Purchase.builder();
      again
          .id(ActivityId.of(id))
          .member(purchase.member())
          .occurredAt(purchase.occurredAt())
          .channel(purchase.channel())
          .addAllLines(purchase.lines())
          .addAllTenders(purchase.tenders());
      return again.build();
    }

    Submission back(String id, Return.Part part) {
      return back(id, purchase.id(), part);
    }

    Submission backOf(Purchase bought, String id) {
      return back(id, bought.id(), Return.all());
    }

    private Submission back(String id, ActivityId bought, Return.Part part) {
      return Submission.of(Return.builder()
          .id(ActivityId.of(id))
          .member(purchase.member())
          .occurredAt(purchase.occurredAt())
          .purchase(bought)
          .part(part)
          .build());
    }

    /** The member after a return of so much money in so many pieces. */
    Member backIn(Member member, long minor, int pieces) {
      Member after = member;
      for (int i = 0; i < pieces; i++) {
        long piece = minor * (i + 1) / pieces - minor * i / pieces;
        if (piece > 0) {
          ExactMoney money = ExactMoney.ofMinor(purchase.currency(), piece);
          Outcome outcome = fold.submit(after, back("piece-" + i, new Return.Amount(money)));
          assertThat(outcome.rejection()).isEmpty();
          after = outcome.member();
        }
      }
      return after;
    }
  }

  private static void assertAccountedFor(Program program, Accrual accrual) {
    for (PointType type : accrual.totals().keySet()) {
      long sum = accrual.steps().stream()
          .filter(step -> step.points().equals(type))
          .filter(step -> step.member().equals(accrual.activity().member()))
          .mapToLong(AccrualStep::granted)
          .sum();
      assertThat(accrual.total(type).units()).isEqualTo(sum);
    }
    Set<RuleId> granted = new TreeSet<>();
    accrual.steps().forEach(step -> granted.add(step.rule()));
    List<RuleId> skipped = accrual.skipped().stream().map(Skipped::rule).toList();
    assertThat(skipped).doesNotHaveDuplicates().noneMatch(granted::contains);
    assertThat(granted.size() + skipped.size())
        .isEqualTo(program.rules().rules().size());
  }
}
