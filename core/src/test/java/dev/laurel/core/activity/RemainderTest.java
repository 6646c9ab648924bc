package dev.laurel.core.activity;

import static dev.laurel.core.activity.PurchaseTest.eur;
import static dev.laurel.core.activity.PurchaseTest.line;
import static dev.laurel.core.activity.PurchaseTest.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.Sku;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemainderTest {
  private final Purchase hundred =
      purchase().addLines(line("60.00")).addLines(line("40.00")).build();

  @Test
  void whatIsLeftDependsOnTheSumOfTheReturns() {
    Remainder once = Remainder.of(hundred, List.of(Return.amount(eur("75.00"))));
    Remainder thrice = Remainder.of(
        hundred,
        List.of(
            Return.amount(eur("25.00")), Return.amount(eur("25.00")), Return.amount(eur("25.00"))));

    assertThat(left(once).total()).hasToString("EUR 25.00");
    assertThat(left(once).lines().get(0).net()).hasToString("EUR 15.00");
    assertThat(left(once).lines().get(1).net()).hasToString("EUR 10.00");
    assertThat(thrice).isEqualTo(once);
  }

  @Test
  void returnedLinesTakeTheirShareOfDiscountAndTax() {
    Purchase bought = purchase()
        .addLines(Line.builder()
            .unitPrice(eur("10.00"))
            .discount(eur("1.00"))
            .tax(eur("2.00"))
            .sku(Sku.of("s"))
            .quantity(3)
            .build())
        .build();

    Purchase left = left(Remainder.of(bought, List.of(Return.lines(Map.of(0, 1)))));

    assertThat(left.lines().get(0).quantity()).isEqualTo(2);
    assertThat(left.lines().get(0).discount()).hasToString("EUR 0.66");
    assertThat(left.lines().get(0).tax()).hasToString("EUR 1.33");
  }

  @Test
  void tendersShrinkInProportion() {
    Purchase bought = purchase()
        .addLines(line("100.00"))
        .addTenders(Tender.of(Tender.Kind.POINTS, eur("30.00")))
        .addTenders(Tender.of(Tender.Kind.CARD, eur("70.00")))
        .build();

    Purchase left = left(Remainder.of(bought, List.of(Return.amount(eur("50.00")))));

    assertThat(left.paidBy(Tender.Kind.POINTS)).hasToString("EUR 15.00");
    assertThat(left.paidBy(Tender.Kind.CARD)).hasToString("EUR 35.00");
  }

  @Test
  void allAtOnceOrPieceByPieceLeavesNothing() {
    assertThat(Remainder.of(hundred, List.of(Return.all()))).isEqualTo(new Remainder.Nothing());
    assertThat(Remainder.of(hundred, List.of(Return.lines(Map.of(0, 1, 1, 1)))))
        .isEqualTo(new Remainder.Nothing());
    assertThat(Remainder.of(hundred, List.of(Return.amount(eur("40")), Return.all())))
        .isEqualTo(new Remainder.Nothing());
  }

  @Test
  void shippingThatIsNotReturnedIsLeft() {
    Purchase bought = purchase().shipping(eur("5.00")).addLines(line("10.00")).build();

    assertThat(left(Remainder.of(bought, List.of(Return.lines(Map.of(0, 1))))).total())
        .hasToString("EUR 5.00");
  }

  @Test
  void moreThanThereIsIsToldApart_row49() {
    assertThat(Remainder.of(hundred, List.of(Return.amount(eur("100.01")))))
        .isEqualTo(new Remainder.Exceeded("amount", "EUR 100.01", "EUR 100.00"));
    assertThat(Remainder.of(hundred, List.of(Return.all(), Return.all())))
        .isInstanceOf(Remainder.Exceeded.class);
    assertThat(Remainder.of(hundred, List.of(Return.amount(eur("100")), Return.all())))
        .isInstanceOf(Remainder.Exceeded.class);
    assertThat(Remainder.of(hundred, List.of(Return.lines(Map.of(0, 2)))))
        .isEqualTo(new Remainder.Exceeded("lines[0]", "2 articles", "1"));
    assertThat(Remainder.of(hundred, List.of(Return.lines(Map.of(7, 1)))))
        .isInstanceOf(Remainder.Exceeded.class);
  }

  private static Purchase left(Remainder remainder) {
    return ((Remainder.Left) remainder).purchase();
  }
}
