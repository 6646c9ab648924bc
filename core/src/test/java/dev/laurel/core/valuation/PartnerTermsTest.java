package dev.laurel.core.valuation;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.valuation.PartnerTerms.Billing;
import dev.laurel.core.valuation.PartnerTerms.Capacity;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 1.7 of the specification, and IFRIC 13 Example 2. */
class PartnerTermsTest {
  private static final PointType MILES = PointType.redeemable("miles", "Miles");
  private static final Partner HOTEL = Partner.of("hotel");

  private static ExactMoney usd(String amount) {
    return ExactMoney.parse("USD " + amount);
  }

  private static Points miles(long units) {
    return MILES.points(units);
  }

  private static PartnerTerms.Builder at(long points, String price) {
    return PartnerTerms.builder()
        .partner(HOTEL)
        .issuePrice(PointRate.of(miles(points), usd(price)));
  }

  @Test
  void aPartnerIsBilledItsShareOfThePrice() {
    PartnerTerms coalition = at(1_000, "15.00").build();
    PartnerTerms billed = at(100, "2.00").billedShare(Ratio.of(90, 100)).build();

    assertThat(coalition.bill(miles(10_000))).isEqualTo(usd("150.00"));
    assertThat(billed.bill(miles(12_340))).isEqualTo(usd("222.12"));
    assertThat(coalition.billing()).isEqualTo(Billing.POSTPAID);
  }

  /** G5: 10,000 allocated to a million points that cost 9,000. */
  @Test
  void anAgentShowsTheDifferenceAPrincipalShowsBoth() {
    PartnerTerms airline = at(1_000, "9.00").build();

    assertThat(airline.show(Capacity.AGENT, usd("10000"), miles(1_000_000)))
        .isEqualTo(new PartnerTerms.Revenue(usd("1000"), usd("0")));
    assertThat(airline.show(Capacity.PRINCIPAL, usd("10000"), miles(1_000_000)))
        .isEqualTo(new PartnerTerms.Revenue(usd("10000"), usd("9000")));
  }

  @Test
  void bothSettleTheDifference() {
    PartnerTerms terms = at(1_000, "15.00")
        .reimbursement(PointRate.of(miles(1_000), usd("10.00")))
        .build();
    Settlement settlement = terms.settle(miles(10_000), miles(4_000));
    JournalEntry payment = settlement.payment(LocalDate.of(2026, 12, 31));

    assertThat(settlement.net()).isEqualTo(usd("110.00"));
    assertThat(settlement.plus(settlement).net()).isEqualTo(usd("220.00"));
    assertThat(Journal.of(java.util.List.of(payment)).balances("USD"))
        .isEqualTo(Map.of(
            AccountRole.CASH, usd("110.00"),
            AccountRole.PARTNER_PAYABLE, usd("40.00"),
            AccountRole.PARTNER_RECEIVABLE, usd("-150.00")));
  }

  @Test
  void prepaidPointsEndWithTheirReserve() {
    PrepaidPoints paid = PrepaidPoints.of(HOTEL, miles(10_000));
    PrepaidPoints reserved = new PrepaidPoints(HOTEL, miles(10_000), miles(0), miles(1_000));
    PrepaidPoints used = reserved.give(miles(10_400)).orElseThrow();

    assertThat(paid.give(miles(10_001))).isEmpty();
    assertThat(paid.give(miles(10_000)).orElseThrow().left()).isEqualTo(miles(0));
    assertThat(used.owed()).isEqualTo(miles(400));
    assertThat(used.give(miles(601))).isEmpty();
    assertThat(used.buy(miles(500)).owed()).isEqualTo(miles(0));
    assertThat(codeOf(() -> new PrepaidPoints(HOTEL, miles(1), miles(2), miles(0))))
        .isEqualTo(FailureCode.RANGE);
  }

  @Test
  void nonsenseIsRefused() {
    assertThat(codeOf(() -> at(1, "1").billedShare(Ratio.of(101, 100)).build()))
        .isEqualTo(FailureCode.PERCENT_RANGE);
    assertThat(codeOf(() -> at(1, "1")
            .reimbursement(PointRate.of(miles(1), ExactMoney.parse("EUR 1")))
            .build()))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> at(1, "1").build().reimburse(miles(1))))
        .isEqualTo(FailureCode.VALUE_INVALID);
    assertThat(
            codeOf(() -> at(1, "1").build().bill(PointType.redeemable("x", "X").points(1))))
        .isEqualTo(FailureCode.TYPE_MISMATCH);
    assertThat(codeOf(() -> at(1, "1")
            .build()
            .settle(miles(1), miles(0))
            .plus(new Settlement(Partner.of("x"), miles(0), usd("0"), miles(0), usd("0")))))
        .isEqualTo(FailureCode.CONFIG_DUPLICATE);
  }
}
