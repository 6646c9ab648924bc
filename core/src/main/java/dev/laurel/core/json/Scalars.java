package dev.laurel.core.json;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.TimeGate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The codecs of single values, each in the one form that reads back as the same value. */
final class Scalars {
  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String TIME = "[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?";
  private static final String INSTANT =
      DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})";
  private static final String MONTH_DAY = "--[0-9]{2}-[0-9]{2}";
  private static final String PERIOD = "P(?=[0-9])(?:[0-9]{1,6}Y)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}D)?";
  private static final String DURATION =
      "PT(?=[0-9])(?:[0-9]{1,8}H)?(?:[0-9]{1,10}M)?(?:[0-9]{1,12}(?:\\.[0-9]{1,9})?S)?";
  private static final String DECIMAL = "-?[0-9]+(?:\\.[0-9]+)?";
  private static final String POINT_TYPE = "[a-z][a-z0-9-]{0,31}";

  private Scalars() {}

  /** All of them by type. */
  static Map<Class<?>, Codec<?>> all() {
    return Map.ofEntries(
        Map.entry(String.class, TextCodec.<String>of("Text", "", text -> text, text -> text)),
        Map.entry(boolean.class, new BoolCodec()),
        Map.entry(long.class, NumberCodec.LONG),
        Map.entry(Long.class, NumberCodec.LONG),
        Map.entry(int.class, NumberCodec.INT),
        Map.entry(Integer.class, NumberCodec.INT),
        Map.entry(double.class, RealCodec.PLAIN),
        Map.entry(Double.class, RealCodec.PLAIN),
        Map.entry(BigDecimal.class, decimal()),
        Map.entry(Ratio.class, ratio()),
        Map.entry(ExactMoney.class, money()),
        Map.entry(PointType.class, pointType()),
        Map.entry(Attributes.class, new AttributesCodec()),
        Map.entry(Instant.class, instant()),
        Map.entry(
            LocalDate.class, TextCodec.of("Date", DATE, LocalDate::toString, TimeGate::parseDate)),
        Map.entry(LocalTime.class, inForm("Time", TIME, FailureCode.TIME_FORMAT, LocalTime::parse)),
        Map.entry(
            MonthDay.class,
            inForm("MonthDay", MONTH_DAY, FailureCode.TIME_FORMAT, MonthDay::parse)),
        Map.entry(
            Period.class, inForm("Period", PERIOD, FailureCode.PERIOD_INVALID, Period::parse)),
        Map.entry(
            Duration.class,
            inForm("Duration", DURATION, FailureCode.PERIOD_INVALID, Duration::parse)),
        Map.entry(ZoneId.class, TextCodec.of("Zone", "", ZoneId::getId, TimeGate::parseZone)));
  }

  /** The ISO form that {@code toString} gives, with nothing else that the JDK would also read. */
  private static <T> TextCodec<T> inForm(
      String what, String pattern, FailureCode code, Function<String, T> parse) {
    Pattern form = Pattern.compile(pattern);
    return TextCodec.referring(
        what,
        pattern,
        (value, at) -> {
          String text = value.toString();
          if (!form.matcher(text).matches()) {
            throw at.unwritable(code, "have the form of a " + what + ": " + text);
          }
          return text;
        },
        (text, at) -> {
          if (text.length() > 64 || !form.matcher(text).matches()) {
            throw at.malformed(code, "have the form of a " + what + ": " + Excerpt.of(text));
          }
          try {
            return parse.apply(text);
          } catch (java.time.DateTimeException e) {
            throw at.malformed(FailureCode.DATE_INVALID, "exist: " + Excerpt.of(text));
          }
        });
  }

  static TextCodec<Instant> instant() {
    String beginning = Span.BEGINNING.toString();
    return TextCodec.referring(
        "Instant",
        INSTANT,
        (value, at) -> {
          // The clock of an account in which nothing has happened stands at the beginning.
          boolean isReadable = value.equals(Span.BEGINNING)
              || (value.isAfter(Span.BEGINNING)
                  && value.isBefore(Span.END)
                  && value.equals(value.truncatedTo(ChronoUnit.MICROS)));
          if (!isReadable) {
            throw at.unwritable(
                FailureCode.TIME_RANGE, "be in microseconds between 1971 and 9999: " + value);
          }
          return value.toString();
        },
        (text, at) -> text.equals(beginning) ? Span.BEGINNING : TimeGate.parseInstant(text));
  }

  /** As text, so that no reader makes a floating-point number of it. */
  private static TextCodec<BigDecimal> decimal() {
    return TextCodec.of(
        "Decimal",
        DECIMAL,
        number -> ExactNumber.admit(number).toPlainString(),
        ExactNumber::parse);
  }

  private static TextCodec<Ratio> ratio() {
    return TextCodec.of("Ratio", DECIMAL + "(?:/" + DECIMAL + ")?", Ratio::toString, Ratio::parse);
  }

  private static TextCodec<ExactMoney> money() {
    return TextCodec.referring(
        "Money",
        "[A-Z]{3} " + DECIMAL,
        (value, at) -> {
          // The gate that will read it must make the same of it.
          if (!at.tables().gate().admitMinor(value.currency(), value.minor()).equals(value)) {
            throw at.unwritable(
                FailureCode.SCALE_EXCEEDED,
                "have the decimal places that its currency has at the gate: " + value);
          }
          return value.toString();
        },
        (text, at) -> at.tables().gate().parse(text));
  }

  /** The code alone; the type itself is in the table of the document. */
  private static TextCodec<PointType> pointType() {
    return TextCodec.referring(
        "PointTypeCode",
        POINT_TYPE,
        (type, at) -> at.tables().refer(type, at),
        (code, at) -> at.tables().find(code, at));
  }
}
