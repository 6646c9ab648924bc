package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Period;

/** How long a tier that was earned lasts before it must have been earned again. */
public sealed interface Validity {
  /**
   * Until the end of the period in which it was earned. The review at that end looks at the period
   * then beginning: at what was carried over and at credits that live longer. Where periods begin
   * with the tier it is the period that began with it, and the review looks back at that one.
   */
  static Validity endOfPeriod() {
    return new EndOfPeriod(0, Period.ZERO);
  }

  /**
   * Until the end of the period in which it was earned and some time more.
   *
   * @throws InvalidValueException PERIOD_INVALID if it is negative or too long
   */
  static Validity endOfPeriod(Period extension) {
    return new EndOfPeriod(0, extension);
  }

  /**
   * Until the end of the period after the one in which it was earned. The review at that end looks
   * at the period then ending.
   */
  static Validity endOfNextPeriod() {
    return new EndOfPeriod(1, Period.ZERO);
  }

  /**
   * Until the end of the next period and some time more: with three months, what was earned in 2025
   * lasts through March 2027. The review is at the end of the period; what it takes away ends
   * later.
   *
   * @throws InvalidValueException PERIOD_INVALID if it is negative or too long
   */
  static Validity endOfNextPeriod(Period extension) {
    return new EndOfPeriod(1, extension);
  }

  /**
   * So long from the day it was reached, that day of the month included.
   *
   * @throws InvalidValueException PERIOD_INVALID if it is negative or too long
   */
  static Validity lasting(Period length) {
    return new Lasting(length);
  }

  /** As long as the terms of staying are met, at every instant. */
  static Validity whileQualified() {
    return new WhileQualified();
  }

  /** For ever. */
  static Validity forever() {
    return new Forever();
  }

  /** Whether it speaks of periods, which the ladder's window must then have. */
  default boolean needsPeriods() {
    return false;
  }

  /**
   * Until a period ends.
   *
   * @param later how many periods after the one in which the tier was earned, 0 or 1
   * @param extension how much longer the tier is held after a failed review
   */
  record EndOfPeriod(int later, Period extension) implements Validity {
    /** A checked validity. */
    public EndOfPeriod {
      extension = TimeGate.checkPeriod(extension, "extension");
    }

    @Override
    public boolean needsPeriods() {
      return true;
    }
  }

  /**
   * Some time from the day it was reached.
   *
   * @param length how long
   */
  record Lasting(Period length) implements Validity {
    /** A checked validity. */
    public Lasting {
      length = TimeGate.checkPeriod(requireNonNull(length, "length"), "length");
    }
  }

  /** As long as qualified. */
  record WhileQualified() implements Validity {}

  /** For ever. */
  record Forever() implements Validity {}
}
