package dev.laurel.journeys.daily;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import java.util.List;

/**
 * What one company offers, and where in a week it serves.
 *
 * @param company the name of the company for people, 1 to 128 characters
 * @param fits what serves where, at most 10,000
 */
public record Offerings(String company, List<OfferingFit> fits) {
  private static final int MOST = 10_000;

  /**
   * Checked offerings.
   *
   * @throws InvalidValueException TEXT_INVALID; LIMIT_EXCEEDED
   */
  public Offerings {
    company = Codes.label("company", company, 128);
    fits = ImmutableList.copyOf(fits);
    InvalidValueException.check(
        fits.size() <= MOST,
        FailureCode.LIMIT_EXCEEDED,
        "fits",
        "company '%s' must have at most %s fits: %s",
        company,
        MOST,
        fits.size());
  }

  /**
   * How much of a week they serve.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if a fit is for a context that the week does
   *     not have; CONFIG_DUPLICATE if an offering fits one context twice in one role
   */
  public OutsideIn in(DailyFlow week) {
    return new OutsideIn(week, fits);
  }
}
