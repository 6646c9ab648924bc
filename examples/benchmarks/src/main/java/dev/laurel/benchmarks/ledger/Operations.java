package dev.laurel.benchmarks.ledger;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * The operations of three years, in columns and in the order in which they happened: 65 % earn, 25
 * % burn, 10 % ask for the balance; the accounts are drawn evenly, and what is earned lives 730
 * days.
 */
final class Operations {
  /** What an operation does. */
  enum Kind {
    EARN,
    BURN,
    ASK
  }

  static final int VALIDITY = 730;

  private static final int FIRST_DAY = (int) LocalDate.of(2024, 1, 1).toEpochDay();
  private static final int DAYS = 1_095;
  private static final Kind[] KINDS = Kind.values();

  final int accounts;
  private final int[] account;
  private final byte[] kind;
  private final int[] day;
  private final short[] points;

  private Operations(int accounts, int size) {
    this.accounts = accounts;
    this.account = new int[size];
    this.kind = new byte[size];
    this.day = new int[size];
    this.points = new short[size];
  }

  static Operations random(int accounts, int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Operations operations = new Operations(accounts, size);
    for (int i = 0; i < size; i++) {
      int percent = random.nextInt(100);
      operations.account[i] = random.nextInt(accounts);
      operations.day[i] = FIRST_DAY + (int) ((long) i * DAYS / size);
      operations.kind[i] = (byte) (percent < 65 ? 0 : percent < 90 ? 1 : 2);
      operations.points[i] = (short) (1 + random.nextInt(percent < 65 ? 500 : 800));
    }
    return operations;
  }

  int size() {
    return account.length;
  }

  /** The number of the account, from 0. */
  int account(int i) {
    return account[i];
  }

  Kind kind(int i) {
    return KINDS[kind[i]];
  }

  /** The day of the operation, counted from 1970. */
  int day(int i) {
    return day[i];
  }

  int points(int i) {
    return points[i];
  }

  /** The day after the last operation. */
  int end() {
    return FIRST_DAY + DAYS;
  }
}
