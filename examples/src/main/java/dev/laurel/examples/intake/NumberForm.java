package dev.laurel.examples.intake;

import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.money.MoneyGate;
import java.math.BigDecimal;

/** How a file writes its numbers, such as {@code 1.234,50}. */
final class NumberForm {
  private final char decimal;
  private final char grouping;
  private final boolean isMinor;

  NumberForm(ColumnMapping mapping) {
    decimal = mapping.decimalSeparator();
    grouping = mapping.groupingSeparator();
    isMinor = mapping.isAmountInMinorUnits();
  }

  ExactMoney money(String path, String currency, String text) {
    if (isMinor) {
      return MoneyGate.standard().admitMinor(currency, count(path, text));
    }
    return MoneyGate.standard().admit(currency, plain(path, text));
  }

  BigDecimal number(String path, String text) {
    return ExactNumber.parse(plain(path, text));
  }

  long count(String path, String text) {
    return ExactNumber.admitCount(number(path, text));
  }

  /** The text with a point before the decimals and nothing between the thousands. */
  private String plain(String path, String text) {
    if (decimal == '.' && grouping == '\0') {
      return text;
    }
    int point = text.indexOf(decimal);
    String whole = point < 0 ? text : text.substring(0, point);
    String rest = point < 0 ? "" : "." + text.substring(point + 1);
    if (whole.indexOf('.') >= 0 && grouping != '.') {
      throw refused(path, text);
    }
    return withoutGroups(path, whole, text) + rest;
  }

  /** Refuses 1,23 rather than read it as 123. */
  private String withoutGroups(String path, String whole, String text) {
    int first = whole.indexOf(grouping);
    if (grouping == '\0' || first < 0) {
      return whole;
    }
    int sign = whole.startsWith("-") ? 1 : 0;
    boolean grouped = first > sign && first <= sign + 3 && (whole.length() - first) % 4 == 0;
    for (int i = first; grouped && i < whole.length(); i++) {
      grouped = (whole.charAt(i) == grouping) == ((i - first) % 4 == 0);
    }
    if (!grouped) {
      throw refused(path, text);
    }
    return whole.replace(String.valueOf(grouping), "");
  }

  private RowFailure refused(String path, String text) {
    return new RowFailure(
        FailureCode.NUMBER_FORMAT,
        path,
        path + " must be a number with '" + decimal + "' before its decimals: " + Excerpt.of(text));
  }
}
