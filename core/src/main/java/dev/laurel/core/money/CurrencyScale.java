package dev.laurel.core.money;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A currency code with its number of decimal places, for example JPY with 0 and BHD with 3. */
record CurrencyScale(String code, int digits) {
  // Read once: the list of the JDK does not change while it runs, and no SPI is asked.
  private static final ImmutableMap<String, CurrencyScale> KNOWN =
      Currency.getAvailableCurrencies().stream()
          .map(
              known -> new CurrencyScale(known.getCurrencyCode(), known.getDefaultFractionDigits()))
          .collect(toImmutableMap(CurrencyScale::code, known -> known));

  /** What the JDK knows of the code; -1 digits for gold and the like, null for an unknown code. */
  static @Nullable CurrencyScale known(String code) {
    return KNOWN.get(code);
  }

  boolean hasScale() {
    return digits >= 0;
  }
}
