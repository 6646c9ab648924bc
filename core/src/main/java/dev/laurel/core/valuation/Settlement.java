package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.valuation.JournalEntry.Event;
import java.time.LocalDate;

/**
 * What a program and a partner owe each other for a period: 222.12 billed, 100.00 to be paid, net
 * 122.12 to be received.
 *
 * @param partner the partner
 * @param issued the points issued to its customers
 * @param billed what the partner owes for them
 * @param redeemed the points redeemed with it
 * @param reimbursed what it is owed for these
 */
public record Settlement(
    Partner partner, Points issued, ExactMoney billed, Points redeemed, ExactMoney reimbursed) {
  /** A settlement of these parts. */
  public Settlement {
    requireNonNull(partner, "partner");
    issued.plus(redeemed);
    billed.plus(reimbursed);
  }

  /** What the partner pays on balance; below zero where it is paid. */
  public ExactMoney net() {
    return billed.minus(reimbursed);
  }

  /** The entry of the payment. */
  public JournalEntry payment(LocalDate date) {
    return JournalEntry.on(date, Event.SETTLEMENT, partner.value())
        .debit(AccountRole.CASH, net())
        .debit(AccountRole.PARTNER_PAYABLE, reimbursed)
        .credit(AccountRole.PARTNER_RECEIVABLE, billed)
        .build();
  }

  /**
   * Both settlements as one.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if they are of two partners
   */
  public Settlement plus(Settlement other) {
    InvalidValueException.check(
        partner.equals(other.partner),
        FailureCode.CONFIG_DUPLICATE,
        "partner",
        "settlements must be of one partner: %s and %s",
        partner,
        other.partner);
    return new Settlement(
        partner,
        issued.plus(other.issued),
        billed.plus(other.billed),
        redeemed.plus(other.redeemed),
        reimbursed.plus(other.reimbursed));
  }
}
