package dev.laurel.examples.programs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** One row of the dealer network's export. */
final class DealerRow {
  /** The columns, in the order of the file. */
  enum Field {
    ID,
    KIND,
    MEMBER,
    OCCURRED,
    RECORDED,
    AMOUNT,
    CURRENCY,
    CATEGORY,
    ARTICLE,
    QUANTITY,
    CHANNEL,
    DEALER,
    VEHICLE,
    REFERRED,
    PURCHASE,
    POINTS,
    STATUS,
    FACTOR
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private final LocalDateTime recorded;

  private DealerRow(LocalDateTime recorded) {
    this.recorded = recorded;
  }

  static DealerRow of(
      String id, String kind, String member, LocalDateTime occurred, LocalDateTime recorded) {
    return new DealerRow(recorded)
        .with(Field.ID, id)
        .with(Field.KIND, kind)
        .with(Field.MEMBER, member)
        .with(Field.OCCURRED, TIME.format(occurred))
        .with(Field.RECORDED, TIME.format(recorded));
  }

  static String header() {
    StringBuilder header = new StringBuilder();
    for (Field field : Field.values()) {
      header.append(header.isEmpty() ? "" : ",").append(field.name().toLowerCase(Locale.ROOT));
    }
    return header.toString();
  }

  DealerRow with(Field field, String text) {
    fields.put(field, text);
    return this;
  }

  DealerRow costing(double euros) {
    BigDecimal amount = new BigDecimal(euros).setScale(2, RoundingMode.HALF_EVEN);
    return with(Field.AMOUNT, amount.toPlainString()).with(Field.CURRENCY, "EUR");
  }

  LocalDateTime recorded() {
    return recorded;
  }

  String text() {
    StringJoiner text = new StringJoiner(",");
    for (Field field : Field.values()) {
      text.add(fields.getOrDefault(field, ""));
    }
    return text.toString();
  }
}
