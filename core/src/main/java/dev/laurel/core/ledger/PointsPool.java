package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.exact.LargestRemainder;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A shared account, such as a household's, to which members give a part of what they earn.
 *
 * <p>The pool's account is an account like any other, owned by the pool. Of a grant of 101 points,
 * a member with a share of 50 per cent gives 51 and keeps 50. Qualifying points never pool.
 *
 * @param account the owner under which the shared account is kept
 * @param shares the part each member gives, in per cent from 0 to 100
 */
public record PointsPool(MemberId account, SortedMap<MemberId, Integer> shares) {
  private static final long WHOLE = 100;

  /**
   * A pool of checked shares.
   *
   * @throws InvalidValueException PERCENT_RANGE if a share is not 0 to 100 per cent; VALUE_INVALID
   *     if the pool is its own member
   */
  public PointsPool {
    requireNonNull(account, "account");
    shares = ImmutableSortedMap.copyOf(shares);
    for (Map.Entry<MemberId, Integer> share : shares.entrySet()) {
      InvalidValueException.check(
          share.getValue() >= 0 && share.getValue() <= WHOLE,
          FailureCode.PERCENT_RANGE,
          "shares",
          "pool '%s' must take 0 to 100 per cent of '%s': %s",
          account,
          share.getKey(),
          share.getValue());
    }
    InvalidValueException.check(
        !shares.containsKey(account),
        FailureCode.VALUE_INVALID,
        "shares",
        "pool '%s' must not be its own member",
        account);
  }

  /**
   * What an accrual becomes.
   *
   * @param own what the member keeps
   * @param pooled what goes to the pool; absent if that is nothing
   */
  public record Contribution(LedgerCommand.Accrue own, Optional<LedgerCommand.Accrue> pooled) {
    /** A contribution of these parts. */
    public Contribution {
      requireNonNull(own, "own");
      requireNonNull(pooled, "pooled");
    }
  }

  /** The accrual of a member, split grant by grant; the parts add up to the whole. */
  public Contribution contribution(LedgerCommand.Accrue accrue) {
    ImmutableList.Builder<LotGrant> own = ImmutableList.builder();
    ImmutableList.Builder<LotGrant> pooled = ImmutableList.builder();
    boolean gives = false;
    for (LotGrant grant : accrue.grants()) {
      Points given = given(accrue.member(), grant.points());
      own.add(sized(grant, grant.points().minus(given)));
      pooled.add(sized(grant, given));
      gives |= !given.isZero();
    }
    Optional<LedgerCommand.Accrue> toPool = gives
        ? Optional.of(new LedgerCommand.Accrue(
            pooledStamp(accrue.stamp()), accrue.source(), accrue.kind(), pooled.build()))
        : Optional.empty();
    return new Contribution(
        new LedgerCommand.Accrue(accrue.stamp(), accrue.source(), accrue.kind(), own.build()),
        toPool);
  }

  private Points given(MemberId member, Points points) {
    long share = shares.getOrDefault(member, 0);
    if (!points.type().isRedeemable() || share == 0) {
      return points.type().zero();
    }
    return points.type().points(LargestRemainder.allocate(points.units(), share, WHOLE - share)[0]);
  }

  private static LotGrant sized(LotGrant grant, Points points) {
    return new LotGrant(grant.lot(), points, grant.rule(), grant.activation(), grant.expiry());
  }

  private CommandStamp pooledStamp(CommandStamp stamp) {
    return CommandStamp.of(stamp.id(), account, stamp.occurredAt(), stamp.recordedAt());
  }

  /**
   * Lets a member leave with a stated part of what the pool has, such as one of three equal parts.
   *
   * @param parts the weight of each member's part; a member without one leaves with nothing
   * @throws InvalidValueException DIVISION if all weights are zero
   */
  public Departure leave(
      Ledger ledger,
      PointsAccount pool,
      PointsAccount leaver,
      Map<MemberId, Long> parts,
      CommandId command,
      Instant at) {
    SortedMap<MemberId, Long> weights = ImmutableSortedMap.copyOf(parts);
    Points there = ledger.settle(pool, at).account().available(at);
    long[] amounts = LargestRemainder.allocate(
        there.units(), weights.values().stream().mapToLong(Long::longValue).toArray());
    int index = ImmutableList.copyOf(weights.keySet()).indexOf(leaver.member());
    Points part = there.type().points(index < 0 ? 0 : amounts[index]);
    TreeMap<MemberId, Integer> staying = new TreeMap<>(shares);
    staying.remove(leaver.member());
    PointsPool smaller = new PointsPool(account, staying);
    if (part.isZero()) {
      return new Departure(smaller, Optional.empty());
    }
    CommandStamp stamp = CommandStamp.of(command, account, at);
    TransferDecision transfer = Transfers.of(ledger)
        .transfer(pool, leaver, new LedgerCommand.TransferOut(stamp, leaver.member(), part));
    return new Departure(transfer.done().isPresent() ? smaller : this, Optional.of(transfer));
  }

  /**
   * What a departure comes to.
   *
   * @param pool the pool without the member, or as it was if the transfer was refused
   * @param transfer the transfer of the member's part; absent if that is nothing
   */
  public record Departure(PointsPool pool, Optional<TransferDecision> transfer) {
    /** A departure of these parts. */
    public Departure {
      requireNonNull(pool, "pool");
      requireNonNull(transfer, "transfer");
    }
  }
}
