package dev.laurel.examples.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.time.TimeGate;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The declared columns of a file of transactions, itself a small JSON file.
 *
 * <pre>
 *   {
 *     "format": "fixed-width",
 *     "zone": "America/New_York",
 *     "datePattern": "yyyyMMdd",
 *     "columns": {
 *       "member":     {"from": 2, "width": 5},
 *       "occurredAt": {"from": 13, "width": 8},
 *       "amount":     {"from": 25, "width": 7},
 *       "currency":   {"constant": "USD"},
 *       "kind":       {"constant": "purchase"}
 *     }
 *   }
 * </pre>
 *
 * <p>The kinds {@code purchase}, {@code return} and {@code redemption} are what they say, and
 * {@code member} tells what is known of a member from then on: status, factor, segment, enrolment.
 * Every other kind is an engagement, such as {@code review}. A column may translate:
 * {@code "values": {"TD": "test-drive"}}.
 *
 * <p>Needed are {@code member}, {@code occurredAt} and {@code kind}. Without {@code id} a
 * transaction is named after its file and line, such as {@code cdnow:0000017}.
 */
public final class ColumnMapping {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .withCoercionConfig(
          LogicalType.Textual,
          config -> config
              .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
              .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
      .build();
  private static final ObjectReader READER = JSON.readerFor(Declared.class);

  /** How the fields of a line are told apart. */
  enum Format {
    FIXED_WIDTH,
    DELIMITED
  }

  /** What the amount of a purchase is. */
  enum AmountIs {
    /** The price of one article. */
    UNIT_PRICE,
    /** The price of all articles, which is shared out among them to the cent. */
    TOTAL
  }

  /** The JSON file, as it stands. */
  record Declared(
      String format,
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String quote,
      @Nullable Boolean header,
      @Nullable Integer skipLines,
      @Nullable Integer columnCount,
      @Nullable Integer lineWidth,
      @Nullable String idPrefix,
      @Nullable String zone,
      @Nullable String datePattern,
      @Nullable String timePattern,
      @Nullable String timeOfDay,
      @Nullable String decimalSeparator,
      @Nullable String groupingSeparator,
      @Nullable String amountIs,
      @Nullable Boolean amountInMinorUnits,
      Map<String, Column> columns,
      @Nullable Map<String, Column> numbers,
      @Nullable Map<String, Column> texts) {}

  private final Declared declared;
  private final Format format;
  private final EnumMap<Role, Column> columns = new EnumMap<>(Role.class);

  private ColumnMapping(Declared declared) {
    this.declared = declared;
    this.format = formatOf(declared.format());
    declared.columns().forEach((key, column) -> columns.put(Role.of(key), column));
    check();
  }

  /**
   * The mapping that a JSON text declares.
   *
   * @throws InputFailure MAPPING_INVALID
   */
  public static ColumnMapping parse(String json) {
    try {
      Declared declared = READER.readValue(json);
      if (declared == null || declared.format() == null || declared.columns() == null) {
        throw invalid("must have 'format' and 'columns'");
      }
      return new ColumnMapping(declared);
    } catch (JsonMappingException failure) {
      throw invalid(failure.getOriginalMessage() + " at " + failure.getPathReference());
    } catch (JsonProcessingException failure) {
      throw invalid(failure.getOriginalMessage());
    }
  }

  Format format() {
    return format;
  }

  Map<Role, Column> columns() {
    return columns;
  }

  /** Further columns that become number attributes, by the attribute's name. */
  Map<String, Column> numbers() {
    return declared.numbers() == null ? Map.of() : new TreeMap<>(declared.numbers());
  }

  /** Further columns that become text attributes, by the attribute's name. */
  Map<String, Column> texts() {
    return declared.texts() == null ? Map.of() : new TreeMap<>(declared.texts());
  }

  Charset charset() {
    if (declared.charset() == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.charset());
    } catch (IllegalArgumentException failure) {
      throw invalid("charset must be one that Java knows: '" + declared.charset() + "'");
    }
  }

  char delimiter() {
    return one("delimiter", declared.delimiter(), ',');
  }

  char quote() {
    return one("quote", declared.quote(), '"');
  }

  boolean hasHeader() {
    return format == Format.DELIMITED && (declared.header() == null || declared.header());
  }

  int skipLines() {
    return declared.skipLines() == null ? 0 : declared.skipLines();
  }

  /** The declared count of columns; zero where the header says it. */
  int columnCount() {
    return declared.columnCount() == null ? 0 : declared.columnCount();
  }

  /** The declared length of a line; zero where any length will do that holds all columns. */
  int lineWidth() {
    return declared.lineWidth() == null ? 0 : declared.lineWidth();
  }

  String idPrefix(String fileName) {
    return declared.idPrefix() == null ? fileName : declared.idPrefix();
  }

  public ZoneId zone() {
    try {
      return TimeGate.parseZone(declared.zone() == null ? "UTC" : declared.zone(), "zone");
    } catch (MalformedInputException failure) {
      throw invalid(String.valueOf(failure.getMessage()));
    }
  }

  /** The form of dates: a pattern, {@code iso}, {@code epoch-seconds} or {@code epoch-millis}. */
  String datePattern() {
    return declared.datePattern() == null ? "iso" : declared.datePattern();
  }

  /** The form of times that stand in a column of their own. */
  String timePattern() {
    return declared.timePattern() == null ? "HH:mm:ss" : declared.timePattern();
  }

  /** The time of day of dates without one. */
  LocalTime timeOfDay() {
    try {
      return declared.timeOfDay() == null
          ? LocalTime.MIDNIGHT
          : LocalTime.parse(declared.timeOfDay());
    } catch (DateTimeParseException failure) {
      throw invalid("timeOfDay must read like 12:00: '" + declared.timeOfDay() + "'");
    }
  }

  char decimalSeparator() {
    return one("decimalSeparator", declared.decimalSeparator(), '.');
  }

  /** The character between thousands, which is passed over; NUL where there is none. */
  char groupingSeparator() {
    return one("groupingSeparator", declared.groupingSeparator(), '\0');
  }

  boolean isAmountInMinorUnits() {
    return Boolean.TRUE.equals(declared.amountInMinorUnits());
  }

  AmountIs amountIs() {
    if (declared.amountIs() == null || declared.amountIs().equals("total")) {
      return AmountIs.TOTAL;
    }
    if (declared.amountIs().equals("unit-price")) {
      return AmountIs.UNIT_PRICE;
    }
    throw invalid("amountIs must be total or unit-price: '" + declared.amountIs() + "'");
  }

  static InputFailure invalid(String rule) {
    return new InputFailure(InputFailure.Code.MAPPING_INVALID, "mapping " + rule);
  }

  private void check() {
    for (Role needed : new Role[] {Role.MEMBER, Role.OCCURRED_AT, Role.KIND}) {
      if (!columns.containsKey(needed)) {
        throw invalid("must declare the column '" + needed.key() + "'");
      }
    }
    if (format == Format.DELIMITED && !hasHeader() && columnCount() < 1) {
      throw invalid("must declare columnCount where the file has no header");
    }
    if (skipLines() < 0) {
      throw invalid("skipLines must not be negative: " + skipLines());
    }
    // Asked once, so that a wrong word is found before the first row.
    charset();
    delimiter();
    quote();
    zone();
    timeOfDay();
    decimalSeparator();
    groupingSeparator();
    amountIs();
  }

  private static Format formatOf(String word) {
    if (word.equals("delimited")) {
      return Format.DELIMITED;
    }
    if (word.equals("fixed-width")) {
      return Format.FIXED_WIDTH;
    }
    throw invalid("format must be delimited or fixed-width: '" + word + "'");
  }

  private static char one(String what, @Nullable String declared, char otherwise) {
    if (declared == null) {
      return otherwise;
    }
    if (declared.length() != 1) {
      throw invalid(what + " must be one character: '" + declared + "'");
    }
    return declared.charAt(0);
  }
}
