package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The balance of one account in 320 bytes for 24 open lots: for folds over millions of members, for
 * snapshots and for the state of a stream.
 *
 * <p>It knows what can be spent, by last usable day; what is owed; and what has expired. It knows
 * no more: lots that end on the same day are one, and their names, origins and dates of earning are
 * gone, as are holds, pending points and everything that a reversal would need. Those live in
 * {@link PointsAccount}. Days are counted in the program's zone from 1970-01-01, as
 * {@link LocalDate#toEpochDay} does.
 *
 * <p><b>Mutable</b>, unlike its neighbours, and for one thread at a time; {@link PackedLedger}
 * changes it. {@link #toBytes} is the form to keep.
 */
public final class PackedAccount {
  /** The last day of points that never expire; it comes after all others. */
  public static final int NEVER = (1 << 22) - 1;

  /** The most points that an account can have: 4,398,046,511,103. */
  public static final long MOST_POINTS = (1L << 42) - 1;

  /** 2 January 1971, the first day of which every hour is admitted. */
  static final int FIRST_DAY = (int) LocalDate.of(1971, 1, 2).toEpochDay();

  /** 30 December 9999, the last day after which another comes. */
  static final int LAST_DAY = (int) LocalDate.of(9999, 12, 30).toEpochDay();

  private static final int POINT_BITS = 42;
  private static final long[] NO_LOTS = {};

  private static final int FORMAT = 1;
  private static final int IN_DEBT = 1 << 23;
  private static final int HEADER_BYTES = Integer.BYTES + Long.BYTES;

  // A lot is one word: 22 bits of last day above 42 bits of points, so that words compare as days
  // do
  // if the sign is left out. Those from head to end are open, soonest day first and no day twice;
  // burning and expiry move the head, and nothing else has to move until the array is full.
  private long[] lots = NO_LOTS;
  private int head;
  private int end;
  private int today;
  private long balance; // what is available, or less than zero what is owed
  private long expired;

  private PackedAccount() {}

  /** The account to which nothing has happened yet. */
  public static PackedAccount open() {
    return new PackedAccount();
  }

  /**
   * The balance of an account at its clock, or nothing if it has something that this form cannot
   * say: pending points, holds, suspended expiry, lots that live by activity or end within a day, a
   * burn order other than {@link BurnOrder#SOONEST_EXPIRY}, a status other than open, or more than
   * {@link #MOST_POINTS}.
   */
  public static Optional<PackedAccount> from(PointsAccount account, ProgramCalendar calendar) {
    Instant clock = account.clock();
    int today = clock.equals(Span.BEGINNING) ? 0 : day(clock, calendar);
    AccountTotals totals = account.totals();
    boolean plain = account.status() instanceof AccountStatus.Open
        && account.book().order == BurnOrder.SOONEST_EXPIRY
        && account.openHolds().isEmpty()
        && account.pendingLots(clock).isEmpty()
        && account.activeUntil().isEmpty()
        && !account.isExpirySuspended()
        && totals.available() <= MOST_POINTS
        && (today == 0 || today >= FIRST_DAY);
    PackedAccount packed = new PackedAccount();
    for (Lot lot : plain ? account.lots(clock) : ImmutableList.<Lot>of()) {
      int lastDay = lastDay(lot.expiry(), calendar);
      plain &= lastDay >= today;
      packed.insert(lastDay, lot.remaining().units());
    }
    packed.today = today;
    packed.balance = totals.available() - totals.debt();
    packed.expired = totals.expired();
    return plain ? Optional.of(packed) : Optional.empty();
  }

  private static int lastDay(LotExpiry expiry, ProgramCalendar calendar) {
    if (expiry instanceof LotExpiry.At at) {
      boolean dayExact = at.instant().equals(calendar.afterLast(at.lastDay()));
      return dayExact ? (int) at.lastDay().toEpochDay() : -1;
    }
    return expiry instanceof LotExpiry.Never ? NEVER : -1;
  }

  static int day(Instant instant, ProgramCalendar calendar) {
    return (int) calendar.dateOf(instant).toEpochDay();
  }

  /**
   * The same balance as an account that a {@link Ledger} can go on with.
   *
   * <p>What is there was adjusted up on the last day that is known, in one lot for each last day,
   * such as {@code packed/2027-06-01}; what is owed was adjusted down. Packing it again gives the
   * same bytes.
   */
  public PointsAccount toAccount(MemberId member, PointType type, ProgramCalendar calendar) {
    Instant clock = today == 0 ? Span.BEGINNING : calendar.startOf(LocalDate.ofEpochDay(today));
    ImmutableList.Builder<Lot> open = ImmutableList.builder();
    for (int i = 0; i < lots(); i++) {
      open.add(lot(lastDay(i), type.points(points(i)), clock, calendar));
    }
    long available = Math.max(balance, 0);
    long debt = Math.max(-balance, 0);
    long credited = Tally.sum(available, expired);
    return PointsAccount.from(new PointsAccount.Snapshot(
        member,
        new AccountStatus.Open(),
        0,
        0,
        clock,
        clock,
        new AccountTotals(
            type, 0, 0, 0, credited, available, 0, 0, 0, expired, 0, 0, 0, debt, debt),
        Optional.empty(),
        false,
        BurnOrder.SOONEST_EXPIRY,
        open.build(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableMap.of()));
  }

  private static Lot lot(int lastDay, Points points, Instant clock, ProgramCalendar calendar) {
    LocalDate date = LocalDate.ofEpochDay(lastDay);
    boolean never = lastDay == NEVER;
    return Lot.opened(
        LotId.of("packed/" + (never ? "never" : date)),
        new LotOrigin.Adjusted("unpacked"),
        clock,
        points,
        Activation.immediate(),
        never ? LotExpiry.never() : LotExpiry.through(date, calendar));
  }

  /** The latest day that it knows of; 0 if nothing has happened yet. */
  public int today() {
    return today;
  }

  /** How many open lots it has today, of which each ends on another day. */
  public int lots() {
    return end - head;
  }

  /** The last usable day of an open lot, the soonest being lot 0; {@link #NEVER} if it has none. */
  public int lastDay(int lot) {
    return dayOf(lots[head + Objects.checkIndex(lot, lots())]);
  }

  /** The points of an open lot. */
  public long points(int lot) {
    return pointsOf(lots[head + Objects.checkIndex(lot, lots())]);
  }

  /** What can be spent on a day. */
  public long available(int day) {
    return spendable(checkPresent(day));
  }

  /** What is owed. */
  public long debt() {
    return Math.max(-balance, 0);
  }

  /** What can be spent on a day, or less than zero what is owed. */
  public long balance(int day) {
    return balance - gone(checkPresent(day));
  }

  /** What has been lost to time by a day. */
  public long expired(int day) {
    return Tally.sum(expired, gone(checkPresent(day)));
  }

  private int checkPresent(int day) {
    InvalidValueException.check(
        day >= today,
        FailureCode.TIME_RANGE,
        "day",
        "a packed account must be asked about its present, not its past: day %s, asked %s",
        today,
        day);
    return day;
  }

  /** What can be spent on a day that is not before today. */
  long spendable(int day) {
    return Math.max(balance, 0) - gone(day);
  }

  /** What is still counted as available and will be lost when that day comes. */
  private long gone(int day) {
    long gone = 0;
    for (int i = head; i < end && dayOf(lots[i]) < day; i++) {
      gone += pointsOf(lots[i]);
    }
    return gone;
  }

  /** Lets a day come that is not before today. */
  void pass(int day) {
    long gone = 0;
    int first = head;
    while (first < end && dayOf(lots[first]) < day) {
      gone += pointsOf(lots[first++]);
    }
    expired = Tally.sum(expired, gone);
    balance -= gone;
    head = first;
    today = day;
  }

  /** Credits today: points that are already gone are lost, others repay what is owed first. */
  void credit(int lastDay, long points) {
    if (lastDay < today) {
      expired = Tally.sum(expired, points);
      return;
    }
    balance += points;
    long left = Math.min(points, balance);
    if (left > 0) {
      insert(lastDay, left);
    }
  }

  /** Takes points that are there, soonest last day first. */
  void take(long points) {
    balance -= points;
    long open = points;
    while (open > 0) {
      long there = pointsOf(lots[head]);
      if (there > open) {
        lots[head] -= open;
        return;
      }
      open -= there;
      head++;
    }
  }

  /** Owes more points; there are none available. */
  void owe(long points) {
    balance -= points;
  }

  private void insert(int lastDay, long points) {
    int at = end;
    while (at > head && dayOf(lots[at - 1]) > lastDay) {
      at--;
    }
    if (at > head && dayOf(lots[at - 1]) == lastDay) {
      lots[at - 1] += points;
      return;
    }
    if (end == lots.length) {
      at -= makeRoom();
    }
    if (at < end) {
      System.arraycopy(lots, at, lots, at + 1, end - at);
    }
    lots[at] = (long) lastDay << POINT_BITS | points;
    end++;
  }

  /** Moves the lots to the front, of another array unless this one suits; says by how much. */
  private int makeRoom() {
    int moved = head;
    int open = end - head;
    boolean suits = moved > lots.length / 4 && lots.length <= 2 * open + 8;
    long[] roomy = suits ? lots : new long[open + open / 4 + 4];
    System.arraycopy(lots, head, roomy, 0, open);
    lots = roomy;
    end = open;
    head = 0;
    return moved;
  }

  private static int dayOf(long lot) {
    return (int) (lot >>> POINT_BITS);
  }

  private static long pointsOf(long lot) {
    return lot & MOST_POINTS;
  }

  /**
   * The account in 12 bytes and 8 for each open lot; a debt takes the place of a lot, since there
   * are none beside it.
   *
   * <p>Big-endian: a byte of format, now 1; a bit that says whether points are owed, a bit of zero
   * and 22 bits of today; 8 bytes of what has expired; then for each lot 22 bits of last day and 42
   * bits of points, or 8 bytes of what is owed.
   */
  public byte[] toBytes() {
    boolean inDebt = balance < 0;
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + Long.BYTES * (inDebt ? 1 : lots()));
    bytes.putInt(FORMAT << 24 | (inDebt ? IN_DEBT : 0) | today).putLong(expired);
    if (inDebt) {
      bytes.putLong(-balance);
    }
    for (int i = head; i < end; i++) {
      bytes.putLong(lots[i]);
    }
    return bytes.array();
  }

  /**
   * The account of {@link #toBytes}.
   *
   * @throws MalformedInputException SCHEMA_UNSUPPORTED for another format, LIMIT_EXCEEDED for more
   *     bytes than an account can have, RANGE for anything else that no account writes; the path is
   *     the offset, such as {@code byte 12}
   */
  public static PackedAccount from(byte[] bytes) {
    return Unpacking.of(requireNonNull(bytes, "bytes"));
  }

  /** Reads bytes that may be anything. */
  private static final class Unpacking {
    private final ByteBuffer bytes;

    private Unpacking(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    static PackedAccount of(byte[] bytes) {
      return new Unpacking(bytes).account();
    }

    private PackedAccount account() {
      int length = bytes.limit();
      check(length >= HEADER_BYTES, FailureCode.RANGE, 0, "have at least 12 bytes", length);
      int header = bytes.getInt();
      check(
          header >>> 24 == FORMAT,
          FailureCode.SCHEMA_UNSUPPORTED,
          0,
          "have format 1",
          header >>> 24);
      int words = (length - HEADER_BYTES) / Long.BYTES;
      check(
          words <= NEVER, FailureCode.LIMIT_EXCEEDED, 0, "have a lot for each day at most", words);
      boolean whole = length == HEADER_BYTES + words * Long.BYTES;
      check(whole, FailureCode.RANGE, length, "have 12 bytes and 8 for each lot", length);
      PackedAccount account = new PackedAccount();
      account.today = header & ~(FORMAT << 24) & ~IN_DEBT;
      account.expired = bytes.getLong();
      boolean untouched = account.today == 0 && account.expired == 0 && words == 0;
      checkRange(
          untouched || isDay(account.today), 1, "know a day from 1971 to 9999", account.today);
      checkRange(account.expired >= 0, 4, "not have expired points below zero", account.expired);
      if ((header & IN_DEBT) != 0) {
        checkRange(words == 1, HEADER_BYTES, "have no lots beside a debt", words);
        account.balance = -bytes.getLong();
        checkRange(account.balance < 0, HEADER_BYTES, "owe points above zero", -account.balance);
      } else {
        readLots(account, words);
      }
      return account;
    }

    private void readLots(PackedAccount account, int words) {
      account.lots = new long[words];
      int before = account.today - 1;
      for (int i = 0; i < words; i++) {
        int offset = bytes.position();
        long lot = bytes.getLong();
        int lastDay = dayOf(lot);
        checkRange(lastDay > before, offset, "have lots in the order of their days", lastDay);
        checkRange(isDay(lastDay) || lastDay == NEVER, offset, "end in the years to 9999", lastDay);
        checkRange(pointsOf(lot) > 0, offset, "have points in each lot", 0);
        account.lots[i] = lot;
        account.balance += pointsOf(lot);
        checkRange(account.balance <= MOST_POINTS, offset, "have points in range", account.balance);
        before = lastDay;
      }
      account.end = words;
    }

    private static boolean isDay(int day) {
      return day >= FIRST_DAY && day <= LAST_DAY;
    }

    private static void checkRange(boolean holds, int offset, String rule, long found) {
      check(holds, FailureCode.RANGE, offset, rule, found);
    }

    private static void check(
        boolean holds, FailureCode code, int offset, String rule, long found) {
      if (!holds) {
        String message = "packed account must " + rule + ": " + found;
        throw new MalformedInputException(code, "byte " + offset, message);
      }
    }
  }

  /** The balance for reading, such as {@code 120 in 3 lots on day 20454, 0 expired}. */
  @Override
  public String toString() {
    return balance + " in " + lots() + " lots on day " + today + ", " + expired + " expired";
  }
}
