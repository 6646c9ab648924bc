package dev.laurel.core.activity;

import dev.laurel.core.exact.LargestRemainder;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is left of a purchase after returns.
 *
 * <p>Of a purchase of EUR 100.00 a return of EUR 75.00 leaves EUR 25.00, and so do three returns of
 * EUR 25.00: what is left depends on the sum of the returns alone. Returned lines are taken out
 * first, with their share of discount and tax; returned money then lowers each line's price and tax
 * and the shipping by largest remainder, and the tenders shrink in proportion to the new total.
 */
public sealed interface Remainder {
  /** A part of the purchase is left. */
  record Left(Purchase purchase) implements Remainder {}

  /** All of it came back. */
  record Nothing() implements Remainder {}

  /**
   * More was returned than there is.
   *
   * @param what the thing of which there is too little, such as {@code lines[2]}
   * @param requested how much was returned, for reading
   * @param available how much there was, for reading
   */
  record Exceeded(String what, String requested, String available) implements Remainder {}

  /** What is left of a purchase after all these returns, in whatever order they came. */
  static Remainder of(Purchase original, Iterable<? extends Return.Part> parts) {
    SortedMap<Integer, Long> quantities = new TreeMap<>();
    ExactMoney money = ExactMoney.zero(original.currency());
    boolean isAllBack = false;
    for (Return.Part part : parts) {
      if (isAllBack) {
        return new Exceeded("purchase", "more", "nothing left");
      }
      if (part instanceof Return.Lines lines) {
        lines
            .quantities()
            .forEach((line, count) -> quantities.merge(line, (long) count, Long::sum));
      } else if (part instanceof Return.Amount amount) {
        money = money.plus(amount.money());
      } else {
        isAllBack = true;
      }
    }
    Remainder left = withoutLines(original, quantities);
    if (!(left instanceof Left some)) {
      return isAllBack && left instanceof Nothing ? nothingLeft() : left;
    }
    ExactMoney total = some.purchase().total();
    if (money.compareTo(total) > 0) {
      return new Exceeded("amount", money.toString(), total.toString());
    }
    if (money.equals(total)) {
      return isAllBack ? nothingLeft() : new Nothing();
    }
    if (isAllBack) {
      return new Nothing();
    }
    return money.isZero() ? left : new Left(withoutMoney(some.purchase(), money));
  }

  private static Remainder nothingLeft() {
    return new Exceeded("purchase", "all", "nothing left");
  }

  private static Remainder withoutLines(Purchase original, SortedMap<Integer, Long> quantities) {
    List<Line> kept = new ArrayList<>();
    for (int i = 0; i < original.lines().size(); i++) {
      Line line = original.lines().get(i);
      Long returned = quantities.remove(i);
      long left = line.quantity() - (returned == null ? 0 : returned);
      if (left < 0) {
        return new Exceeded("lines[" + i + "]", returned + " articles", line.quantity() + "");
      }
      if (left > 0) {
        kept.add(left == line.quantity() ? line : withQuantity(line, (int) left));
      }
    }
    if (!quantities.isEmpty()) {
      return new Exceeded(
          "lines[" + quantities.firstKey() + "]", "a line", original.lines().size() + " lines");
    }
    if (kept.isEmpty() && original.shipping().isZero() && !original.lines().isEmpty()) {
      return new Nothing();
    }
    return new Left(copy(original, kept, original.shipping()));
  }

  private static Line withQuantity(Line line, int quantity) {
    return copy(line)
        .quantity(quantity)
        .discount(share(line.discount(), quantity, line.quantity()))
        .tax(share(line.tax(), quantity, line.quantity()))
        .build();
  }

  private static ExactMoney share(ExactMoney whole, int part, int of) {
    return ExactMoney.ofMinor(
        whole.currency(), Ratio.scale(whole.minor(), Ratio.of(part, of), RoundingMode.FLOOR));
  }

  private static Purchase withoutMoney(Purchase purchase, ExactMoney money) {
    List<Line> lines = purchase.lines();
    long[] weights = new long[2 * lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      weights[2 * i] = lines.get(i).net().minor();
      weights[2 * i + 1] = lines.get(i).tax().minor();
    }
    weights[2 * lines.size()] = purchase.shipping().minor();
    long[] cuts = LargestRemainder.allocate(money.minor(), weights);

    List<Line> left = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      left.add(copy(line)
          .quantity(line.quantity())
          .discount(line.discount().plus(minor(money, cuts[2 * i])))
          .tax(line.tax().minus(minor(money, cuts[2 * i + 1])))
          .build());
    }
    ExactMoney shipping = purchase.shipping().minus(minor(money, cuts[2 * lines.size()]));
    return copy(purchase, left, shipping);
  }

  private static ExactMoney minor(ExactMoney like, long minor) {
    return ExactMoney.ofMinor(like.currency(), minor);
  }

  private static Line.Builder copy(Line line) {
    Line.Builder copy = Line.builder();
    copy.sku(line.sku()).category(line.category()).unitPrice(line.unitPrice());
    return copy;
  }

  private static Purchase copy(Purchase original, List<Line> lines, ExactMoney shipping) {
    ExactMoney total = shipping;
    for (Line line : lines) {
      total = total.plus(line.total());
    }
    Purchase.Builder copy = Purchase.builder();
    copy.id(original.id())
        .member(original.member())
        .occurredAt(original.occurredAt())
        .recordedAt(original.recordedAt())
        .channel(original.channel())
        .partner(original.partner())
        .location(original.location())
        .sourceKey(original.sourceKey())
        .attributes(original.attributes())
        .currency(original.currency())
        .addAllLines(lines)
        .shipping(shipping)
        .addAllTenders(tenders(original, total));
    return copy.build();
  }

  private static List<Tender> tenders(Purchase original, ExactMoney total) {
    List<Tender> tenders = original.tenders();
    if (tenders.isEmpty() || total.equals(original.total())) {
      return tenders;
    }
    long[] weights =
        tenders.stream().mapToLong(tender -> tender.amount().minor()).toArray();
    long[] parts = LargestRemainder.allocate(total.minor(), weights);
    List<Tender> shrunk = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      shrunk.add(new Tender(tenders.get(i).kind(), minor(total, parts[i])));
    }
    return shrunk;
  }
}
