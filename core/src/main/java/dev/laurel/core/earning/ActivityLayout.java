package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.laurel.core.activity.Line;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.Location;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.Sku;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a coded activity each number lies that the rules of one book ask for; what none of them
 * asks for is left out.
 *
 * <p>A fact takes as many bits as its largest code, and facts lie side by side in words of 64 bits.
 * Rules that know four categories, two channels, one partner and one currency, and ask for weekday,
 * time of day and first purchase, need 50 bits: one word.
 *
 * <pre>
 *   facts     the first word of facts; those of a line come first
 *   amount    the first amount of the line that is asked for
 *   more      further amounts | shipping | moment | further words of facts
 * </pre>
 */
final class ActivityLayout {
  /** A cell that no rule asks for. */
  static final int ABSENT = -1;

  /** The bit of {@link Fact#TOO_LARGE}, which is the first of all. */
  static final long TOO_LARGE = 1;

  private static final int MICROS_OF_DAY_BITS = 37;
  private static final int WEEKDAY_BITS = 3;

  /** What is said in a few bits. The first ones must find room in the first word. */
  enum Fact {
    TOO_LARGE,
    PURCHASE,
    FIRST_PURCHASE,
    STATUS,
    CATEGORY,
    SKU,
    WEEKDAY,
    KIND,
    CURRENCY,
    CHANNEL,
    PARTNER,
    LOCATION,
    MICRO_OF_DAY,
    SEGMENTS
  }

  /** An amount of a line. */
  enum LineAmount {
    NET,
    NET_AND_TAX,
    LIST_PRICE,
    LIST_PRICE_AND_TAX;

    static LineAmount of(Basis basis) {
      if (basis.isBeforeDiscount()) {
        return basis.isWithTax() ? LIST_PRICE_AND_TAX : LIST_PRICE;
      }
      return basis.isWithTax() ? NET_AND_TAX : NET;
    }

    long of(Line line) {
      return switch (this) {
        case NET -> line.net().minor();
        case NET_AND_TAX -> line.net().minor() + line.tax().minor();
        case LIST_PRICE -> line.listPrice().minor();
        case LIST_PRICE_AND_TAX -> line.listPrice().minor() + line.tax().minor();
      };
    }
  }

  /**
   * The place of a fact.
   *
   * @param word 0 for the word of facts, otherwise one more than the place among the further words
   * @param shift the bits below it
   * @param width its bits, at most 63
   */
  record Cell(int word, int shift, int width) {
    long mask() {
      return (1L << width) - 1;
    }
  }

  private final NameCodes codes;
  private final ImmutableMap<Fact, Cell> cells;
  private final ImmutableList<LineAmount> amounts;
  private final int shippingAt;
  private final int momentAt;
  private final int wordsAt;
  private final int words;
  private final long largestSize;

  private ActivityLayout(
      NameCodes codes, Asked asked, ImmutableMap<Fact, Cell> cells, int words, long largestSize) {
    this.codes = codes;
    this.cells = cells;
    this.amounts = ImmutableList.copyOf(asked.amounts);
    int at = Math.max(0, amounts.size() - 1);
    this.shippingAt = asked.shipping ? at++ : ABSENT;
    this.momentAt = asked.moment ? at++ : ABSENT;
    this.wordsAt = at;
    this.words = words;
    this.largestSize = largestSize;
  }

  /** The layout for a book that can be compiled. */
  static ActivityLayout of(RuleBook book, NameCodes codes) {
    Asked asked = Asked.by(book);
    Map<Fact, Integer> widths = widths(asked, codes);
    Map<Fact, Cell> cells = new EnumMap<>(Fact.class);
    List<Integer> used = new ArrayList<>(List.of(0));
    widths.forEach((fact, width) -> {
      int word = 0;
      while (word < used.size() && used.get(word) + width > Long.SIZE) {
        word++;
      }
      if (word == used.size()) {
        used.add(0);
      }
      cells.put(fact, new Cell(word, used.get(word), width));
      used.set(word, used.get(word) + width);
    });
    return new ActivityLayout(
        codes, asked, Maps.immutableEnumMap(cells), used.size(), Compilability.largestSize(book));
  }

  private static Map<Fact, Integer> widths(Asked asked, NameCodes codes) {
    Map<Fact, Integer> widths = new EnumMap<>(Fact.class);
    widths.put(Fact.TOO_LARGE, 1);
    widths.put(Fact.PURCHASE, 1);
    widths.put(Fact.FIRST_PURCHASE, asked.firstPurchase ? 1 : 0);
    widths.put(Fact.STATUS, asked.status ? 1 : 0);
    widths.put(Fact.CATEGORY, bitsFor(codes.count(Category.class)));
    widths.put(Fact.SKU, bitsFor(codes.count(Sku.class)));
    widths.put(Fact.WEEKDAY, asked.weekday ? WEEKDAY_BITS : 0);
    widths.put(Fact.KIND, bitsFor(codes.count(ActivityKind.class)));
    widths.put(Fact.CURRENCY, bitsFor(codes.count(String.class)));
    widths.put(Fact.CHANNEL, bitsFor(codes.count(Channel.class)));
    widths.put(Fact.PARTNER, bitsFor(codes.count(Partner.class)));
    widths.put(Fact.LOCATION, bitsFor(codes.count(Location.class)));
    widths.put(Fact.MICRO_OF_DAY, asked.timeOfDay ? MICROS_OF_DAY_BITS : 0);
    widths.put(Fact.SEGMENTS, (int) codes.count(Segment.class));
    widths.values().removeIf(width -> width == 0);
    return widths;
  }

  private static int bitsFor(long largest) {
    return Long.SIZE - Long.numberOfLeadingZeros(largest);
  }

  NameCodes codes() {
    return codes;
  }

  /** The place of a fact, or null if no rule asks for it. */
  @Nullable
  Cell cell(Fact fact) {
    return cells.get(fact);
  }

  /** The amounts of a line that are asked for, in the order in which they lie. */
  ImmutableList<LineAmount> amounts() {
    return amounts;
  }

  int shippingAt() {
    return shippingAt;
  }

  int momentAt() {
    return momentAt;
  }

  /** The words of facts. */
  int words() {
    return words;
  }

  /** Where a word of facts after the first lies among the further numbers. */
  int moreAt(int word) {
    return wordsAt + word - 1;
  }

  /** How many further numbers an activity has. */
  int moreOfActivity() {
    return wordsAt + words - 1;
  }

  /** How many further numbers a line has. */
  int moreOfLine() {
    return Math.max(0, amounts.size() - 1);
  }

  /** The largest size of activity whose points are sure to fit 64 bits. */
  long largestSize() {
    return largestSize;
  }

  /** What the rules of a book ask for. */
  private static final class Asked {
    private final Set<LineAmount> amounts = EnumSet.noneOf(LineAmount.class);
    private boolean shipping;
    private boolean moment;
    private boolean firstPurchase;
    private boolean status;
    private boolean weekday;
    private boolean timeOfDay;

    static Asked by(RuleBook book) {
      Asked asked = new Asked();
      for (EarningRule rule : book.rules()) {
        ConditionTree.walk(rule.when(), condition -> asked.add(condition, rule.basis()));
        asked.moment |= rule.active().isPresent();
        asked.status |= rule.formula() instanceof Formula.StatusMultiplier;
        if (rule.formula() instanceof Formula.PerAmount
            || rule.formula() instanceof Formula.PerStep) {
          asked.add(rule.basis());
        }
      }
      return asked;
    }

    private void add(Condition condition, Basis basis) {
      if (condition instanceof Condition.AmountAtLeast
          || condition instanceof Condition.AmountBelow) {
        add(basis);
      }
      moment |= condition instanceof Condition.InDates;
      firstPurchase |= condition instanceof Condition.IsFirstPurchase;
      weekday |= condition instanceof Condition.OnWeekday;
      timeOfDay |= condition instanceof Condition.InTimeOfDay;
    }

    private void add(Basis basis) {
      amounts.add(LineAmount.of(basis));
      shipping |= basis.isWithShipping();
    }
  }
}
