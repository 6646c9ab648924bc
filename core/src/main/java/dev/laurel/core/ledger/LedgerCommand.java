package dev.laurel.core.ledger;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants the ledger to do with one account.
 *
 * <p>A command is a wish: {@link Ledger#decide} turns it into entries or refuses it.
 */
public sealed interface LedgerCommand {
  /** What every command says of itself. */
  CommandStamp stamp();

  /** The place of the command among those of one instant. */
  Phase phase();

  /** The answer of the case that fits. */
  <R> R match(Cases<R> cases);

  /** The name of the command. */
  default CommandId id() {
    return stamp().id();
  }

  /** The owner of the account. */
  default MemberId member() {
    return stamp().member();
  }

  /** Business time. */
  default Instant occurredAt() {
    return stamp().occurredAt();
  }

  /** Knowledge time. */
  default Instant recordedAt() {
    return stamp().recordedAt();
  }

  /** The types of the points it speaks of; at most one in a command that can be accepted. */
  default Set<PointType> pointTypes() {
    return ImmutableSet.of();
  }

  /** Whether it takes points away for the member's own purposes, which a frozen account refuses. */
  default boolean spends() {
    return false;
  }

  /**
   * The first field in which a command of the same name says something else; absent if they say the
   * same. When they became known and which version they expect is no content.
   */
  default Optional<String> firstDifference(LedgerCommand other) {
    return CommandContent.firstDifference(this, other).map(Refusal.Mismatch::what);
  }

  /** What comes first among things that happen at one instant. */
  enum Phase {
    /** Points expire. */
    EXPIRY,
    /** Earlier things are taken back. */
    REVERSAL,
    /** Points come in. */
    EARNING,
    /** Points go out. */
    BURNING
  }

  private static void checkExpiry(CommandStamp stamp, LotId lot, LotExpiry expiry) {
    if (expiry instanceof LotExpiry.At at) {
      InvalidValueException.check(
          at.instant().isAfter(stamp.occurredAt()),
          FailureCode.EXPIRY_INVALID,
          "expiry",
          "lot '%s' must expire after it is earned: earned %s, expires %s",
          lot,
          stamp.occurredAt(),
          at.instant());
    }
  }

  /** One answer for each kind of command. */
  interface Cases<R> {
    /** The answer for {@link Accrue}. */
    R accrue(Accrue command);

    /** The answer for {@link Activate}. */
    R activate(Activate command);

    /** The answer for {@link CancelPending}. */
    R cancelPending(CancelPending command);

    /** The answer for {@link Redeem}. */
    R redeem(Redeem command);

    /** The answer for {@link Hold}. */
    R hold(Hold command);

    /** The answer for {@link Capture}. */
    R capture(Capture command);

    /** The answer for {@link Release}. */
    R release(Release command);

    /** The answer for {@link ReverseRedemption}. */
    R reverseRedemption(ReverseRedemption command);

    /** The answer for {@link ReverseAccrual}. */
    R reverseAccrual(ReverseAccrual command);

    /** The answer for {@link Expire}. */
    R expire(Expire command);

    /** The answer for {@link Extend}. */
    R extend(Extend command);

    /** The answer for {@link Reinstate}. */
    R reinstate(Reinstate command);

    /** The answer for {@link AdjustUp}. */
    R adjustUp(AdjustUp command);

    /** The answer for {@link AdjustDown}. */
    R adjustDown(AdjustDown command);

    /** The answer for {@link TransferOut}. */
    R transferOut(TransferOut command);

    /** The answer for {@link TransferIn}. */
    R transferIn(TransferIn command);

    /** The answer for {@link Absorb}. */
    R absorb(Absorb command);

    /** The answer for {@link MergeAway}. */
    R mergeAway(MergeAway command);

    /** The answer for {@link Close}. */
    R close(Close command);

    /** The answer for {@link Freeze}. */
    R freeze(Freeze command);

    /** The answer for {@link Thaw}. */
    R thaw(Thaw command);

    /** The answer for {@link RecordActivity}. */
    R recordActivity(RecordActivity command);

    /** The answer for {@link SuspendExpiry}. */
    R suspendExpiry(SuspendExpiry command);

    /** The answer for {@link ResumeExpiry}. */
    R resumeExpiry(ResumeExpiry command);

    /** The answer for {@link Checkpoint}. */
    R checkpoint(Checkpoint command);
  }

  /**
   * Opens the lots that an activity earned; one without lots still marks the activity as seen.
   *
   * @param stamp what every command says of itself
   * @param source the activity, such as a receipt
   * @param kind what kind of activity it was
   * @param grants the components; those of zero points open no lot
   */
  record Accrue(CommandStamp stamp, ActivityId source, ActivityKind kind, List<LotGrant> grants)
      implements LedgerCommand {
    /** A command of these parts. */
    public Accrue {
      requireNonNull(stamp, "stamp");
      requireNonNull(source, "source");
      requireNonNull(kind, "kind");
      grants = ImmutableList.copyOf(grants);
      for (LotGrant grant : grants) {
        checkExpiry(stamp, grant.lot(), grant.expiry());
      }
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.accrue(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      if (grants.isEmpty()) {
        return ImmutableSet.of();
      }
      // Mostly there is one, and that needs no building.
      PointType first = grants.get(0).points().type();
      return Iterables.all(grants, grant -> grant.points().type().equals(first))
          ? ImmutableSet.of(first)
          : grants.stream().map(grant -> grant.points().type()).collect(toImmutableSet());
    }
  }

  /**
   * Makes pending lots usable before or at their time.
   *
   * @param stamp what every command says of itself
   * @param lots which pending lots
   */
  record Activate(CommandStamp stamp, LotSelection lots) implements LedgerCommand {
    /** A command of these parts. */
    public Activate {
      requireNonNull(stamp, "stamp");
      requireNonNull(lots, "lots");
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.activate(this);
    }
  }

  /**
   * Takes pending lots back.
   *
   * @param stamp what every command says of itself
   * @param lots which pending lots
   */
  record CancelPending(CommandStamp stamp, LotSelection lots) implements LedgerCommand {
    /** A command of these parts. */
    public CancelPending {
      requireNonNull(stamp, "stamp");
      requireNonNull(lots, "lots");
    }

    @Override
    public Phase phase() {
      return Phase.REVERSAL;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.cancelPending(this);
    }
  }

  /**
   * Spends points at once.
   *
   * @param stamp what every command says of itself
   * @param points how many
   * @param purpose what for, such as an order; may be empty
   */
  record Redeem(CommandStamp stamp, Points points, String purpose) implements LedgerCommand {
    /** A command of these parts. */
    public Redeem {
      requireNonNull(stamp, "stamp");
      requireNonNull(points, "points");
      requireNonNull(purpose, "purpose");
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.redeem(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(points.type());
    }

    @Override
    public boolean spends() {
      return true;
    }
  }

  /**
   * Sets points aside until they are captured, released or timed out; the hold is named by this
   * command.
   *
   * @param stamp what every command says of itself
   * @param points how many
   * @param expiresAt the first instant at which the hold has ended by itself
   */
  record Hold(CommandStamp stamp, Points points, Instant expiresAt) implements LedgerCommand {
    /** A command of these parts. */
    public Hold {
      requireNonNull(stamp, "stamp");
      requireNonNull(points, "points");
      requireNonNull(expiresAt, "expiresAt");
      expiresAt = TimeGate.admit(expiresAt, "expiresAt");
      InvalidValueException.check(
          expiresAt.isAfter(stamp.occurredAt()),
          FailureCode.EXPIRY_INVALID,
          "expiresAt",
          "hold '%s' must end after it starts: starts %s, ends %s",
          stamp.id(),
          stamp.occurredAt(),
          expiresAt);
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.hold(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(points.type());
    }

    @Override
    public boolean spends() {
      return true;
    }
  }

  /**
   * Spends held points; what is not captured returns to its lots.
   *
   * @param stamp what every command says of itself
   * @param hold the command that placed the hold
   * @param points how many, at most those held
   * @param purpose what for; may be empty
   */
  record Capture(CommandStamp stamp, CommandId hold, Points points, String purpose)
      implements LedgerCommand {
    /** A command of these parts. */
    public Capture {
      requireNonNull(stamp, "stamp");
      requireNonNull(hold, "hold");
      requireNonNull(points, "points");
      requireNonNull(purpose, "purpose");
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.capture(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(points.type());
    }

    @Override
    public boolean spends() {
      return true;
    }
  }

  /**
   * Gives a hold up; the field also says void.
   *
   * @param stamp what every command says of itself
   * @param hold the command that placed the hold
   */
  record Release(CommandStamp stamp, CommandId hold) implements LedgerCommand {
    /** A command of these parts. */
    public Release {
      requireNonNull(stamp, "stamp");
      requireNonNull(hold, "hold");
    }

    @Override
    public Phase phase() {
      return Phase.REVERSAL;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.release(this);
    }
  }

  /**
   * Puts spent points back into the lots they came from, those with the latest place in the burn
   * order first.
   *
   * @param stamp what every command says of itself
   * @param redemption the command that spent them: a redemption or a capture
   * @param points how many; absent for all that are not yet reversed
   */
  record ReverseRedemption(CommandStamp stamp, CommandId redemption, Optional<Points> points)
      implements LedgerCommand {
    /** A command of these parts. */
    public ReverseRedemption {
      requireNonNull(stamp, "stamp");
      requireNonNull(redemption, "redemption");
      requireNonNull(points, "points");
    }

    @Override
    public Phase phase() {
      return Phase.REVERSAL;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reverseRedemption(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return points.map(Points::type).map(ImmutableSet::of).orElseGet(ImmutableSet::of);
    }
  }

  /**
   * Takes back what an activity earned too much, once it has been recomputed without what was
   * returned.
   *
   * @param stamp what every command says of itself
   * @param source the activity
   * @param entitled what it still earns
   */
  record ReverseAccrual(CommandStamp stamp, ActivityId source, Points entitled)
      implements LedgerCommand {
    /** A command of these parts. */
    public ReverseAccrual {
      requireNonNull(stamp, "stamp");
      requireNonNull(source, "source");
      requireNonNull(entitled, "entitled");
    }

    @Override
    public Phase phase() {
      return Phase.REVERSAL;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reverseAccrual(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(entitled.type());
    }
  }

  /**
   * Lets time act, and nothing else; every other command does so as well.
   *
   * @param stamp what every command says of itself
   */
  record Expire(CommandStamp stamp) implements LedgerCommand {
    /** A command of these parts. */
    public Expire {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public Phase phase() {
      return Phase.EXPIRY;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.expire(this);
    }
  }

  /**
   * Gives lots another expiry.
   *
   * @param stamp what every command says of itself
   * @param lots which lots
   * @param expiry the other expiry
   */
  record Extend(CommandStamp stamp, LotSelection lots, LotExpiry expiry) implements LedgerCommand {
    /** A command of these parts. */
    public Extend {
      requireNonNull(stamp, "stamp");
      requireNonNull(lots, "lots");
      requireNonNull(expiry, "expiry");
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.extend(this);
    }
  }

  /**
   * Gives expired points back as a new lot.
   *
   * @param stamp what every command says of itself
   * @param lot the new lot
   * @param points how many, at most those that have expired
   * @param expiry its expiry
   */
  record Reinstate(CommandStamp stamp, LotId lot, Points points, LotExpiry expiry)
      implements LedgerCommand {
    /** A command of these parts. */
    public Reinstate {
      requireNonNull(stamp, "stamp");
      requireNonNull(lot, "lot");
      requireNonNull(points, "points");
      requireNonNull(expiry, "expiry");
      checkExpiry(stamp, lot, expiry);
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reinstate(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(points.type());
    }
  }

  /**
   * Credits points by hand.
   *
   * @param stamp what every command says of itself
   * @param lot the new lot
   * @param points how many
   * @param expiry its expiry
   * @param reason why, for people
   */
  record AdjustUp(CommandStamp stamp, LotId lot, Points points, LotExpiry expiry, String reason)
      implements LedgerCommand {
    /** A command of these parts. */
    public AdjustUp {
      requireNonNull(stamp, "stamp");
      requireNonNull(lot, "lot");
      requireNonNull(points, "points");
      requireNonNull(expiry, "expiry");
      requireNonNull(reason, "reason");
      checkExpiry(stamp, lot, expiry);
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.adjustUp(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(points.type());
    }
  }

  /**
   * Debits points by hand; the policy says what happens where there are too few.
   *
   * @param stamp what every command says of itself
   * @param points how many
   * @param reason why, for people
   */
  record AdjustDown(CommandStamp stamp, Points points, String reason) implements LedgerCommand {
    /** A command of these parts. */
    public AdjustDown {
      requireNonNull(stamp, "stamp");
      requireNonNull(points, "points");
      requireNonNull(reason, "reason");
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.adjustDown(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(points.type());
    }
  }

  /**
   * Gives points to another member; {@link Transfers} makes both halves.
   *
   * @param stamp what every command says of itself
   * @param to the other member
   * @param points how many
   */
  record TransferOut(CommandStamp stamp, MemberId to, Points points) implements LedgerCommand {
    /** A command of these parts. */
    public TransferOut {
      requireNonNull(stamp, "stamp");
      requireNonNull(to, "to");
      requireNonNull(points, "points");
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.transferOut(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(points.type());
    }

    @Override
    public boolean spends() {
      return true;
    }
  }

  /**
   * Receives points from another member; {@link Transfers} makes both halves.
   *
   * @param stamp what every command says of itself
   * @param from the other member
   * @param lots the lots, with their dates
   */
  record TransferIn(CommandStamp stamp, MemberId from, List<TransferredLot> lots)
      implements LedgerCommand {
    /** A command of these parts. */
    public TransferIn {
      requireNonNull(stamp, "stamp");
      requireNonNull(from, "from");
      lots = ImmutableList.copyOf(lots);
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.transferIn(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return lots.stream().map(part -> part.points().type()).collect(ImmutableSet.toImmutableSet());
    }
  }

  /**
   * Takes up everything another account has; {@link Transfers#merge} makes both halves.
   *
   * @param stamp what every command says of itself
   * @param other the other account, as it is
   */
  record Absorb(CommandStamp stamp, PointsAccount.Snapshot other) implements LedgerCommand {
    /** A command of these parts. */
    public Absorb {
      requireNonNull(stamp, "stamp");
      requireNonNull(other, "other");
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.absorb(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(other.totals().type());
    }
  }

  /**
   * Goes up in another account; {@link Transfers#merge} makes both halves.
   *
   * @param stamp what every command says of itself
   * @param into the owner of the other account
   */
  record MergeAway(CommandStamp stamp, MemberId into) implements LedgerCommand {
    /** A command of these parts. */
    public MergeAway {
      requireNonNull(stamp, "stamp");
      requireNonNull(into, "into");
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.mergeAway(this);
    }

    @Override
    public boolean spends() {
      return true;
    }
  }

  /**
   * Ends the account; what it has is forfeited.
   *
   * @param stamp what every command says of itself
   * @param reason why, for people
   */
  record Close(CommandStamp stamp, String reason) implements LedgerCommand {
    /** A command of these parts. */
    public Close {
      requireNonNull(stamp, "stamp");
      requireNonNull(reason, "reason");
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.close(this);
    }
  }

  /**
   * Stops spending.
   *
   * @param stamp what every command says of itself
   * @param reason why, for people
   */
  record Freeze(CommandStamp stamp, String reason) implements LedgerCommand {
    /** A command of these parts. */
    public Freeze {
      requireNonNull(stamp, "stamp");
      requireNonNull(reason, "reason");
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.freeze(this);
    }
  }

  /**
   * Allows spending again.
   *
   * @param stamp what every command says of itself
   */
  record Thaw(CommandStamp stamp) implements LedgerCommand {
    /** A command of these parts. */
    public Thaw {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.thaw(this);
    }
  }

  /**
   * Tells that the member did something, which may keep points alive.
   *
   * @param stamp what every command says of itself
   * @param kind what the member did
   */
  record RecordActivity(CommandStamp stamp, ActivityKind kind) implements LedgerCommand {
    /** A command of these parts. */
    public RecordActivity {
      requireNonNull(stamp, "stamp");
      requireNonNull(kind, "kind");
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.recordActivity(this);
    }
  }

  /**
   * Stops expiry while a status lasts; dates stay as they are.
   *
   * @param stamp what every command says of itself
   */
  record SuspendExpiry(CommandStamp stamp) implements LedgerCommand {
    /** A command of these parts. */
    public SuspendExpiry {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public Phase phase() {
      return Phase.EARNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.suspendExpiry(this);
    }
  }

  /**
   * Lets expiry bite again, with the dates that lots had all the while.
   *
   * @param stamp what every command says of itself
   */
  record ResumeExpiry(CommandStamp stamp) implements LedgerCommand {
    /** A command of these parts. */
    public ResumeExpiry {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public Phase phase() {
      return Phase.EXPIRY;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.resumeExpiry(this);
    }
  }

  /**
   * States the balance that the sender believes in; refused where the ledger differs.
   *
   * @param stamp what every command says of itself
   * @param balance available points less debt
   */
  record Checkpoint(CommandStamp stamp, Balance balance) implements LedgerCommand {
    /** A command of these parts. */
    public Checkpoint {
      requireNonNull(stamp, "stamp");
      requireNonNull(balance, "balance");
    }

    @Override
    public Phase phase() {
      return Phase.BURNING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.checkpoint(this);
    }

    @Override
    public Set<PointType> pointTypes() {
      return ImmutableSet.of(balance.type());
    }
  }
}
