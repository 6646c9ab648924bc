package dev.laurel.core.time;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one gate through which instants, dates, zones and lengths of time enter the library.
 *
 * <p>Instants are kept to the microsecond, because that is what PostgreSQL keeps:
 * 12:00:00.123456789 enters as 12:00:00.123456. The admitted range is 1971-01-01T00:00:00Z to
 * 9999-12-31T23:59:59.999999Z; an instant in 1970 is refused as well, because a count of seconds
 * that was read as milliseconds lands there (1,700,000,000 is 14 November 2023 in seconds and 20
 * January 1970 in milliseconds).
 *
 * <p>Text is ISO 8601 with ASCII digits, upper-case {@code T} and {@code Z}, and years of four
 * digits; no locale plays a part. A positive leap second, 23:59:60, is refused, since Java's
 * time-scale has none.
 *
 * <p>Values that cannot be are an {@link InvalidValueException}, text that does not parse is a
 * {@link MalformedInputException}, and {@code null} is a {@link NullPointerException} that names
 * the parameter.
 */
public final class TimeGate {
  /** The first admitted instant. */
  static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");

  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private static final int LONGEST_TEXT = 64;
  private static final int MOST_YEARS = 1_000;

  // 400 Gregorian years are 4,800 months and 146,097 days.
  private static final long CYCLE_MONTHS = 4_800;
  private static final long CYCLE_DAYS = 146_097;
  private static final Duration LONGEST_DURATION =
      Duration.ofHours(CYCLE_DAYS * 24 * MOST_YEARS / 400);

  private static final String DATE = "([0-9]{4})-([0-9]{2})-([0-9]{2})";
  private static final String TIME = "([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9}))?";
  private static final String OFFSET = "[+-][0-9]{2}:[0-9]{2}";
  private static final Pattern DATE_FORM = Pattern.compile(DATE);
  private static final Pattern INSTANT_FORM =
      Pattern.compile(DATE + "T" + TIME + "(Z|" + OFFSET + ")?");
  private static final Pattern LONG_YEAR_FORM = Pattern.compile("[+-][0-9]{4,10}-[0-9]{2}-.*");
  private static final Pattern ZONE_OFFSET_FORM = Pattern.compile(OFFSET + "(?::[0-9]{2})?");
  private static final Pattern ZONE_REGION_FORM =
      Pattern.compile("(?!SystemV/)[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}");

  private TimeGate() {}

  /**
   * The instant truncated to microseconds.
   *
   * @throws InvalidValueException TIME_RANGE if it lies before 1970 or after 9999; TIME_SUSPECT if
   *     it lies in 1970
   */
  @SuppressWarnings("JavaInstantGetSecondsGetNano") // Whole micros are what it asks for.
  public static Instant admit(Instant instant, String path) {
    requireNonNull(path, "path");
    requireNonNull(instant, path.isEmpty() ? "instant" : path);
    // Every instant of the library passes here, so that the way of those admitted is kept short.
    if (instant.isBefore(EARLIEST) || !instant.isBefore(YEAR_10000)) {
      refuse(instant, path);
    }
    return instant.getNano() % 1_000 == 0 ? instant : instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static void refuse(Instant instant, String path) {
    InvalidValueException.check(
        !instant.isBefore(Instant.EPOCH) && instant.isBefore(YEAR_10000),
        FailureCode.TIME_RANGE,
        path,
        "%s must lie between 1970-01-01 and 9999-12-31: %s",
        subject(path, "instant"),
        instant);
    InvalidValueException.check(
        !instant.isBefore(EARLIEST),
        FailureCode.TIME_SUSPECT,
        path,
        "%s must not lie in 1970, where seconds read as milliseconds end up: %s",
        subject(path, "instant"),
        instant);
  }

  /**
   * The date itself; unlike instants, dates of birth before 1970 are legal.
   *
   * @throws InvalidValueException TIME_RANGE if it lies outside the years 1 to 9999
   */
  public static LocalDate admitDate(LocalDate date, String path) {
    requireNonNull(path, "path");
    requireNonNull(date, path.isEmpty() ? "date" : path);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new InvalidValueException(
          FailureCode.TIME_RANGE,
          path,
          subject(path, "date") + " must lie in the years 1 to 9999: " + date);
    }
    return date;
  }

  /**
   * The instant of a text such as {@code 2026-03-01T09:30:00Z} or
   * {@code 2026-03-01T10:30:00.25+01:00}.
   *
   * @throws MalformedInputException TIME_FORMAT if the text has another form; REQUIRED if it names
   *     no offset; DATE_INVALID if the calendar or the clock has no such time, such as 2023-02-29,
   *     24:00 or 23:59:60; ZONE_UNKNOWN if the offset is beyond 18 hours; TIME_RANGE or
   *     TIME_SUSPECT as {@link #admit}
   */
  public static Instant parseInstant(CharSequence text) {
    return parseInstant(text, "");
  }

  /**
   * The instant of a text, with failures that name this path; see
   * {@link #parseInstant(CharSequence)}.
   */
  public static Instant parseInstant(CharSequence text, String path) {
    String plain = bounded(text, path, FailureCode.TIME_FORMAT);
    Matcher parts = INSTANT_FORM.matcher(plain);
    if (!parts.matches()) {
      throw notInForm(plain, path, "instant", "yyyy-MM-ddTHH:mm:ssZ");
    }
    LocalDateTime local = localDateTime(parts, plain, path);
    String offset = parts.group(8);
    if (offset == null) {
      throw malformed(FailureCode.REQUIRED, path, "instant", "name its offset, such as Z", plain);
    }
    Instant instant = local.toInstant((ZoneOffset) parseZone(offset, path));
    try {
      return admit(instant, path);
    } catch (InvalidValueException e) {
      throw new MalformedInputException(e.code(), path, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The date of a text such as {@code 2024-02-29}.
   *
   * @throws MalformedInputException TIME_FORMAT if the text has another form; DATE_INVALID if the
   *     calendar has no such day, such as 2023-02-29; TIME_RANGE outside the years 1 to 9999
   */
  public static LocalDate parseDate(CharSequence text) {
    return parseDate(text, "");
  }

  /**
   * The date of a text, with failures that name this path; see {@link #parseDate(CharSequence)}.
   */
  public static LocalDate parseDate(CharSequence text, String path) {
    String plain = bounded(text, path, FailureCode.TIME_FORMAT);
    Matcher parts = DATE_FORM.matcher(plain);
    if (!parts.matches()) {
      throw notInForm(plain, path, "date", "yyyy-MM-dd");
    }
    return localDate(parts, plain, path);
  }

  /**
   * The zone of a text: a region such as {@code Europe/Berlin}, {@code UTC} or {@code Z}, or an
   * offset such as {@code +05:30}.
   *
   * <p>{@code UTC}, {@code Z} and {@code +00:00} are one and the same value,
   * {@link ZoneOffset#UTC}. Short and historic names ({@code EST}, {@code CET}, {@code EST5EDT},
   * {@code GMT+2}) are refused, because readers disagree about what they mean.
   *
   * @throws MalformedInputException ZONE_UNKNOWN if it is none of these, such as
   *     {@code Mars/Phobos}
   */
  public static ZoneId parseZone(CharSequence text) {
    return parseZone(text, "");
  }

  /**
   * The zone of a text, with failures that name this path; see {@link #parseZone(CharSequence)}.
   */
  public static ZoneId parseZone(CharSequence text, String path) {
    String plain = bounded(text, path, FailureCode.ZONE_UNKNOWN);
    if (plain.equals("Z") || plain.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    try {
      if (ZONE_OFFSET_FORM.matcher(plain).matches()) {
        return ZoneOffset.of(plain);
      }
      if (ZONE_REGION_FORM.matcher(plain).matches()) {
        return ZoneId.of(plain);
      }
    } catch (DateTimeException e) {
      throw unknownZone(plain, path);
    }
    throw unknownZone(plain, path);
  }

  /**
   * The zone as {@link #parseZone(CharSequence)} would read its id, so that it survives being
   * written down.
   *
   * @throws InvalidValueException ZONE_UNKNOWN if its id is none that {@code parseZone} reads
   */
  public static ZoneId checkZone(ZoneId zone, String path) {
    requireNonNull(path, "path");
    requireNonNull(zone, path.isEmpty() ? "zone" : path);
    try {
      return parseZone(zone.getId(), path);
    } catch (MalformedInputException e) {
      throw new InvalidValueException(e.code(), path, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The period itself, zero days included.
   *
   * @throws InvalidValueException PERIOD_INVALID if a part is negative, as in P1M-40D, or the whole
   *     is longer than 1,000 years (365,242 days)
   */
  public static Period checkPeriod(Period period, String path) {
    requireNonNull(path, "path");
    requireNonNull(period, path.isEmpty() ? "period" : path);
    InvalidValueException.check(
        !period.isNegative(),
        FailureCode.PERIOD_INVALID,
        path,
        "%s must have no negative part: %s",
        subject(path, "period"),
        period);
    InvalidValueException.check(
        period.toTotalMonths() * CYCLE_DAYS + period.getDays() * CYCLE_MONTHS
            <= 12 * MOST_YEARS * CYCLE_DAYS,
        FailureCode.PERIOD_INVALID,
        path,
        "%s must be at most 1000 years long: %s",
        subject(path, "period"),
        period);
    return period;
  }

  /**
   * The duration itself, zero included, such as a hold of 15 minutes.
   *
   * @throws InvalidValueException PERIOD_INVALID if it is negative; TIME_RANGE if it is longer than
   *     1,000 years (365,242.5 days)
   */
  public static Duration checkDuration(Duration duration, String path) {
    requireNonNull(path, "path");
    requireNonNull(duration, path.isEmpty() ? "duration" : path);
    InvalidValueException.check(
        !duration.isNegative(),
        FailureCode.PERIOD_INVALID,
        path,
        "%s must not be negative: %s",
        subject(path, "duration"),
        duration);
    InvalidValueException.check(
        duration.compareTo(LONGEST_DURATION) <= 0,
        FailureCode.TIME_RANGE,
        path,
        "%s must be at most 1000 years long: %s",
        subject(path, "duration"),
        duration);
    return duration;
  }

  /**
   * The admitted expiry of something earned at an instant; it lies at least a microsecond later.
   *
   * @throws InvalidValueException EXPIRY_INVALID if it expires at or before the instant of earning;
   *     TIME_RANGE or TIME_SUSPECT as {@link #admit}
   */
  public static Instant checkExpiry(Instant expiresAt, Instant earnedAt, String path) {
    Instant expiry = admit(expiresAt, path);
    Instant earned = admit(earnedAt, "earnedAt");
    InvalidValueException.check(
        earned.isBefore(expiry),
        FailureCode.EXPIRY_INVALID,
        path,
        "%s must lie after the instant of earning: %s, earned at %s",
        subject(path, "expiry"),
        expiry,
        earned);
    return expiry;
  }

  private static LocalDateTime localDateTime(Matcher parts, String plain, String path) {
    LocalDate date = localDate(parts, plain, path);
    int hour = number(parts, 4);
    int minute = number(parts, 5);
    int second = number(parts, 6);
    checkPart(hour <= 23, path, "have an hour of 0 to 23", plain);
    checkPart(minute <= 59, path, "have a minute of 0 to 59", plain);
    checkPart(second <= 59, path, "have a second of 0 to 59, leap seconds are not known", plain);
    String fraction = parts.group(7);
    int nano =
        fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(9 - fraction.length()));
    return date.atTime(hour, minute, second, nano);
  }

  private static LocalDate localDate(Matcher parts, String plain, String path) {
    int year = number(parts, 1);
    int month = number(parts, 2);
    int day = number(parts, 3);
    if (year == 0) {
      throw malformed(FailureCode.TIME_RANGE, path, "date", "lie in the years 1 to 9999", plain);
    }
    checkPart(month >= 1 && month <= 12, path, "have a month of 1 to 12", plain);
    int days = YearMonth.of(year, month).lengthOfMonth();
    checkPart(day >= 1 && day <= days, path, "have a day of 1 to " + days, plain);
    return LocalDate.of(year, month, day);
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static void checkPart(boolean holds, String path, String rule, String plain) {
    if (!holds) {
      throw malformed(FailureCode.DATE_INVALID, path, "date", rule, plain);
    }
  }

  private static String bounded(CharSequence text, String path, FailureCode code) {
    requireNonNull(path, "path");
    requireNonNull(text, path.isEmpty() ? "text" : path);
    String plain = text.toString();
    if (plain.length() > LONGEST_TEXT) {
      throw malformed(code, path, "text", "be at most 64 characters long", plain);
    }
    return plain;
  }

  private static MalformedInputException notInForm(
      String plain, String path, String kind, String form) {
    return LONG_YEAR_FORM.matcher(plain).matches()
        ? malformed(FailureCode.TIME_RANGE, path, kind, "lie in the years 1 to 9999", plain)
        : malformed(FailureCode.TIME_FORMAT, path, kind, "have the form " + form, plain);
  }

  private static MalformedInputException unknownZone(String plain, String path) {
    String rule = "be a region such as Europe/Berlin, UTC, or an offset such as +02:00";
    return malformed(FailureCode.ZONE_UNKNOWN, path, "zone", rule, plain);
  }

  private static MalformedInputException malformed(
      FailureCode code, String path, String kind, String rule, String plain) {
    String message = subject(path, kind) + " must " + rule + ": " + Excerpt.of(plain);
    return new MalformedInputException(code, path, message);
  }

  private static String subject(String path, String kind) {
    return path.isEmpty() ? kind : path;
  }
}
