package dev.laurel.core.points;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;

/**
 * A kind of points that a program counts, such as stars that can be spent or milestones that make a
 * status.
 *
 * <p>The scale is the number of decimal places, 0 to 9: with scale 2 one point is 100 units. It is
 * chosen once and never changes under a running ledger.
 *
 * @param code the name in data, 1 to 32 lower-case letters, digits, hyphens and underscores, such
 *     as {@code stars}
 * @param name the name for people, such as {@code Stars}
 * @param scale the decimal places, 0 to 9
 * @param use whether these points are spent or only counted
 */
public record PointType(String code, String name, int scale, Use use) {
  /** What points are for. */
  public enum Use {
    /** Points a member spends; the field also says award miles. */
    REDEEMABLE,
    /**
     * Points that count towards a status and cannot be spent; the field also says status credits.
     */
    QUALIFYING
  }

  private static final int LONGEST_CODE = 32;
  private static final int LONGEST_NAME = 64;

  /**
   * A point type of checked parts.
   *
   * @throws InvalidValueException ID_INVALID, TEXT_INVALID or RANGE
   */
  public PointType {
    requireNonNull(use, "use");
    code = Codes.code("point type code", code, LONGEST_CODE);
    name = Codes.label("point type '" + code + "'", name, LONGEST_NAME);
    InvalidValueException.check(
        scale >= 0 && scale <= 9,
        FailureCode.RANGE,
        "scale",
        "point type '%s' must have a scale of 0 to 9: %s",
        code,
        scale);
  }

  /** A type of whole points that can be spent. */
  public static PointType redeemable(String code, String name) {
    return new PointType(code, name, 0, Use.REDEEMABLE);
  }

  /** A type of whole points that only count towards a status. */
  public static PointType qualifying(String code, String name) {
    return new PointType(code, name, 0, Use.QUALIFYING);
  }

  /** The amount of this many of the type's smallest units: with scale 2, 150 units are 1.50. */
  public Points points(long units) {
    return new Points(units, this);
  }

  /** No points of this type. */
  public Points zero() {
    return new Points(0, this);
  }

  /** Whether members spend these points. */
  public boolean isRedeemable() {
    return use == Use.REDEEMABLE;
  }

  /** That of the code, which alone tells the types of a program apart. */
  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** The code, for reading. */
  @Override
  public String toString() {
    return code;
  }
}
