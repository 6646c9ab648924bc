package dev.laurel.core.breakage;

import dev.laurel.core.identity.MemberId;
import java.time.Instant;

/**
 * What happens to points from the time they are earned, told one event after another.
 *
 * <p>{@link LotReader} tells it from the entries of accounts; a caller whose lots are elsewhere
 * tells it directly. All counts are in the smallest units of one type of points and at least zero.
 * Every event names when the points were earned, since that is what triangles and curves sort by.
 */
public interface LotFlow {
  /** Points came into being. */
  void issued(MemberId member, Instant earnedAt, long units);

  /** Points were spent. */
  void redeemed(MemberId member, Instant earnedAt, Instant at, long units);

  /** Spent points came back to where they had been. */
  void redemptionReversed(MemberId member, Instant earnedAt, Instant at, long units);

  /** Points expired or were forfeited. */
  void lapsed(MemberId member, Instant earnedAt, Instant at, long units);

  /** Points were taken back as if never issued, such as after a return. */
  void takenBack(MemberId member, Instant earnedAt, Instant at, long units);

  /** Points went to another member; they keep the date they were earned. */
  default void givenAway(MemberId member, Instant earnedAt, Instant at, long units) {}

  /** Points came from another member. */
  default void received(MemberId member, Instant earnedAt, Instant at, long units) {}
}
