package dev.laurel.core.earning;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.points.Points;

/**
 * What an activity earned, as numbers from which every step and every reason can be read.
 *
 * <p>It holds one word for each rule: the whole units that the rule came to, or the code of the
 * reason why it was not ready. Under a star for each euro, twice that for gold members, 25 stars in
 * the app and 50 for service, a gold member who buys an oil filter for EUR 19.99 in the app has the
 * words 19, 39, 25 and "looks at none of the lines": 64 stars. With twelve rules and a cap that is
 * about 150 bytes, where an {@link Accrual} with its reasons takes thousands.
 *
 * <p>It stays what it is when the member's history, status or segments change, since all that its
 * rules looked at is in its words, in the activity and in the facts that it keeps.
 */
public final class CodedAccrual {
  final AccrualReader reader;
  final CodedSource source;

  /** An {@link AccrualWord} for each rule, in {@link AccrualSlots}. */
  final long[] words;

  private final long units;

  CodedAccrual(AccrualReader reader, CodedSource source, long[] words, long units) {
    this.reader = reader;
    this.source = source;
    this.words = words;
    this.units = units;
  }

  /** What was evaluated. */
  public Activity activity() {
    return source.activity();
  }

  /** The total of the member of the activity, in the smallest units of the point type. */
  public long units() {
    return units;
  }

  /** The total of the member of the activity. */
  public Points total() {
    return reader.type().points(units);
  }

  /**
   * The steps and reasons, for points of all types: equal to what {@link Earning#evaluate} gave at
   * the time, and made anew at each call.
   */
  public Accrual accrual() {
    return reader.read(source, words);
  }

  /** The total, for reading. */
  @Override
  public String toString() {
    return "CodedAccrual[" + activity().id() + ": " + total() + "]";
  }
}
