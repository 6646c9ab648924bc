package dev.laurel.core.money;

import static dev.laurel.core.failure.InvalidValueException.check;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Supplier;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * The gate through which every amount of money passes once, on its way in.
 *
 * <p>EUR 12.30 passes as 1,230 minor units; EUR 1.005, a {@code RoundedMoney} and gold are refused.
 * Nothing is rounded here. The gate is immutable: {@link #standard()} takes the decimal places that
 * the JDK knows of each currency and up to 10^15 minor units on either side of zero, and
 * {@link #withScale} and {@link #withLargest} give other gates.
 *
 * <p>Of several failures the first of this order is reported: REQUIRED, UNKNOWN_CURRENCY,
 * CURRENCY_WITHOUT_SCALE, then those of {@link ExactNumber}, SCALE_EXCEEDED, NUMBER_TOO_LARGE for
 * the limit of the gate. TYPE_NOT_ALLOWED for an implementation as a whole comes before all of
 * them.
 */
public final class MoneyGate {
  private static final String ROUNDED_MONEY = "org.javamoney.moneta.RoundedMoney";
  private static final long LARGEST = 1_000_000_000_000_000L;
  private static final int MOST_DIGITS = 18;
  private static final int LONGEST_TEXT = 80;
  private static final MoneyGate STANDARD = new MoneyGate(ImmutableMap.of(), LARGEST);

  private final ImmutableMap<String, CurrencyScale> given;
  private final long largest;

  private MoneyGate(ImmutableMap<String, CurrencyScale> given, long largest) {
    this.given = given;
    this.largest = largest;
  }

  /** The gate with the scales of the JDK and a limit of 10^15 minor units, EUR 10 trillion. */
  public static MoneyGate standard() {
    return STANDARD;
  }

  /**
   * Whether ISO 4217 has withdrawn the currency; true for HRK and DEM, false for EUR.
   *
   * <p>Amounts of such a currency are admitted, since history holds them; static checks report them
   * as CURRENCY_WITHDRAWN.
   */
  public static boolean isWithdrawn(String currency) {
    return WithdrawnCurrencies.contains(requireNonNull(currency, "currency"));
  }

  /**
   * The same gate with a number of decimal places for one currency, for example 4 for XAU.
   *
   * <p>It also makes a code known that the JDK does not know.
   *
   * @throws InvalidValueException REQUIRED or UNKNOWN_CURRENCY if the code is not three ASCII
   *     capitals, RANGE if the digits are not from 0 to 18
   */
  public MoneyGate withScale(String currency, int digits) {
    requireCode(currency);
    check(
        digits >= 0 && digits <= MOST_DIGITS,
        FailureCode.RANGE,
        "digits",
        "digits of %s must be from 0 to %s: %s",
        currency,
        MOST_DIGITS,
        digits);
    ImmutableMap.Builder<String, CurrencyScale> scales = ImmutableMap.builder();
    scales.putAll(given).put(currency, new CurrencyScale(currency, digits));
    return new MoneyGate(scales.buildKeepingLast(), largest);
  }

  /**
   * The same gate with another limit, in minor units on either side of zero.
   *
   * @throws InvalidValueException RANGE if the limit is not above zero
   */
  public MoneyGate withLargest(long minor) {
    check(minor > 0, FailureCode.RANGE, "minor", "largest amount must be above zero: %s", minor);
    return new MoneyGate(given, minor);
  }

  /**
   * The currency code itself, if this gate knows the currency and its decimal places.
   *
   * @throws InvalidValueException REQUIRED for the empty code, UNKNOWN_CURRENCY for {@code eur} or
   *     ZZZ, CURRENCY_WITHOUT_SCALE for XAU
   */
  public String currency(String code) {
    return scaleOf(code).code();
  }

  /**
   * The number of decimal places of the currency: 0 for JPY, 2 for EUR, 3 for BHD.
   *
   * @throws InvalidValueException as {@link #currency}
   */
  public int digits(String currency) {
    return scaleOf(currency).digits();
  }

  /**
   * The amount as exact money; any implementation of JSR 354 but {@code RoundedMoney}.
   *
   * <p>The foreign object is asked once for its currency code and once for its exact number, and
   * what it says passes the same rules as text. Afterwards {@code FastMoney} and {@code Money} of
   * EUR 12.3 are equal.
   *
   * @throws InvalidValueException TYPE_NOT_ALLOWED if the amount is a {@code RoundedMoney}, which
   *     rounds on its own, or one that cannot tell its currency and exact number; otherwise as
   *     {@link #admit(String, BigDecimal)}
   */
  public ExactMoney admit(MonetaryAmount amount) {
    requireNonNull(amount, "amount");
    Class<?> type = amount.getClass();
    check(
        !type.getName().equals(ROUNDED_MONEY),
        FailureCode.TYPE_NOT_ALLOWED,
        "",
        "amount must not round on its own: %s",
        ROUNDED_MONEY);
    String currency = told(type, "currency", () -> amount.getCurrency().getCurrencyCode());
    BigDecimal number =
        told(type, "exact number", () -> amount.getNumber().numberValueExact(BigDecimal.class));
    return admit(currency, number);
  }

  /**
   * The decimal amount of the currency, for example EUR 12.30 for 12.3, 12.30 and 12.300.
   *
   * @throws InvalidValueException as {@link #currency} and {@link ExactNumber#admit};
   *     SCALE_EXCEEDED for EUR 1.005 and JPY 10.5, NUMBER_TOO_LARGE beyond the limit of the gate
   */
  public ExactMoney admit(String currency, BigDecimal amount) {
    CurrencyScale unit = scaleOf(currency);
    requireNonNull(amount, "amount");
    try {
      return money(unit, ExactNumber.admit(amount));
    } catch (InvalidValueException failure) {
      throw failure.under("amount");
    }
  }

  /**
   * The amount that plain decimal text names, for example EUR 12.30 for {@code 12.3}.
   *
   * @throws InvalidValueException as {@link #currency} and {@link ExactNumber#parse};
   *     SCALE_EXCEEDED for EUR 1.005 and JPY 10.5, NUMBER_TOO_LARGE beyond the limit of the gate
   */
  public ExactMoney admit(String currency, String decimalText) {
    CurrencyScale unit = scaleOf(currency);
    requireNonNull(decimalText, "decimalText");
    try {
      return money(unit, ExactNumber.parse(decimalText));
    } catch (InvalidValueException failure) {
      throw failure.under("amount");
    }
  }

  /**
   * The amount of this many minor units, for example EUR 12.30 for 1,230.
   *
   * @throws InvalidValueException as {@link #currency}; NUMBER_TOO_LARGE beyond the limit of the
   *     gate
   */
  public ExactMoney admitMinor(String currency, long minor) {
    CurrencyScale unit = scaleOf(currency);
    if (minor < -largest || minor > largest) {
      throw new InvalidValueException(
          FailureCode.NUMBER_TOO_LARGE,
          "amount",
          "amount must be at most " + largest + " minor units of " + unit.code() + ": " + minor);
    }
    return new ExactMoney(unit, minor);
  }

  /**
   * The amount that text such as {@code EUR 12.30} names: code, one space, plain decimal.
   *
   * @throws InvalidValueException NUMBER_TOO_LONG beyond 80 characters, NUMBER_FORMAT where the
   *     space is missing, otherwise as {@link #admit(String, String)}
   */
  public ExactMoney parse(String text) {
    requireNonNull(text, "text");
    check(!text.isEmpty(), FailureCode.REQUIRED, "", "money must not be empty");
    check(
        text.length() <= LONGEST_TEXT,
        FailureCode.NUMBER_TOO_LONG,
        "",
        "money must be at most %s characters long: found %s",
        LONGEST_TEXT,
        text.length());
    int space = text.lastIndexOf(' ');
    check(
        space >= 0,
        FailureCode.NUMBER_FORMAT,
        "",
        "money must read like 'EUR 12.30': %s",
        Excerpt.of(text));
    return admit(text.substring(0, space), text.substring(space + 1));
  }

  private ExactMoney money(CurrencyScale unit, BigDecimal exact) {
    check(
        exact.scale() <= unit.digits(),
        FailureCode.SCALE_EXCEEDED,
        "",
        "amount must have at most %s decimal places in %s: %s",
        unit.digits(),
        unit.code(),
        exact.toPlainString());
    // At most 64 + 18 digits: the number has passed the test of magnitude.
    BigInteger minor = exact.setScale(unit.digits()).unscaledValue();
    check(
        minor.bitLength() < Long.SIZE
            && minor.longValueExact() <= largest
            && minor.longValueExact() >= -largest,
        FailureCode.NUMBER_TOO_LARGE,
        "",
        "amount must be at most %s minor units of %s: %s",
        largest,
        unit.code(),
        minor);
    return new ExactMoney(unit, minor.longValueExact());
  }

  private CurrencyScale scaleOf(String code) {
    requireNonNull(code, "currency");
    CurrencyScale own = given.isEmpty() ? null : given.get(code);
    if (own != null) {
      return own;
    }
    CurrencyScale known = CurrencyScale.known(code);
    if (known == null) {
      requireCode(code);
      throw unknown(code);
    }
    if (!known.hasScale()) {
      throw new InvalidValueException(
          FailureCode.CURRENCY_WITHOUT_SCALE,
          "currency",
          "currency must have minor units or be given a scale: " + known.code());
    }
    return known;
  }

  private static void requireCode(String code) {
    requireNonNull(code, "currency");
    check(!code.isEmpty(), FailureCode.REQUIRED, "currency", "currency must not be empty");
    if (code.length() != 3 || !isCapital(code, 0) || !isCapital(code, 1) || !isCapital(code, 2)) {
      throw unknown(code);
    }
  }

  private static boolean isCapital(String code, int i) {
    return code.charAt(i) >= 'A' && code.charAt(i) <= 'Z';
  }

  private static InvalidValueException unknown(String code) {
    return new InvalidValueException(
        FailureCode.UNKNOWN_CURRENCY,
        "currency",
        "currency must be an ISO 4217 code of three capitals: " + Excerpt.of(code));
  }

  /** What foreign code says, or a coded failure instead of whatever it threw. */
  private static <T> T told(Class<?> type, String what, Supplier<@Nullable T> question) {
    T answer;
    try {
      answer = question.get();
    } catch (RuntimeException failure) {
      throw (InvalidValueException) untold(type, what).initCause(failure);
    }
    if (answer == null) {
      throw untold(type, what);
    }
    return answer;
  }

  private static InvalidValueException untold(Class<?> type, String what) {
    return new InvalidValueException(
        FailureCode.TYPE_NOT_ALLOWED,
        "",
        "amount must tell its " + what + ": type " + type.getName());
  }
}
