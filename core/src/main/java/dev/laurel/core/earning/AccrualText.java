package dev.laurel.core.earning;

/** An accrual for reading. */
public final class AccrualText {
  private AccrualText() {}

  /** Plain text. */
  public static String text(Accrual accrual) {
    return accrual.toString();
  }

  /** Markdown. */
  public static String markdown(Accrual accrual) {
    return accrual.toString();
  }
}
