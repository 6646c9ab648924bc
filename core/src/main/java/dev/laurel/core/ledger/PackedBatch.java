package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fold of many commands over many packed accounts, such as forty million over a million.
 *
 * <p>The accounts are cut into partitions of 4,096, of which one fits the cache. Commands wait in
 * their partition until there are 16,384, and then are carried out together; so the cost of a
 * command does not rise with the number of accounts. Commands for one account keep the order in
 * which they arrive, and accounts know nothing of each other: the outcome is that of a plain fold,
 * only the order of the refusals differs. {@link #finish} carries out what waits.
 *
 * <p>Takes 400 KB for each partition besides the accounts, however many commands come. For one
 * thread at a time.
 */
public final class PackedBatch {
  private static final int PARTITION_BITS = 12;
  private static final int PARTITION = 1 << PARTITION_BITS;
  private static final int DAY_BITS = 22;
  private static final int WAITING = 16_384;
  private static final int WORDS = 3;

  /** Who hears of refused commands. */
  @FunctionalInterface
  public interface Refusals {
    /**
     * A command was refused.
     *
     * @param command its number in the order of arrival, from 0
     * @param account the number of its account
     * @param code why
     */
    void refused(long command, int account, RefusalCode code);
  }

  private enum Kind {
    ACCRUE,
    REDEEM,
    ADJUST_DOWN,
    EXPIRE
  }

  private static final Kind[] KINDS = Kind.values();

  private final PackedLedger ledger;
  private final PackedAccount[] accounts;
  private final Refusals refusals;
  private final long[][] waiting;
  private final int[] filled;
  private final int mostWaiting;
  private long arrived;

  PackedBatch(PackedLedger ledger, PackedAccount[] accounts, Refusals refusals, int mostWaiting) {
    int partitions = (accounts.length + PARTITION - 1) >>> PARTITION_BITS;
    this.ledger = ledger;
    this.accounts = accounts;
    this.refusals = refusals;
    this.waiting = new long[partitions][0];
    this.filled = new int[partitions];
    this.mostWaiting = mostWaiting;
  }

  /** A batch over accounts that are known by their place in the list, from 0. */
  public static PackedBatch of(
      PackedLedger ledger, List<PackedAccount> accounts, Refusals refusals) {
    return new PackedBatch(
        requireNonNull(ledger, "ledger"),
        accounts.toArray(PackedAccount[]::new),
        requireNonNull(refusals, "refusals"),
        WAITING);
  }

  /** Takes in a {@link PackedLedger#accrue}. */
  public void accrue(int account, int day, int lastDay, long points) {
    PackedLedger.checkLastDay(day, lastDay);
    add(Kind.ACCRUE, account, day, lastDay, points);
  }

  /** Takes in a {@link PackedLedger#redeem}. */
  public void redeem(int account, int day, long points) {
    add(Kind.REDEEM, account, day, 0, points);
  }

  /** Takes in a {@link PackedLedger#adjustDown}. */
  public void adjustDown(int account, int day, long points) {
    add(Kind.ADJUST_DOWN, account, day, 0, points);
  }

  /** Takes in a {@link PackedLedger#expire}. */
  public void expire(int account, int day) {
    add(Kind.EXPIRE, account, day, 0, 0);
  }

  // The number of a kind lives as long as the batch and is never stored.
  @SuppressWarnings("EnumOrdinal")
  private void add(Kind kind, int account, int day, int lastDay, long points) {
    PackedLedger.check(day, points);
    int partition = Objects.checkIndex(account, accounts.length) >>> PARTITION_BITS;
    long[] words = waiting[partition];
    int at = filled[partition];
    if (words.length == 0) {
      words = waiting[partition] = new long[mostWaiting * WORDS];
    }
    long who = (long) kind.ordinal() << PARTITION_BITS | (account & (PARTITION - 1));
    words[at] = (who << DAY_BITS | day) << DAY_BITS | lastDay;
    words[at + 1] = points;
    words[at + 2] = arrived++;
    filled[partition] = at + WORDS;
    if (at + WORDS == words.length) {
      fold(partition);
    }
  }

  /** Carries out what waits; the batch can go on afterwards. */
  public void finish() {
    for (int partition = 0; partition < filled.length; partition++) {
      fold(partition);
    }
  }

  private void fold(int partition) {
    long[] words = waiting[partition];
    int base = partition << PARTITION_BITS;
    for (int i = 0; i < filled[partition]; i += WORDS) {
      long what = words[i];
      int lastDay = (int) what & PackedAccount.NEVER;
      int day = (int) (what >>> DAY_BITS) & PackedAccount.NEVER;
      int who = (int) (what >>> (2 * DAY_BITS));
      int account = base + (who & (PARTITION - 1));
      Optional<RefusalCode> refusal =
          carryOut(KINDS[who >>> PARTITION_BITS], accounts[account], day, lastDay, words[i + 1]);
      if (refusal.isPresent()) {
        refusals.refused(words[i + 2], account, refusal.get());
      }
    }
    filled[partition] = 0;
  }

  private Optional<RefusalCode> carryOut(
      Kind kind, PackedAccount account, int day, int lastDay, long points) {
    return switch (kind) {
      case ACCRUE -> ledger.accrue(account, day, lastDay, points);
      case REDEEM -> ledger.redeem(account, day, points);
      case ADJUST_DOWN -> ledger.adjustDown(account, day, points);
      case EXPIRE -> ledger.expire(account, day);
    };
  }
}
