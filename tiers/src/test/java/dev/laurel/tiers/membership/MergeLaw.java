package dev.laurel.tiers.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.points.PointType;
import dev.laurel.core.testkit.Programs;
import dev.laurel.tiers.ladder.Counting;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.status.StatusRecord;
import dev.laurel.tiers.status.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The laws of merged memberships, each stated for any way of merging behind the port. */
enum MergeLaw {
  /** C12: what the one who stays has in an account is what both had. */
  POINTS_ADD_UP {
    @Override
    void check(Trial trial) {
      Membership kept = trial.merged(trial.ann, trial.bob);
      for (PointType type : List.of(Clubs.STARS, Clubs.MILES)) {
        assertThat(trial.balance(kept, type))
            .isEqualTo(trial.balance(trial.ann, type) + trial.balance(trial.bob, type));
      }
    }
  },
  /**
   * C12: who goes and who stays makes no difference to points; nor to figures and the present tier
   * where both count over one stretch and not each over a year of their own.
   */
  ORDER_MAKES_NO_DIFFERENCE {
    @Override
    void check(Trial trial) {
      Membership kept = trial.merged(trial.ann, trial.bob);
      Membership other = trial.merged(trial.bob, trial.ann);
      for (PointType type : List.of(Clubs.STARS, Clubs.MILES)) {
        assertThat(trial.balance(kept, type)).isEqualTo(trial.balance(other, type));
      }
      for (String ladder : kept.records().keySet()) {
        if (!trial.isOneStretch(ladder)) {
          continue;
        }
        assertThat(kept.standing(ladder, trial.at).tier())
            .isEqualTo(other.standing(ladder, trial.at).tier());
        for (Metric metric : trial.ladder(kept, ladder).metrics()) {
          assertThat(trial.figure(kept, ladder, metric))
              .isEqualTo(trial.figure(other, ladder, metric));
        }
      }
    }
  },
  /** C12: somebody to whom nothing has happened is neutral, on either side. */
  NOBODY_IS_NEUTRAL {
    @Override
    void check(Trial trial) {
      for (Membership merged :
          List.of(trial.merged(trial.nobody, trial.ann), trial.merged(trial.ann, trial.nobody))) {
        for (PointType type : List.of(Clubs.STARS, Clubs.MILES)) {
          assertThat(trial.balance(merged, type)).isEqualTo(trial.balance(trial.ann, type));
        }
        for (String ladder : merged.records().keySet()) {
          for (int day = 0; day < 1_500; day += 53) {
            Instant later = trial.at.plus(Duration.ofDays(day));
            assertThat(merged.standing(ladder, later).tier())
                .as("%s on day %s", ladder, day)
                .isEqualTo(trial.ann.standing(ladder, later).tier());
          }
        }
      }
    }
  },
  /** C12: told twice is told once. */
  TWICE_IS_ONCE {
    @Override
    void check(Trial trial) {
      MembershipMerge once = trial.merge(trial.ann, trial.bob);
      MembershipMerge twice = trial.merge(once.gone(), once.kept());
      assertThat(twice.rejection()).isEmpty();
      assertThat(twice.gone()).isEqualTo(once.gone());
      assertThat(twice.kept()).isEqualTo(once.kept());
    }
  },
  /**
   * C13: figures that are sums add up. Where tiers use credits up, the merge itself may reach one,
   * and what was returned or expired after it had been used is missing then.
   */
  CREDITS_ADD_UP {
    @Override
    void check(Trial trial) {
      Membership kept = trial.merged(trial.ann, trial.bob);
      for (String ladder : kept.records().keySet()) {
        TierLadder terms = trial.ladder(kept, ladder);
        boolean isLess = trial.mayUse(kept.record(ladder))
            && (trial.hasReturns
                || trial.hasExpiry(kept.record(ladder))
                || trial.hasReached(kept.record(ladder)));
        for (Metric metric : terms.metrics()) {
          long both =
              trial.figure(trial.ann, ladder, metric) + trial.figure(trial.bob, ladder, metric);
          if (metric.isSum() && !isLess) {
            assertThat(trial.figure(kept, ladder, metric)).isEqualTo(both);
          } else {
            assertThat(trial.figure(kept, ladder, metric)).isLessThanOrEqualTo(both);
          }
        }
      }
    }
  },
  /** C13: nobody's tier is lost. */
  NO_TIER_IS_LOST {
    @Override
    void check(Trial trial) {
      Membership kept = trial.merged(trial.ann, trial.bob);
      for (String ladder : kept.records().keySet()) {
        assertThat(kept.standing(ladder, trial.at).level())
            .isGreaterThanOrEqualTo(Math.max(
                trial.ann.standing(ladder, trial.at).level(),
                trial.bob.standing(ladder, trial.at).level()));
      }
    }
  },
  /** The past stays as the one who stays had it. */
  THE_PAST_STAYS {
    @Override
    void check(Trial trial) {
      Membership kept = trial.merged(trial.ann, trial.bob);
      for (String ladder : kept.records().keySet()) {
        for (Instant then = Clubs.ENROLLED;
            then.isBefore(trial.at);
            then = then.plus(Duration.ofDays(47))) {
          assertThat(kept.standing(ladder, then).tier())
              .isEqualTo(trial.bob.standing(ladder, then).tier());
        }
      }
    }
  };

  abstract void check(Trial trial);

  /** A way of merging. */
  interface Merger {
    MembershipMerge merge(
        Memberships memberships, Membership gone, Membership kept, CommandStamp stamp);
  }

  /** Two lives in a random program, until an instant at which they become one. */
  static final class Trial {
    final Membership ann;
    final Membership bob;
    final Membership nobody;
    final Instant at;
    final boolean hasReturns;
    private final Memberships memberships;
    private final Merger merger;

    Trial(Merger merger, long seed) {
      this.merger = merger;
      RandomClubs anns = new RandomClubs(seed);
      RandomClubs bobs = new RandomClubs(~seed, Programs.BOB, "bob-");
      this.memberships = Memberships.of(anns.program(LateCommands.AS_ARRIVED));
      Random random = new Random(seed);
      this.at = Clubs.ENROLLED.plus(Duration.ofDays(1L + random.nextInt(1_700)));
      Instant later = Clubs.ENROLLED.plus(Duration.ofDays(random.nextInt(2) * 100L));
      List<MembershipEvent> annsLife = anns.life(14);
      List<MembershipEvent> bobsLife = bobs.life(14);
      this.hasReturns = Stream.concat(annsLife.stream(), bobsLife.stream())
          .anyMatch(event -> event.phase() == LedgerCommand.Phase.REVERSAL);
      this.ann = lived(Programs.ANN, Clubs.ENROLLED, annsLife);
      this.bob = lived(Programs.BOB, later.isAfter(at) ? Clubs.ENROLLED : later, bobsLife);
      this.nobody = memberships.enrol(MemberId.of("m-nobody"), Clubs.ENROLLED);
    }

    private Membership lived(MemberId member, Instant enrolled, List<MembershipEvent> life) {
      Membership membership = memberships.enrol(member, enrolled);
      for (MembershipEvent event : life) {
        if (event.occurredAt().isBefore(at)) {
          membership = memberships.submit(membership, event).membership();
        }
      }
      return membership;
    }

    MembershipMerge merge(Membership gone, Membership kept) {
      CommandStamp stamp = CommandStamp.of(CommandId.of("merge"), gone.id(), at);
      return merger.merge(memberships, gone, kept, stamp);
    }

    Membership merged(Membership gone, Membership kept) {
      return merge(gone, kept).orThrow();
    }

    long balance(Membership membership, PointType type) {
      return membership.member().account(type).balance(at).units();
    }

    long figure(Membership membership, String ladder, Metric metric) {
      return membership.record(ladder).measures(at).of(metric, Optional.empty());
    }

    TierLadder ladder(Membership membership, String ladder) {
      return membership.record(ladder).versions().at(at);
    }

    boolean isOneStretch(String ladder) {
      QualifyingPeriod period = ladder(ann, ladder).period();
      return !period.restartsWithTier()
          && (!(period instanceof QualifyingPeriod.MembershipAnniversary)
              || ann.enrolledAt().equals(bob.enrolledAt()));
    }

    boolean hasExpiry(StatusRecord record) {
      return record.versions().byStart().values().stream()
          .anyMatch(terms -> !terms.validityByRule().isEmpty());
    }

    boolean mayUse(StatusRecord record) {
      return record.versions().byStart().values().stream()
          .anyMatch(
              terms -> terms.counting() != Counting.KEEP || terms.period().restartsWithTier());
    }

    boolean hasReached(StatusRecord record) {
      return record.course(at).transitions().stream()
          .anyMatch(each -> each.at().equals(at) && each.cause() == Transition.Cause.REACHED);
    }
  }
}
