package dev.laurel.core.valuation;

import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.valuation.JournalEntry.Event;
import java.time.LocalDate;

/**
 * The entries of a seller who defers a part of each price for points: a retailer, an airline, a
 * hotel.
 *
 * <p>Each method tells one event. Goods that redemptions cost are the caller's, since no point
 * knows what will be chosen for it.
 */
public final class DeferredRevenue {
  private DeferredRevenue() {}

  /** A sale with points: cash in, the goods' part as revenue, the points' part as a liability. */
  public static JournalEntry sale(LocalDate date, String receipt, Allocation allocation) {
    return JournalEntry.on(date, Event.SALE, receipt)
        .debit(AccountRole.CASH, allocation.price())
        .credit(AccountRole.REVENUE_GOODS, allocation.amount(StandalonePrice.GOODS))
        .credit(AccountRole.REVENUE_MARKETING, allocation.amount(StandalonePrice.MARKETING))
        .credit(AccountRole.CONTRACT_LIABILITY, allocation.amount(StandalonePrice.POINTS))
        .build();
  }

  /**
   * Points given without a sale, at what they stand for: an expense, since nobody paid for them.
   */
  public static JournalEntry grant(LocalDate date, String subject, ExactMoney worth) {
    return JournalEntry.on(date, Event.GRANT, subject)
        .debit(AccountRole.REWARDS_EXPENSE, worth)
        .credit(AccountRole.CONTRACT_LIABILITY, worth)
        .build();
  }

  /** Points sold to a partner, who owes their price: a liability and services to the partner. */
  public static JournalEntry pointsSold(LocalDate date, String partner, Allocation allocation) {
    return JournalEntry.on(date, Event.POINTS_SOLD, partner)
        .debit(AccountRole.PARTNER_RECEIVABLE, allocation.price())
        .credit(AccountRole.CONTRACT_LIABILITY, allocation.amount(StandalonePrice.POINTS))
        .credit(AccountRole.REVENUE_MARKETING, allocation.amount(StandalonePrice.MARKETING))
        .build();
  }

  /** What an event took out of a pool: revenue by its kind, and what is owed to others. */
  public static JournalEntry recognition(
      LocalDate date, Event event, String subject, Recognition recognition) {
    return JournalEntry.on(date, event, subject)
        .debit(
            AccountRole.CONTRACT_LIABILITY, recognition.revenue().plus(recognition.owedToOthers()))
        .credit(AccountRole.REVENUE_POINTS, recognition.current())
        .credit(AccountRole.REVENUE_CATCH_UP, recognition.catchUp())
        .credit(AccountRole.REVENUE_BREAKAGE, recognition.breakage())
        .credit(AccountRole.OWED_TO_OTHERS, recognition.owedToOthers())
        .build();
  }

  /** A sale taken back: its points' part leaves the liability and its goods' part the revenue. */
  public static JournalEntry saleReturned(
      LocalDate date, String receipt, ExactMoney goods, Recognition cancellation) {
    return JournalEntry.on(date, Event.RETURN, receipt)
        .debit(AccountRole.REVENUE_GOODS, goods)
        .debit(
            AccountRole.CONTRACT_LIABILITY, cancellation.cancelled().plus(cancellation.revenue()))
        .credit(AccountRole.REVENUE_CATCH_UP, cancellation.revenue())
        .credit(AccountRole.CASH, goods.plus(cancellation.cancelled()))
        .build();
  }

  /**
   * A redemption at a partner, who is owed for it: what remains of the recognised money is revenue.
   */
  public static JournalEntry redeemedAtPartner(
      LocalDate date, String partner, Recognition recognition, ExactMoney owed) {
    return JournalEntry.on(date, Event.REDEMPTION, partner)
        .debit(AccountRole.CONTRACT_LIABILITY, recognition.revenue())
        .credit(AccountRole.PARTNER_PAYABLE, owed)
        .credit(AccountRole.REVENUE_POINTS, recognition.revenue().minus(owed))
        .build();
  }

  /** What the goods of a redemption cost. */
  public static JournalEntry costOfSales(LocalDate date, String subject, ExactMoney cost) {
    return JournalEntry.on(date, Event.REDEMPTION, subject)
        .debit(AccountRole.COST_OF_SALES, cost)
        .credit(AccountRole.INVENTORY, cost)
        .build();
  }
}
