package dev.laurel.core.books;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.ledger.AccountLog;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.RunListener;
import dev.laurel.core.program.Submission;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * The books of one type of points, kept while a program runs.
 *
 * <p>It is an accumulator for one thread that listens to a
 * {@link dev.laurel.core.program.ProgramRun}, or is told entries. Each sale is allocated by itself;
 * what is kept is the sum by cohort and month, and the cohort of each open lot. Memory grows with
 * open lots and months, not with entries: {@link #forget} drops closed lots.
 *
 * <p>The price of a sale is what was paid in money for goods and shipping, without tax. Points
 * given without one, for a review or by hand, are an expense at what they stand for. Points that
 * repay debt count as redeemed. A return takes the points' part of its price out of the liability;
 * its goods' part is the caller's, since no entry of an account tells it. Points that time has
 * taken are known once the ledger has been asked, so that accounts should be swept before months
 * are closed.
 */
public final class ProgramBooks implements RunListener {
  private final BooksPolicy policy;
  private final KnownLots lots = new KnownLots();
  private final MonthTable table;

  private ProgramBooks(BooksPolicy policy) {
    this.policy = policy;
    this.table = new MonthTable(policy.calendar());
  }

  /** Books in which nothing is written. */
  public static ProgramBooks of(BooksPolicy policy) {
    return new ProgramBooks(requireNonNull(policy, "policy"));
  }

  /**
   * Books that tell what was paid for a purchase in money: goods and shipping without tax, less
   * what points paid.
   */
  public static ExactMoney price(Purchase purchase) {
    ExactMoney price = purchase.shipping();
    for (Line line : purchase.lines()) {
      price = price.plus(line.net());
    }
    ExactMoney paid = price.minus(purchase.paidBy(Tender.Kind.POINTS));
    return paid.isNegative() ? ExactMoney.zero(paid.currency()) : paid;
  }

  /** Writes what a submission brought about; entries of other types of points are left out. */
  @Override
  public void onDone(Effect effect) {
    Optional<ExactMoney> price = effect.submission() instanceof Submission.Did did
            && did.activity() instanceof Purchase purchase
        ? Optional.of(price(purchase))
        : Optional.empty();
    effect.entries().get(policy.type()).forEach(entry -> record(entry, price));
  }

  /**
   * Writes one entry of an account of this type of points.
   *
   * @param price what was paid for the sale that accrued points; empty where there was no sale
   * @throws InvalidValueException REFERENCE_UNKNOWN if it moves a lot that no entry opened, or one
   *     that is forgotten; UNKNOWN_CURRENCY if points have no worth in the currency of the price
   */
  public void record(LedgerEntry entry, Optional<ExactMoney> price) {
    entry.match(new EntryMovements(policy, lots, table, price));
  }

  /**
   * Writes all entries of an account, as they stand by now.
   *
   * @param prices what was paid for each sale that accrued points
   * @throws InvalidValueException TYPE_MISMATCH if the account is of another type of points,
   *     otherwise as {@link #record(LedgerEntry, Optional)}
   */
  public void record(AccountLog log, Map<ActivityId, ExactMoney> prices) {
    InvalidValueException.check(
        log.account().type().equals(policy.type()),
        FailureCode.TYPE_MISMATCH,
        "type",
        "books of %s must be told entries of that type: %s",
        policy.type(),
        log.account().type());
    for (LedgerEntry entry : log.entries()) {
      Optional<ExactMoney> price = entry instanceof LedgerEntry.Accrued accrued
          ? Optional.ofNullable(prices.get(accrued.source()))
          : Optional.empty();
      record(entry, price);
    }
  }

  /**
   * Drops closed lots that nothing has happened to since an instant; redemptions out of them can no
   * longer be taken back.
   */
  public void forget(Instant before) {
    lots.forget(requireNonNull(before, "before"));
  }

  /** How many lots are remembered. */
  public long knownLots() {
    return lots.size();
  }

  /**
   * The books of other members beside these, as new books.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if the policies differ, or a member is in both
   */
  public ProgramBooks merge(ProgramBooks other) {
    InvalidValueException.check(
        policy.equals(other.policy),
        FailureCode.CONFIG_DUPLICATE,
        "policy",
        "books must be kept under one policy to be merged: %s and %s",
        policy,
        other.policy);
    ProgramBooks both = new ProgramBooks(policy);
    both.lots.add(lots);
    both.lots.add(other.lots);
    both.table.add(table);
    both.table.add(other.table);
    return both;
  }

  /**
   * The books of the months from the first to the last, both in it.
   *
   * <p>They are computed from all months before, so that closing the same months again gives the
   * same books.
   *
   * @throws InvalidValueException WINDOW_INVALID if the last comes before the first, PERCENT_RANGE
   *     if the policy expects a part of points that is not from 0 to 1
   */
  public PeriodBooks close(YearMonth first, YearMonth last) {
    InvalidValueException.check(
        !last.isBefore(first),
        FailureCode.WINDOW_INVALID,
        "last",
        "books must be closed over months in order: %s to %s",
        first,
        last);
    return new Closing(policy, table).close(first, last);
  }
}
