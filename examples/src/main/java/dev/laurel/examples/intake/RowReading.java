package dev.laurel.examples.intake;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.Location;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.TimeGate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The meaning of rows: what each becomes, or the one reason why it becomes nothing. */
final class RowReading {
  private static final ActivityKind MEMBER = ActivityKind.of("member");
  private static final int MOST_ARTICLES = 1_000_000;

  private final ColumnMapping mapping;
  private final String idPrefix;
  private final TimeForm times;
  private final NumberForm numbers;
  private final SeenNames<ActivityKind> kinds = new SeenNames<>(ActivityKind::of);
  private final SeenNames<MemberId> members = new SeenNames<>(MemberId::of);
  private final SeenNames<Channel> channels = new SeenNames<>(Channel::of);
  private final SeenNames<Partner> partners = new SeenNames<>(Partner::of);
  private final SeenNames<Location> locations = new SeenNames<>(Location::of);
  private final SeenNames<Category> categories = new SeenNames<>(Category::of);
  private final SeenNames<Sku> articles = new SeenNames<>(Sku::of);

  RowReading(ColumnMapping mapping, String fileName) {
    this.mapping = mapping;
    this.idPrefix = mapping.idPrefix(fileName);
    this.times = new TimeForm(mapping);
    this.numbers = new NumberForm(mapping);
  }

  /** The transaction of a line; absent where the line is to be rejected. */
  Optional<Transaction> find(RowLayout layout, String text, long line) {
    try {
      return Optional.of(read(layout, text, line));
    } catch (RowFailure failure) {
      return Optional.empty();
    }
  }

  /**
   * The transaction of a line.
   *
   * @throws RowFailure if it is none
   */
  Transaction read(RowLayout layout, String text, long line) {
    try {
      return transaction(layout.row(text), line);
    } catch (InvalidValueException failure) {
      throw new RowFailure(failure.code(), failure.path(), String.valueOf(failure.getMessage()));
    } catch (MalformedInputException failure) {
      throw new RowFailure(failure.code(), failure.path(), String.valueOf(failure.getMessage()));
    } catch (ArithmeticException failure) {
      throw new RowFailure(
          FailureCode.NUMBER_TOO_LARGE, "amount", String.valueOf(failure.getMessage()));
    }
  }

  private Transaction transaction(RowLayout.Row row, long line) {
    ActivityKind kind = needed(row, Role.KIND, kinds::of);
    if (kind.equals(ActivityKind.REDEMPTION)) {
      return redeem(row, line);
    }
    if (kind.equals(MEMBER)) {
      return learn(row, line);
    }
    if (kind.equals(ActivityKind.PURCHASE)) {
      return new Transaction.Done(purchase(row, line));
    }
    return new Transaction.Done(
        kind.equals(ActivityKind.RETURN) ? returned(row, line) : engagement(row, line, kind));
  }

  private Transaction redeem(RowLayout.Row row, long line) {
    BigDecimal points = needed(row, Role.POINTS, text -> numbers.number(Role.POINTS.key(), text));
    InvalidValueException.check(
        points.signum() > 0,
        FailureCode.RANGE,
        Role.POINTS.key(),
        "points to redeem must be above zero: %s",
        points.toPlainString());
    Instant occurred = occurredAt(row);
    return new Transaction.Redeem(
        CommandId.of(id(row, line)),
        needed(row, Role.MEMBER, members::of),
        points,
        given(row, Role.POINT_TYPE, text -> text),
        occurred,
        recordedAt(row, occurred));
  }

  private Transaction learn(RowLayout.Row row, long line) {
    Instant occurred = occurredAt(row);
    String factor = Role.STATUS_FACTOR.key();
    return new Transaction.Learn(
        CommandId.of(id(row, line)),
        needed(row, Role.MEMBER, members::of),
        given(row, Role.STATUS, text -> text),
        given(row, Role.STATUS_FACTOR, text -> numbers.number(factor, text)),
        given(row, Role.SEGMENT, text -> text),
        given(row, Role.ENROLLED_ON, text -> TimeGate.parseDate(text, Role.ENROLLED_ON.key())),
        occurred,
        recordedAt(row, occurred));
  }

  private Activity purchase(RowLayout.Row row, long line) {
    Instant occurred = occurredAt(row);
    Purchase.Builder purchase = Purchase.builder()
        .id(ActivityId.of(id(row, line)))
        .member(needed(row, Role.MEMBER, members::of))
        .occurredAt(occurred)
        .recordedAt(recordedAt(row, occurred))
        .channel(given(row, Role.CHANNEL, channels::of))
        .partner(given(row, Role.PARTNER, partners::of))
        .location(given(row, Role.LOCATION, locations::of))
        .attributes(attributes(row));
    String currency = needed(row, Role.CURRENCY, text -> text);
    ExactMoney amount =
        needed(row, Role.AMOUNT, text -> numbers.money(Role.AMOUNT.key(), currency, text));
    ExactMoney shipping = money(row, Role.SHIPPING, currency);
    ExactMoney tax = money(row, Role.TAX, currency);
    ExactMoney discount = money(row, Role.DISCOUNT, currency);
    int quantity = quantity(row);
    // A purchase that names what was paid with points says so for its whole total.
    ExactMoney goods =
        mapping.amountIs() == ColumnMapping.AmountIs.TOTAL ? amount : amount.times(quantity);
    ExactMoney total = goods.minus(discount).plus(tax).plus(shipping);
    addLines(purchase, row, goods, quantity, discount, tax);
    addTenders(purchase, row, total);
    return purchase.currency(currency).shipping(shipping).build();
  }

  /** One line, or two where the cents do not divide: 29.33 for two are 14.67 and 14.66. */
  private void addLines(
      Purchase.Builder purchase,
      RowLayout.Row row,
      ExactMoney goods,
      int quantity,
      ExactMoney discount,
      ExactMoney tax) {
    Optional<Category> category = given(row, Role.CATEGORY, categories::of);
    Sku sku = given(row, Role.SKU, articles::of)
        .orElseGet(() -> articles.of(category.map(Category::value).orElse("article")));
    long each = Math.floorDiv(goods.minor(), (long) quantity);
    int dearer = (int) Math.floorMod(goods.minor(), (long) quantity);
    if (dearer > 0 && discount.isZero() && tax.isZero()) {
      ExactMoney price = ExactMoney.ofMinor(goods.currency(), each + 1);
      purchase.addLine(line(sku, category, price, dearer).build());
    } else if (dearer > 0) {
      // Tax and discount belong to the line as a whole, which then counts as one article.
      purchase.addLine(line(sku, category, goods, 1).discount(discount).tax(tax).build());
      return;
    }
    ExactMoney price = ExactMoney.ofMinor(goods.currency(), each);
    purchase.addLine(line(sku, category, price, quantity - dearer)
        .discount(discount)
        .tax(tax)
        .build());
  }

  private static Line.Builder line(
      Sku sku, Optional<Category> category, ExactMoney price, int quantity) {
    return Line.builder().sku(sku).category(category).unitPrice(price).quantity(quantity);
  }

  private void addTenders(Purchase.Builder purchase, RowLayout.Row row, ExactMoney total) {
    ExactMoney points = money(row, Role.PAID_BY_POINTS, total.currency());
    Optional<Tender.Kind> named = given(row, Role.TENDER, RowReading::tender);
    if (points.isZero() && named.isEmpty()) {
      return;
    }
    if (!points.isZero()) {
      purchase.addTender(new Tender(Tender.Kind.POINTS, points));
    }
    InvalidValueException.check(
        points.isAtMost(total),
        FailureCode.TOTAL_MISMATCH,
        Role.PAID_BY_POINTS.key(),
        "the part paid by points must be at most the total: %s of %s",
        points,
        total);
    ExactMoney rest = total.minus(points);
    if (rest.isPositive()) {
      purchase.addTender(new Tender(named.orElse(Tender.Kind.CARD), rest));
    }
  }

  private Activity returned(RowLayout.Row row, long line) {
    Instant occurred = occurredAt(row);
    Return.Builder result = Return.builder()
        .id(ActivityId.of(id(row, line)))
        .member(needed(row, Role.MEMBER, members::of))
        .occurredAt(occurred)
        .recordedAt(recordedAt(row, occurred))
        .channel(given(row, Role.CHANNEL, channels::of))
        .partner(given(row, Role.PARTNER, partners::of))
        .location(given(row, Role.LOCATION, locations::of))
        .attributes(attributes(row))
        .purchase(needed(row, Role.PURCHASE, ActivityId::of));
    if (!row.text(Role.AMOUNT).isEmpty()) {
      String currency = needed(row, Role.CURRENCY, text -> text);
      result.part(
          new Return.Amount(numbers.money(Role.AMOUNT.key(), currency, row.text(Role.AMOUNT))));
    }
    return result.build();
  }

  private Activity engagement(RowLayout.Row row, long line, ActivityKind kind) {
    Instant occurred = occurredAt(row);
    return Engagement.builder()
        .id(ActivityId.of(id(row, line)))
        .member(needed(row, Role.MEMBER, members::of))
        .kind(kind)
        .occurredAt(occurred)
        .recordedAt(recordedAt(row, occurred))
        .channel(given(row, Role.CHANNEL, channels::of))
        .partner(given(row, Role.PARTNER, partners::of))
        .location(given(row, Role.LOCATION, locations::of))
        .attributes(attributes(row))
        .quantity(given(row, Role.QUANTITY, text -> numbers.count(Role.QUANTITY.key(), text))
            .orElse(1L))
        .subject(given(row, Role.SUBJECT, Subject::of))
        .referred(given(row, Role.REFERRED, MemberId::of))
        .build();
  }

  private String id(RowLayout.Row row, long line) {
    if (row.layout().has(Role.ID)) {
      return needed(row, Role.ID, text -> text);
    }
    return idOfLine(line);
  }

  /** The id of a line whose file has none, of even length, so that ids sort as the lines do. */
  String idOfLine(long line) {
    String digits = Long.toString(line);
    return idPrefix + ":" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }

  private Instant occurredAt(RowLayout.Row row) {
    String path = Role.OCCURRED_AT.key();
    Instant at = needed(
        row, Role.OCCURRED_AT, text -> times.instant(path, text, row.text(Role.OCCURRED_TIME)));
    return TimeGate.admit(at, path);
  }

  private Instant recordedAt(RowLayout.Row row, Instant occurred) {
    String path = Role.RECORDED_AT.key();
    return given(row, Role.RECORDED_AT, text -> TimeGate.admit(times.instant(path, text), path))
        .orElse(occurred);
  }

  private ExactMoney money(RowLayout.Row row, Role role, String currency) {
    return given(row, role, text -> numbers.money(role.key(), currency, text))
        .orElseGet(() -> ExactMoney.zero(currency));
  }

  private int quantity(RowLayout.Row row) {
    long quantity = given(row, Role.QUANTITY, text -> numbers.count(Role.QUANTITY.key(), text))
        .orElse(1L);
    InvalidValueException.check(
        quantity >= 1 && quantity <= MOST_ARTICLES,
        FailureCode.QUANTITY_INVALID,
        Role.QUANTITY.key(),
        "quantity must be 1 to %s: %s",
        MOST_ARTICLES,
        quantity);
    return (int) quantity;
  }

  private Attributes attributes(RowLayout.Row row) {
    Attributes attributes = Attributes.none();
    for (Map.Entry<String, Cell> number : row.layout().numbers().entrySet()) {
      String text = row.text(number.getValue());
      if (!text.isEmpty()) {
        attributes = attributes.with(number.getKey(), numbers.number(number.getKey(), text));
      }
    }
    for (Map.Entry<String, Cell> entry : row.layout().texts().entrySet()) {
      String text = row.text(entry.getValue());
      if (!text.isEmpty()) {
        attributes = attributes.with(entry.getKey(), text);
      }
    }
    return attributes;
  }

  private static <T> Optional<T> given(RowLayout.Row row, Role role, Function<String, T> making) {
    String text = row.text(role);
    return text.isEmpty() ? Optional.empty() : Optional.of(made(role, text, making));
  }

  private static <T> T needed(RowLayout.Row row, Role role, Function<String, T> making) {
    String text = row.text(role);
    if (text.isEmpty()) {
      throw new RowFailure(
          FailureCode.REQUIRED, role.key(), "row must have a value for " + role.key());
    }
    return made(role, text, making);
  }

  private static <T> T made(Role role, String text, Function<String, T> making) {
    try {
      return making.apply(text);
    } catch (InvalidValueException failure) {
      throw new RowFailure(failure.code(), role.key(), String.valueOf(failure.getMessage()));
    }
  }

  private static Tender.Kind tender(String text) {
    return switch (text) {
      case "cash" -> Tender.Kind.CASH;
      case "card" -> Tender.Kind.CARD;
      case "points" -> Tender.Kind.POINTS;
      case "gift-card" -> Tender.Kind.GIFT_CARD;
      default ->
        throw new RowFailure(
            FailureCode.VALUE_INVALID,
            Role.TENDER.key(),
            "tender must be cash, card, points or gift-card: " + Excerpt.of(text));
    };
  }
}
