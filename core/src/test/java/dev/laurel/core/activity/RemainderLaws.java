package dev.laurel.core.activity;

import static dev.laurel.core.activity.PurchaseTest.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every purchase and every way of returning it. */
class RemainderLaws {
  @Property
  void splittingAReturnChangesNothing(
      @ForAll("purchases") Purchase bought, @ForAll @IntRange(min = 1, max = 6) int pieces) {
    assertSplitIndependent(bought, pieces, Remainder::of);
  }

  /** The twin lowers each remainder on its own: rounding then depends on the number of returns. */
  @Example
  void theLawCatchesReturnsThatAreRoundedOneByOne() {
    Purchase bought =
        purchase().addAllLines(List.of(cents(2), cents(1), cents(1))).build();

    assertThatThrownBy(() -> assertSplitIndependent(bought, 6, RemainderLaws::oneByOne))
        .isInstanceOf(AssertionError.class);
  }

  private static Line cents(long price) {
    Line.Builder line = Line.builder();
    line.sku(Sku.of("s")).unitPrice(ExactMoney.ofMinor("EUR", price));
    return line.build();
  }

  @Property
  void whatIsLeftAndWhatCameBackAreTheWhole(
      @ForAll("purchases") Purchase bought, @ForAll @IntRange(min = 0, max = 100) int percent) {
    long back = bought.total().minor() * percent / 100;

    Remainder remainder = Remainder.of(bought, amounts(back, 1));

    assertThat(total(remainder)).isEqualTo(bought.total().minor() - back);
  }

  @Property
  void tendersAlwaysPayWhatIsLeft(
      @ForAll("purchases") Purchase bought, @ForAll @IntRange(min = 0, max = 99) int percent) {
    long total = bought.total().minor();
    Purchase paid = withTenders(bought, total / 3, total - total / 3);

    Remainder remainder = Remainder.of(paid, amounts(total * percent / 100, 1));

    if (remainder instanceof Remainder.Left left) {
      long sum =
          left.purchase().tenders().stream().mapToLong(t -> t.amount().minor()).sum();
      assertThat(sum).isEqualTo(left.purchase().total().minor());
    }
  }

  @Provide
  Arbitrary<Purchase> purchases() {
    Arbitrary<Line> lines = Combinators.combine(
            Arbitraries.longs().between(1, 100_000),
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, 100),
            Arbitraries.longs().between(0, 5_000))
        .as((price, quantity, discountPercent, tax) -> {
          Line.Builder line = Line.builder();
          line.sku(Sku.of("s"))
              .quantity(quantity)
              .unitPrice(ExactMoney.ofMinor("EUR", price))
              .discount(ExactMoney.ofMinor("EUR", price * quantity * discountPercent / 100))
              .tax(ExactMoney.ofMinor("EUR", tax));
          return line.build();
        });
    return lines
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(all -> purchase().addAllLines(all).build())
        .filter(bought -> bought.total().isPositive());
  }

  private static void assertSplitIndependent(
      Purchase bought, int pieces, BiFunction<Purchase, List<Return.Part>, Remainder> returns) {
    long back = bought.total().minor() * 2 / 3;
    assertThat(returns.apply(bought, amounts(back, pieces)))
        .isEqualTo(returns.apply(bought, amounts(back, 1)));
  }

  private static Remainder oneByOne(Purchase bought, List<Return.Part> parts) {
    Remainder left = new Remainder.Left(bought);
    for (Return.Part part : parts) {
      if (left instanceof Remainder.Left some) {
        left = Remainder.of(some.purchase(), List.of(part));
      }
    }
    return left;
  }

  private static List<Return.Part> amounts(long minor, int pieces) {
    List<Return.Part> parts = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      long piece = minor * (i + 1) / pieces - minor * i / pieces;
      if (piece > 0) {
        parts.add(new Return.Amount(ExactMoney.ofMinor("EUR", piece)));
      }
    }
    return parts;
  }

  private static long total(Remainder remainder) {
    return remainder instanceof Remainder.Left left ? left.purchase().total().minor() : 0;
  }

  private static Purchase withTenders(Purchase bought, long points, long card) {
    Purchase.Builder paid = purchase();
    paid.addAllLines(bought.lines())
        .addTenders(new Tender(Tender.Kind.POINTS, ExactMoney.ofMinor("EUR", points)))
        .addTenders(new Tender(Tender.Kind.CARD, ExactMoney.ofMinor("EUR", card)));
    return paid.build();
  }
}
