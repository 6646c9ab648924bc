package dev.laurel.core.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PurchaseTest {
  static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

  static Money eur(String amount) {
    return Money.of(new BigDecimal(amount), "EUR");
  }

  static Line line(String price) {
    return Line.of(Sku.of("s"), Category.of("parts"), eur(price));
  }

  static Purchase.Builder purchase() {
    Purchase.Builder builder = Purchase.builder();
    builder.id(ActivityId.of("r-1")).member(MemberId.of("m-1")).occurredAt(NOON);
    return builder;
  }

  @Nested
  class Totals {
    @Test
    void aLineIsPriceLessDiscountPlusTax() {
      Line filters = Line.builder()
          .unitPrice(eur("14.90"))
          .discount(eur("2.00"))
          .tax(eur("5.28"))
          .sku(Sku.of("oil-filter"))
          .quantity(2)
          .build();

      assertThat(filters.listPrice()).hasToString("EUR 29.80");
      assertThat(filters.net()).hasToString("EUR 27.80");
      assertThat(filters.total()).hasToString("EUR 33.08");
    }

    @Test
    void shippingIsPartOfTheTotal() {
      Purchase bought = purchase().shipping(eur("4.90")).addLines(line("10.00")).build();

      assertThat(bought.total()).hasToString("EUR 14.90");
      assertThat(bought.currency()).isEqualTo("EUR");
      assertThat(bought.kind()).isEqualTo(ActivityKind.PURCHASE);
      assertThat(bought.recordedAt()).isEqualTo(NOON);
    }

    @Test
    void tendersPayTheTotalExactly_row36() {
      Purchase bought = purchase()
          .addLines(line("100.00"))
          .addTenders(Tender.of(Tender.Kind.POINTS, eur("30.00")))
          .addTenders(Tender.of(Tender.Kind.CARD, eur("70.00")))
          .build();

      assertThat(bought.paidBy(Tender.Kind.POINTS)).hasToString("EUR 30.00");
      assertThatThrownBy(() -> purchase()
              .addLines(line("100.00"))
              .addTenders(Tender.of(Tender.Kind.CARD, eur("99.99")))
              .build())
          .hasMessage(
              "purchase 'r-1' must have tenders equal to its total: EUR 99.99, total EUR 100.00,"
                  + " difference EUR -0.01");
      assertRefused(
          () -> purchase().statedTotal(eur("9.00")).addLines(line("10.00")).build(),
          FailureCode.TOTAL_MISMATCH);
    }

    @Test
    void anEmptyBasketNamesItsCurrency_row95() {
      assertThat(purchase().currency("EUR").build().total()).hasToString("EUR 0.00");
      assertRefused(() -> purchase().build(), FailureCode.REQUIRED);
    }

    @Test
    void instantsKeepMicroseconds() {
      Purchase bought = Purchase.builder()
          .id(ActivityId.of("r-1"))
          .member(MemberId.of("m-1"))
          .occurredAt(NOON.plusNanos(1_999))
          .addLines(line("1.00"))
          .build();

      assertThat(bought.occurredAt()).isEqualTo(NOON.plusNanos(1_000));
      assertThat(bought.recordedAt()).isEqualTo(NOON.plusNanos(1_000));
    }
  }

  @Nested
  class Nonsense {
    @Test
    void negativePricesAreRefused_row34() {
      assertRefused(() -> line("-1.00"), FailureCode.LINE_NEGATIVE);
      assertRefused(
          () -> purchase().shipping(eur("-1.00")).addLines(line("1.00")).build(),
          FailureCode.LINE_NEGATIVE);
      assertRefused(() -> Tender.of(Tender.Kind.CASH, eur("-1.00")), FailureCode.LINE_NEGATIVE);
    }

    @Test
    void quantitiesAreOneToAMillion_row35() {
      for (int quantity : new int[] {0, -1, 1_000_001, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
        assertRefused(
            () -> Line.builder()
                .unitPrice(eur("1"))
                .sku(Sku.of("s"))
                .quantity(quantity)
                .build(),
            FailureCode.QUANTITY_INVALID);
      }
    }

    @Test
    void aDiscountTakesOffAtMostThePrice_row39() {
      assertRefused(
          () -> Line.builder()
              .unitPrice(eur("1.00"))
              .discount(eur("1.01"))
              .sku(Sku.of("s"))
              .build(),
          FailureCode.DISCOUNT_EXCEEDS);
    }

    @Test
    void currenciesDoNotMix_row15() {
      assertRefused(
          () -> purchase()
              .addLines(line("1.00"))
              .addLines(Line.of(Sku.of("s"), Category.of("c"), Money.of(BigDecimal.ONE, "USD")))
              .build(),
          FailureCode.MIXED_CURRENCY);
    }

    @Test
    void tenThousandLinesAreTheLimit_row89() {
      assertRefused(
          () ->
              purchase().addAllLines(Collections.nCopies(100_000, line("1.00"))).build(),
          FailureCode.LIMIT_EXCEEDED);
    }

    @Test
    void timesOutsideTheGateAreRefused_row62() {
      for (Instant at : new Instant[] {Instant.MIN, Instant.MAX, Instant.EPOCH.minusSeconds(1)}) {
        assertRefused(
            () -> Purchase.builder()
                .id(ActivityId.of("r-1"))
                .member(MemberId.of("m-1"))
                .occurredAt(at)
                .currency("EUR")
                .build(),
            FailureCode.TIME_RANGE);
      }
    }

    @Test
    void aMissingPartIsNamed() {
      assertThatThrownBy(() -> Purchase.builder().currency("EUR").build())
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("id")
          .hasMessageContaining("member")
          .hasMessageContaining("occurredAt");
    }
  }

  @Nested
  class Engagements {
    @Test
    void aReferralNamesAnotherMember() {
      assertRefused(
          () -> Engagement.builder()
              .id(ActivityId.of("e-1"))
              .member(MemberId.of("m-1"))
              .kind(ActivityKind.REFERRAL)
              .referred(MemberId.of("m-1"))
              .occurredAt(NOON)
              .build(),
          FailureCode.VALUE_INVALID);
    }

    @Test
    void purchasesHaveATypeOfTheirOwn() {
      assertRefused(
          () -> Engagement.builder()
              .id(ActivityId.of("e-1"))
              .member(MemberId.of("m-1"))
              .kind(ActivityKind.PURCHASE)
              .occurredAt(NOON)
              .build(),
          FailureCode.VALUE_INVALID);
    }

    @Test
    void aQuantityIsPositive_row35() {
      assertRefused(
          () -> Engagement.builder()
              .id(ActivityId.of("e-1"))
              .member(MemberId.of("m-1"))
              .kind(ActivityKind.VEHICLE_EVENT)
              .quantity(0)
              .occurredAt(NOON)
              .build(),
          FailureCode.QUANTITY_INVALID);
    }
  }

  @Nested
  class OpenAttributes {
    private final Attributes facts = Attributes.none()
        .with("mileage", new BigDecimal("42000.0"))
        .with("model", "F-150")
        .with("fleet", true);

    @Test
    void factsAreFoundUnderTheirType() {
      assertThat(facts.number("mileage")).contains(new BigDecimal("42000"));
      assertThat(facts.text("model")).contains("F-150");
      assertThat(facts.isSet("fleet")).isTrue();
      assertThat(facts.text("mileage")).isEmpty();
      assertThat(facts.number("none")).isEmpty();
    }

    @Test
    void oneFactReplacesAnotherOfItsName() {
      assertThat(facts.with("model", "Bronco").text("model")).contains("Bronco");
      assertThat(facts.text("model")).contains("F-150");
    }

    @Test
    void factsStayOutOfLogs() {
      assertThat(facts.toString()).doesNotContain("F-150").doesNotContain("42000");
    }

    @Test
    void nulAndLoneSurrogatesAreRefused_row100() {
      for (String text : new String[] {"a\u0000", "\uD800x", "x".repeat(1_000_000)}) {
        assertRefused(() -> Attributes.none().with("key", text), FailureCode.TEXT_INVALID);
      }
      assertThat(Attributes.none().with("k", "\u202Ekept \uD83D\uDE00").text("k"))
          .contains("\u202Ekept \uD83D\uDE00");
      assertRefused(() -> Attributes.none().with("", "x"), FailureCode.TEXT_INVALID);
    }

    @Test
    void sixtyFourFactsAreTheLimit() {
      Attributes many = Attributes.none();
      for (int i = 0; i < 64; i++) {
        many = many.with("k" + i, true);
      }
      Attributes full = many;

      assertRefused(() -> full.with("one-more", true), FailureCode.LIMIT_EXCEEDED);
      assertRefused(() -> Return.lines(Map.of()), FailureCode.QUANTITY_INVALID);
    }
  }

  static void assertRefused(ThrowingCallable call, FailureCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidValueException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
