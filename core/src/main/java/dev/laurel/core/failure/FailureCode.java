package dev.laurel.core.failure;

/**
 * The stable name of one kind of failure, such as {@code SCALE_EXCEEDED} for EUR 1.005.
 *
 * <p>Names never change their meaning once released; callers may store and compare them.
 */
public enum FailureCode {
  /**
   * A required part is absent; decoders of outside text use it, the Java API throws null pointers.
   */
  REQUIRED,
  /** A value that breaks a rule of its type for which no narrower code exists. */
  VALUE_INVALID,
  /** A number outside the range its type allows. */
  RANGE,
  /** A survey answer that is not a point of its scale, such as 11 or 7.5 on 0 to 10. */
  SCORE_RANGE,
  /** Two scores under different definitions in one operation. */
  DEFINITION_MISMATCH,
  /** Points below zero where a count is needed. */
  POINTS_NEGATIVE,
  /** A sum or product of points that does not fit 64 bits. */
  POINTS_OVERFLOW,
  /** More points than one account may hold. */
  POINTS_LIMIT,
  /** A number that is not a whole count of the point type's smallest unit. */
  POINTS_NOT_INTEGRAL,
  /** A floating-point number too large to be an exact count. */
  POINTS_INEXACT,
  /** Two different point types in one operation. */
  TYPE_MISMATCH,
  /** NaN or an infinity. */
  NUMBER_NOT_FINITE,
  /** A number beyond the magnitude that the gate admits. */
  NUMBER_TOO_LARGE,
  /** A number with more decimal places than the gate admits. */
  NUMBER_TOO_SMALL,
  /** A literal longer than the gate reads. */
  NUMBER_TOO_LONG,
  /** Text that is not a plain decimal number. */
  NUMBER_FORMAT,
  /** Two currencies in one operation, comparison included. */
  MIXED_CURRENCY,
  /** A currency code that is not in ISO 4217. */
  UNKNOWN_CURRENCY,
  /** A currency without minor units, such as XAU, for which no scale was given. */
  CURRENCY_WITHOUT_SCALE,
  /** A currency that is no longer legal tender; a finding, not an error. */
  CURRENCY_WITHDRAWN,
  /** More decimal places than the currency has. */
  SCALE_EXCEEDED,
  /** An implementation of a type that is not trusted to tell its value. */
  TYPE_NOT_ALLOWED,
  /** A division without an answer: by zero, or over weights that are all zero. */
  DIVISION,
  /** A sum over all future that has no end, such as retention 1 at discount 0. */
  METRIC_DIVERGES,
  /** A percentage outside its range. */
  PERCENT_RANGE,
  /** A negative price or amount on a sale line. */
  LINE_NEGATIVE,
  /** A quantity that is zero, negative or beyond the limit. */
  QUANTITY_INVALID,
  /** Parts that do not add up to the stated total. */
  TOTAL_MISMATCH,
  /** A discount above what it discounts. */
  DISCOUNT_EXCEEDS,
  /** A rate of exchange that is not above zero, given twice, or absent on its day. */
  RATE_INVALID,
  /** A reward priced below the floor without being declared free. */
  PRICE_BELOW_FLOOR,
  /** An id that is blank, too long, or holds control characters. */
  ID_INVALID,
  /** An id that is not in Unicode normal form C, where the caller asked for it. */
  ID_NOT_NORMALISED,
  /** Text with lone surrogates or NUL, or longer than allowed. */
  TEXT_INVALID,
  /** An instant outside 1970 to 9999. */
  TIME_RANGE,
  /** An instant in 1970, most likely seconds read as milliseconds. */
  TIME_SUSPECT,
  /** Text that is not a date or an instant in ISO form. */
  TIME_FORMAT,
  /** A date that the calendar does not have, such as 2023-02-29. */
  DATE_INVALID,
  /** A zone that is neither a region of the zone database nor an offset. */
  ZONE_UNKNOWN,
  /** A period that is negative, mixed-sign or too long. */
  PERIOD_INVALID,
  /** An expiry that lies at or before the instant of earning. */
  EXPIRY_INVALID,
  /** A window that ends at or before its start. */
  WINDOW_INVALID,
  /** The same key twice. */
  CONFIG_DUPLICATE,
  /** Thresholds that do not rise. */
  CONFIG_UNSORTED,
  /** Two bands that share a value. */
  CONFIG_OVERLAP,
  /** A value between two bands that belongs to neither. */
  CONFIG_GAP,
  /** Bands that do not begin at zero. */
  CONFIG_BASE_MISSING,
  /** A name that refers to nothing. */
  REFERENCE_UNKNOWN,
  /** A rule that refers to itself, directly or through others. */
  RULE_CYCLE,
  /** A condition tree deeper than the limit. */
  RULE_TOO_DEEP,
  /** Two rules of equal priority whose order would change the result. */
  RULE_AMBIGUOUS,
  /** A rule whose rounding pays more for a split purchase. */
  RULE_SPLITTABLE,
  /** A multiplier that is zero, negative or beyond 1,000. */
  MULTIPLIER_RANGE,
  /** A cap below zero or over a window of no length. */
  CAP_INVALID,
  /** More rules, lines or entries than the limit. */
  LIMIT_EXCEEDED,
  /** A rule written by the user that threw or returned nothing. */
  RULE_FAILED,
  /** A rule written by the user that used up its step budget. */
  RULE_BUDGET,
  /** An event log with a hole in its sequence. */
  SEQUENCE_GAP,
  /** An event log that holds one sequence number twice. */
  LOG_FORK,
  /** An event log whose hash chain does not verify. */
  HASH_MISMATCH,
  /** A checkpoint whose balance differs from the replayed one. */
  CHECKPOINT_MISMATCH,
  /** JSON of the wrong type. */
  JSON_TYPE,
  /** A JSON number in a form that is not accepted. */
  JSON_NUMBER,
  /** An unknown discriminator. */
  JSON_UNKNOWN_TYPE,
  /** An unknown JSON property. */
  JSON_UNKNOWN_FIELD,
  /** A JSON property given twice. */
  JSON_DUPLICATE_KEY,
  /** Text that is not JSON. */
  JSON_SYNTAX,
  /** JSON beyond the limits of depth or length. */
  JSON_LIMIT,
  /** An enum constant that does not exist. */
  JSON_ENUM,
  /** Bytes that are not UTF-8. */
  JSON_ENCODING,
  /** A schema version that this release does not read. */
  SCHEMA_UNSUPPORTED,
  /** A row of a bulk file that was rejected. */
  ROW_REJECTED,
  /** A line longer than the reader accepts. */
  LINE_TOO_LONG,
  /** Input that is, or grows when it is unpacked, beyond the limits. */
  INPUT_TOO_LARGE,
  /** XML that defines its own entities, or asks for another document. */
  XML_DTD_FORBIDDEN,
  /** XML beyond the limits of depth, attributes or length. */
  XML_LIMIT,
  /** Text that is not well-formed XML. */
  XML_SYNTAX
}
