package dev.laurel.core.books;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.Portion;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cohorts of lots: of open ones, and of closed ones that are still remembered because a
 * redemption out of them may be taken back.
 */
final class KnownLots {
  private final Map<MemberId, Map<LotId, Known>> byMember = new HashMap<>();

  /** A lot's cohort, what is left in it, and as of when the last of its movements is booked. */
  record Known(Cohort cohort, long left, Instant bookedAt) {
    /** A command may arrive late and speak of a time before the lot was booked; books do not. */
    Instant notBefore(Instant at) {
      return at.isAfter(bookedAt) ? at : bookedAt;
    }
  }

  void open(MemberId member, LotId lot, Cohort cohort, long units, Instant at) {
    put(member, lot, new Known(cohort, units, at));
  }

  void put(MemberId member, LotId lot, Known known) {
    byMember.computeIfAbsent(member, id -> new HashMap<>()).put(lot, known);
  }

  Optional<Known> find(MemberId member, LotId lot) {
    return Optional.ofNullable(byMember.getOrDefault(member, Map.of()).get(lot));
  }

  /**
   * Adds the points of a portion to its lot, or takes them where the sign is -1, and gives the lot
   * afterwards.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if no entry has opened the lot, or it is
   *     forgotten
   */
  Known move(MemberId member, Portion portion, int sign, Instant at) {
    Known known = find(member, portion.lot())
        .orElseThrow(() -> new InvalidValueException(
            FailureCode.REFERENCE_UNKNOWN,
            "lot",
            "books must have seen a lot before it moves, and not have forgotten it: "
                + portion.lot()));
    long left = Math.addExact(known.left(), sign * portion.points().units());
    Known moved = new Known(known.cohort(), left, known.notBefore(at));
    put(member, portion.lot(), moved);
    return moved;
  }

  /** Takes the lots of a member out. */
  Map<LotId, Known> remove(MemberId member) {
    Map<LotId, Known> lots = byMember.remove(member);
    return lots == null ? Map.of() : lots;
  }

  /** Takes one lot out, if it is known. */
  Optional<Known> remove(MemberId member, LotId lot) {
    return Optional.ofNullable(byMember.get(member)).map(lots -> lots.remove(lot));
  }

  void forget(Instant before) {
    byMember
        .values()
        .forEach(lots -> lots.values()
            .removeIf(known -> known.left() == 0 && known.bookedAt().isBefore(before)));
    byMember.values().removeIf(Map::isEmpty);
  }

  /** How many lots are known. */
  long size() {
    return byMember.values().stream().mapToLong(Map::size).sum();
  }

  /**
   * Takes in the lots of another part.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if both know a member
   */
  void add(KnownLots other) {
    other.byMember.forEach((member, lots) -> InvalidValueException.check(
        byMember.putIfAbsent(member, new HashMap<>(lots)) == null,
        FailureCode.CONFIG_DUPLICATE,
        "member",
        "books that are merged must be of different members: %s",
        member));
  }
}
