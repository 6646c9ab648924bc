package dev.laurel.core.failure;

/**
 * Arithmetic on points or minor units that does not fit 64 bits, with both operands named.
 *
 * <p>Nothing ever wraps: 9,223,372,036,854,775,807 plus 1 is this failure.
 */
public final class PointsOverflowException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  /** A failure that names the operation and its operands. */
  public PointsOverflowException(String message) {
    super(Messages.bounded(message));
  }

  /** The failure of {@code left operation right}. */
  public static PointsOverflowException of(Object left, String operation, Object right) {
    return new PointsOverflowException(left + " " + operation + " " + right + " must fit 64 bits");
  }

  /** Always {@link FailureCode#POINTS_OVERFLOW}. */
  public FailureCode code() {
    return FailureCode.POINTS_OVERFLOW;
  }
}
