package dev.laurel.core.valuation;

/** What an account of the general ledger is for; the chart of accounts is the caller's. */
public enum AccountRole {
  /** Money and cards: what a buyer has paid. */
  CASH,
  /** What partners owe. */
  PARTNER_RECEIVABLE,
  /** What is owed to partners. */
  PARTNER_PAYABLE,
  /** What partners have paid for points that they have not given away yet. */
  PARTNER_PREPAYMENT,
  /** Goods that are held for sale. */
  INVENTORY,
  /** Money deferred for points. */
  CONTRACT_LIABILITY,
  /** What redemptions are expected to cost, in the cost-accrual view. */
  REWARDS_LIABILITY,
  /** What unexercised rights owe to others, such as unclaimed property. */
  OWED_TO_OTHERS,
  /** Revenue from goods and services sold. */
  REVENUE_GOODS,
  /** Revenue from points redeemed. */
  REVENUE_POINTS,
  /** Revenue for the past because an estimate changed. */
  REVENUE_CATCH_UP,
  /** Revenue from points that are gone. */
  REVENUE_BREAKAGE,
  /** Revenue from marketing and other services to partners. */
  REVENUE_MARKETING,
  /** The net fee of an agent. */
  REVENUE_COMMISSION,
  /** What the redeemed goods cost. */
  COST_OF_SALES,
  /** What points cost, in the cost-accrual view, and points given without a sale. */
  REWARDS_EXPENSE
}
