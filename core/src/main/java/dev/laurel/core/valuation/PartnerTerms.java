package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a program and a partner pay each other.
 *
 * <p>A partner who is billed 90 % of EUR 0.02 a point owes EUR 222.12 for 12,340 points issued to
 * its customers. Amounts are rounded once, to the nearest coin, halves to the even one.
 */
@Value.Immutable
public abstract class PartnerTerms {
  /** When a partner pays for points. */
  public enum Billing {
    /** Before they are issued, in blocks. */
    PREPAID,
    /** After they are issued. */
    POSTPAID
  }

  /** For whose account a seller takes money for the points of another's program. */
  public enum Capacity {
    /** For its own: all of it is revenue, what it pays for the points is a cost. */
    PRINCIPAL,
    /** For the program's: only the difference is revenue. */
    AGENT
  }

  /**
   * What a seller shows for points of another's program.
   *
   * @param revenue what it may call revenue
   * @param costOfSales what it shows as a cost
   */
  public record Revenue(ExactMoney revenue, ExactMoney costOfSales) {
    /** A showing of these parts. */
    public Revenue {
      requireNonNull(revenue, "revenue");
      requireNonNull(costOfSales, "costOfSales");
    }
  }

  PartnerTerms() {}

  /** The partner. */
  public abstract Partner partner();

  /** What points cost the partner. */
  public abstract PointRate issuePrice();

  /** The part of the price that the partner is billed, 0 to 1; all of it unless said otherwise. */
  @Value.Default
  public Ratio billedShare() {
    return Ratio.ONE;
  }

  /** What the partner is paid for points redeemed with it; absent if points cannot be. */
  public abstract Optional<PointRate> reimbursement();

  /** When the partner pays. */
  @Value.Default
  public Billing billing() {
    return Billing.POSTPAID;
  }

  /** What the partner owes for points issued to its customers. */
  public ExactMoney bill(Points issued) {
    // The sum tells points of another type.
    issued.plus(issuePrice().points());
    Ratio each = Ratio.of(issuePrice().money().minor(), issuePrice().points().units());
    long minor = Ratio.scale(issued.units(), each.times(billedShare()), RoundingMode.HALF_EVEN);
    return ExactMoney.ofMinor(issuePrice().money().currency(), minor);
  }

  /**
   * What the partner is owed for points redeemed with it.
   *
   * @throws InvalidValueException VALUE_INVALID if the terms have no reimbursement
   */
  public ExactMoney reimburse(Points redeemed) {
    InvalidValueException.check(
        reimbursement().isPresent() || redeemed.isZero(),
        FailureCode.VALUE_INVALID,
        "reimbursement",
        "partner '%s' must have a reimbursement for points redeemed with it: %s",
        partner(),
        redeemed);
    return reimbursement()
        .map(rate -> rate.worth(redeemed, RoundingMode.HALF_EVEN))
        .orElseGet(() -> ExactMoney.zero(issuePrice().money().currency()));
  }

  /** What both owe each other for a period. */
  public Settlement settle(Points issued, Points redeemed) {
    return new Settlement(partner(), issued, bill(issued), redeemed, reimburse(redeemed));
  }

  /**
   * What a seller shows that took money for points and pays the program for them.
   *
   * <p>10,000 taken for points that cost 9,000 are 1,000 of revenue for an agent, and 10,000 of
   * revenue with a cost of 9,000 for a principal.
   *
   * @param allocated the part of the sale's price that falls on the points
   * @param issued the points
   */
  public Revenue show(Capacity capacity, ExactMoney allocated, Points issued) {
    ExactMoney paid = bill(issued);
    return switch (capacity) {
      case PRINCIPAL -> new Revenue(allocated, paid);
      case AGENT -> new Revenue(allocated.minus(paid), paid.minus(paid));
    };
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PartnerTerms}. */
  public static final class Builder extends ImmutablePartnerTerms.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        !billedShare().isNegative() && billedShare().compareTo(Ratio.ONE) <= 0,
        FailureCode.PERCENT_RANGE,
        "billedShare",
        "partner '%s' must be billed a part from 0 to 1: %s",
        partner(),
        billedShare());
    reimbursement().ifPresent(rate -> rate.money().plus(issuePrice().money()));
  }
}
