package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.money.ExactMoney;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Debits and credits of one event, which balance: debit cash 100,000, credit revenue 91,324 and
 * contract liability 8,676.
 *
 * @param date the day of the event
 * @param event what happened
 * @param subject what it is about, such as a receipt or a cohort; for people
 * @param postings the debits and credits, debits first; none where nothing moved
 */
public record JournalEntry(LocalDate date, Event event, String subject, List<Posting> postings) {
  private static final int LONGEST_SUBJECT = 160;

  /** What an entry is about. */
  public enum Event {
    /** Goods were sold, with points. */
    SALE,
    /** Points were given without a sale. */
    GRANT,
    /** A sale was taken back. */
    RETURN,
    /** Points were redeemed. */
    REDEMPTION,
    /** The expected redemptions changed. */
    ESTIMATE_CHANGE,
    /** Points are gone. */
    EXPIRY,
    /** Points were sold to a partner. */
    POINTS_SOLD,
    /** A partner paid, or was paid. */
    SETTLEMENT
  }

  /** On which side of an account an amount stands. */
  public enum Side {
    /** The left. */
    DEBIT,
    /** The right. */
    CREDIT
  }

  /**
   * One amount on one account.
   *
   * @param role the account
   * @param side the side
   * @param amount above zero
   */
  public record Posting(AccountRole role, Side side, ExactMoney amount) {
    /**
     * A posting of checked parts.
     *
     * @throws InvalidValueException RANGE if the amount is not above zero
     */
    public Posting {
      requireNonNull(role, "role");
      requireNonNull(side, "side");
      InvalidValueException.check(
          amount.isPositive(),
          FailureCode.RANGE,
          "amount",
          "a posting must be above zero: %s %s",
          role,
          amount);
    }

    /** The amount as a debit: below zero where it is a credit. */
    public ExactMoney asDebit() {
      return side == Side.DEBIT ? amount : amount.negated();
    }
  }

  /**
   * A balanced entry.
   *
   * @throws InvalidValueException TOTAL_MISMATCH, telling the difference; MIXED_CURRENCY
   */
  public JournalEntry {
    requireNonNull(date, "date");
    requireNonNull(event, "event");
    subject = Codes.label("subject", subject, LONGEST_SUBJECT);
    postings = ImmutableList.copyOf(postings);
    if (!postings.isEmpty()) {
      ExactMoney difference = postings.get(0).amount().minus(postings.get(0).amount());
      for (Posting posting : postings) {
        difference = difference.plus(posting.asDebit());
      }
      InvalidValueException.check(
          difference.isZero(),
          FailureCode.TOTAL_MISMATCH,
          "postings",
          "entry %s of '%s' must balance: debits less credits are %s",
          event,
          subject,
          difference);
    }
  }

  /** Whether nothing moved. */
  public boolean isEmpty() {
    return postings.isEmpty();
  }

  /** An entry to be filled. */
  public static Builder on(LocalDate date, Event event, String subject) {
    return new Builder(date, event, subject);
  }

  /** Collects debits and credits; nothing is left out, and less than nothing changes its side. */
  public static final class Builder {
    private final LocalDate date;
    private final Event event;
    private final String subject;
    private final List<Posting> debits = new ArrayList<>();
    private final List<Posting> credits = new ArrayList<>();

    Builder(LocalDate date, Event event, String subject) {
      this.date = date;
      this.event = event;
      this.subject = subject;
    }

    /** An amount on the left. */
    public Builder debit(AccountRole role, ExactMoney amount) {
      if (amount.isPositive()) {
        debits.add(new Posting(role, Side.DEBIT, amount));
      } else if (amount.isNegative()) {
        credits.add(new Posting(role, Side.CREDIT, amount.negated()));
      }
      return this;
    }

    /** An amount on the right. */
    public Builder credit(AccountRole role, ExactMoney amount) {
      return debit(role, amount.negated());
    }

    /**
     * The entry.
     *
     * @throws InvalidValueException TOTAL_MISMATCH if it does not balance
     */
    public JournalEntry build() {
      return new JournalEntry(
          date,
          event,
          subject,
          ImmutableList.<Posting>builder().addAll(debits).addAll(credits).build());
    }
  }
}
