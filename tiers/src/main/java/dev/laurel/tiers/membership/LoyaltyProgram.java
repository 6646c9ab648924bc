package dev.laurel.tiers.membership;

import dev.laurel.core.earning.Segment;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A program's points, its ladders, and what else members can have, as one value. */
@Value.Immutable
public abstract class LoyaltyProgram {
  LoyaltyProgram() {}

  /** The points and how they are earned and kept, in all versions. */
  public abstract ProgramVersions points();

  /** The ladders, which know nothing of each other. */
  public abstract List<LadderVersions> ladders();

  /** The ladder whose factor is the status multiplier of earning; the first one unless named. */
  public abstract Optional<String> earningLadder();

  /** Which factor an event has that reaches a tier; that of its start unless said otherwise. */
  @Value.Default
  public Crossing crossing() {
    return Crossing.AT_EVENT_START;
  }

  /** The benefits that members can have beside points; none unless said otherwise. */
  @Value.Default
  public RewardCatalog rewards() {
    return RewardCatalog.of();
  }

  /** The terms of the services that members can have; none unless said otherwise. */
  public abstract List<ServiceTerms> services();

  /** The program of these points and one ladder. */
  public static LoyaltyProgram of(Program points, TierLadder ladder) {
    return builder()
        .points(ProgramVersions.of(points))
        .addLadder(LadderVersions.of(ladder))
        .build();
  }

  /** The days and years of the program, those of its first version. */
  public final ProgramCalendar calendar() {
    return points().byStart().values().asList().get(0).calendar();
  }

  /**
   * The ladder whose factor is the status multiplier of earning; absent where there is no ladder.
   */
  public final Optional<LadderVersions> factors() {
    return earningLadder().map(this::ladder).or(() -> ladders().stream().findFirst());
  }

  /**
   * The ladder of this code.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the program has no such ladder
   */
  public final LadderVersions ladder(String code) {
    return findLadder(code)
        .orElseThrow(() -> new InvalidValueException(
            FailureCode.REFERENCE_UNKNOWN,
            "ladders",
            "program '" + points().latest().id() + "' must have the ladder: " + code));
  }

  /** The ladder of this code, if the program has it. */
  public final Optional<LadderVersions> findLadder(String code) {
    return ladders().stream().filter(ladder -> ladder.code().equals(code)).findFirst();
  }

  /**
   * The segment of everybody who stands in a tier or higher, by which benefits may ask for it: that
   * of {@code gold} in the ladder {@code elite} is {@code elite:gold}.
   */
  public static Segment atLeast(String ladder, Tier tier) {
    return Segment.of(ladder + ":" + tier.code());
  }

  /** A builder; the points have no default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LoyaltyProgram}. */
  public static final class Builder extends ImmutableLoyaltyProgram.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    long codes = ladders().stream().map(LadderVersions::code).distinct().count();
    InvalidValueException.check(
        codes == ladders().size(),
        FailureCode.CONFIG_DUPLICATE,
        "ladders",
        "program '%s' must have each ladder once: %s",
        points().latest().id(),
        ladders().stream().map(LadderVersions::code).toList());
    earningLadder().ifPresent(this::ladder);
    long names = services().stream().map(ServiceTerms::service).distinct().count();
    InvalidValueException.check(
        names == services().size(),
        FailureCode.CONFIG_DUPLICATE,
        "services",
        "program '%s' must have terms for each service once: %s",
        points().latest().id(),
        services().stream().map(ServiceTerms::service).toList());
  }
}
