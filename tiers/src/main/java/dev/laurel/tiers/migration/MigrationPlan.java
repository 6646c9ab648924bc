package dev.laurel.tiers.migration;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.Commons;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MemberDifference;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.membership.WhatIfTotals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The change from one version of a loyalty program to the next: from when, where the members of
 * tiers go that are gone, who keeps a tier for how long, and what becomes of points that are gone.
 *
 * <p>What the plan does not speak of follows the ladder: whoever qualifies for more has it at the
 * change, and whoever falls short keeps the tier until the review. In a ladder that is new counts
 * what happens from the change on; of one that ends everybody has the base tier then.
 *
 * <pre>{@code
 * plan.findings();                        // TIER_UNMAPPED elite.platinum: is gone: say where ...
 * plan.total(lives, asOf).moves();        // how many would be in which tier instead
 * plan.migrated(membership, commons);     // on the day
 * }</pre>
 */
@Value.Immutable
public abstract class MigrationPlan {
  MigrationPlan() {}

  /** The program as it is, with all its versions. */
  public abstract LoyaltyProgram before();

  /** The program as it will be; of several versions the latest counts. */
  public abstract LoyaltyProgram after();

  /** What is decided. */
  public abstract MigrationTerms terms();

  /** The plan of these parts. */
  public static MigrationPlan of(
      LoyaltyProgram before, LoyaltyProgram after, MigrationTerms terms) {
    return ImmutableMigrationPlan.builder()
        .before(before)
        .after(after)
        .terms(terms)
        .build();
  }

  /** The first instant of the next version. */
  public final Instant from() {
    return terms().from();
  }

  /** What has to be decided and what is worth knowing, the obstacles first. */
  @Value.Lazy
  public ImmutableList<MigrationFinding> findings() {
    return MigrationCheck.of(this);
  }

  /** Whether all is decided that has to be. */
  public final boolean isDecided() {
    return findings().stream().noneMatch(finding -> finding.code().isObstacle());
  }

  /**
   * The versions one after the other.
   *
   * @throws InvalidValueException VALUE_INVALID, naming the first obstacle, while there is one
   */
  @Value.Lazy
  public LoyaltyProgram program() {
    InvalidValueException.check(
        isDecided(),
        FailureCode.VALUE_INVALID,
        "findings",
        "a migration must have no obstacle: %s",
        findings());
    LoyaltyProgram.Builder program = LoyaltyProgram.builder();
    program
        .points(points())
        .earningLadder(factors().earningLadder())
        .crossing(factors().crossing())
        .rewards(Catalogs.rewards(before().rewards(), after().rewards(), from()))
        .addAllServices(Catalogs.services(before().services(), after().services()));
    for (LadderVersions ladder : before().ladders()) {
      program.addLadder(after()
          .findLadder(ladder.code())
          .map(next -> versions(ladder, next.latest()))
          .orElseGet(() -> ladder.with(from(), ladder.latest().ended())));
    }
    for (LadderVersions ladder : after().ladders()) {
      if (before().findLadder(ladder.code()).isEmpty()) {
        program.addLadder(LadderVersions.opening(from(), ladder.latest()));
      }
    }
    return program.build();
  }

  /** The program that says which ladder has the factors: the first of the two that has any. */
  private LoyaltyProgram factors() {
    return before().ladders().isEmpty() ? after() : before();
  }

  private ProgramVersions points() {
    ProgramVersions versions = before().points();
    return versions.latest().equals(after().points().latest())
        ? versions
        : versions.with(from(), after().points().latest());
  }

  private LadderVersions versions(LadderVersions versions, TierLadder next) {
    Map<String, Tier> successors = new HashMap<>();
    for (TierMapping mapping : terms().mappings()) {
      if (mapping.ladder().equals(versions.code())) {
        successors.put(mapping.gone(), mapping.to());
      }
    }
    TierLadder succeeding = next.succeeding(successors);
    return versions.latest().equals(succeeding) ? versions : versions.with(from(), succeeding);
  }

  /**
   * A life with what the plan brings to it: all that happened before the change, then what is
   * exchanged and granted, then the rest.
   *
   * @throws InvalidValueException VALUE_INVALID while there is an obstacle
   */
  public final WhatIf.Life applied(WhatIf.Life life) {
    WhatIf.Life past = part(life, true);
    ImmutableList<MembershipEvent> all = ImmutableList.<MembershipEvent>builder()
        .addAll(past.events())
        .addAll(Grants.of(this, Memberships.of(program()).lived(past)))
        .addAll(part(life, false).events())
        .build();
    return new WhatIf.Life(life.member(), life.enrolledAt(), life.facts(), all);
  }

  private WhatIf.Life part(WhatIf.Life life, boolean isBefore) {
    return new WhatIf.Life(
        life.member(),
        life.enrolledAt(),
        life.facts(),
        life.events().stream()
            .filter(event -> event.occurredAt().isBefore(from()) == isBefore)
            .toList());
  }

  /** The difference that the migration makes for one member. */
  public final MemberDifference compare(WhatIf.Life life, Instant asOf) {
    return new WhatIf(before(), program(), asOf).compare(life, applied(life));
  }

  /** The differences for many members in total, taken one after the other. */
  public final WhatIfTotals total(Stream<WhatIf.Life> lives, Instant asOf) {
    return new WhatIf(before(), program(), asOf).total(lives, this::applied);
  }

  /**
   * A running membership in the next version, with what the plan brings to it; nothing may have
   * happened to it after the change.
   *
   * @throws InvalidValueException VALUE_INVALID while there is an obstacle; TIME_RANGE if something
   *     has happened after the change
   */
  public final Migration migrated(Membership membership, Commons commons) {
    InvalidValueException.check(
        membership.member().clock().isBefore(from())
            && membership.records().values().stream()
                .allMatch(record -> record.clock().isBefore(from())),
        FailureCode.TIME_RANGE,
        "membership",
        "membership '%s' must be migrated before anything happens after %s",
        membership.id(),
        from());
    Memberships memberships = Memberships.of(program());
    Membership adopted = memberships.adopt(membership);
    return Migration.of(memberships, adopted, commons, Grants.of(this, adopted));
  }

  /** The last instant of the version before. */
  final Instant lastBefore() {
    return from().minus(1, ChronoUnit.MICROS);
  }

  /** What becomes of points of a type, if the plan says so. */
  final Optional<PointsExchange> exchange(PointType type) {
    return terms().exchanges().stream().filter(each -> each.from().equals(type)).findFirst();
  }

  /** Where the members of a tier go in the next version; to the same tier if it has it. */
  final Optional<Tier> successor(TierLadder next, Tier tier) {
    int level = next.level(tier);
    return level >= 0
        ? Optional.of(next.tier(level))
        : terms().mappings().stream()
            .filter(mapping -> mapping.ladder().equals(next.code()))
            .filter(mapping -> mapping.gone().equals(tier.code()))
            .map(TierMapping::to)
            .findFirst()
            .or(() -> Optional.ofNullable(next.successors().get(tier.code())));
  }

  @Value.Check
  void check() {
    checkIs(
        from().isAfter(before().points().byStart().lastKey())
            && before().ladders().stream()
                .allMatch(ladder -> from().isAfter(ladder.byStart().lastKey())),
        "from",
        "begin after the versions that there are: " + from());
    for (String ladder : terms().endings()) {
      checkIs(
          before().findLadder(ladder).isPresent() && after().findLadder(ladder).isEmpty(),
          "endings",
          "end a ladder that is there and then gone: " + ladder);
    }
    for (TierMapping mapping : terms().mappings()) {
      checkIs(
          has(before(), mapping.ladder(), mapping.gone())
              && !has(after(), mapping.ladder(), mapping.gone())
              && has(after(), mapping.ladder(), mapping.to().code()),
          "mappings",
          "map a tier that is gone to one that is there: " + mapping);
    }
    for (Grandfathering each : terms().grandfatherings()) {
      checkIs(
          has(before(), each.ladder(), each.tier())
              && after().findLadder(each.ladder()).isPresent(),
          "grandfatherings",
          "promise a tier that there is, of a ladder that goes on: " + each);
    }
    for (PointsExchange each : terms().exchanges()) {
      checkIs(
          before().points().latest().has(each.from())
              && !after().points().latest().has(each.from())
              && each.to().map(after().points().latest()::has).orElse(true),
          "exchanges",
          "exchange points that are gone for points that there are: " + each);
    }
  }

  private static void checkIs(boolean holds, String path, String rule) {
    InvalidValueException.check(
        holds, FailureCode.REFERENCE_UNKNOWN, path, "a migration must %s", rule);
  }

  private static boolean has(LoyaltyProgram program, String ladder, String tier) {
    return program
        .findLadder(ladder)
        .map(versions ->
            versions.latest().tiers().stream().anyMatch(each -> each.code().equals(tier)))
        .orElse(false);
  }
}
