package dev.laurel.core.estimate;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * The share that is still there after a time, where some were lost from sight.
 *
 * <p>Of eleven patients one relapsed in week 9 and one in week 13, when another was last seen:
 * 0.909 and 0.818 stay. One who is last seen at a time counts as at risk at that time.
 *
 * <p>Where points can both be redeemed and expire, one less this share is <em>not</em> the share
 * redeemed; see {@link CompetingRisks}.
 *
 * <p>Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations",
 * Journal of the American Statistical Association 53 (1958).
 */
public final class KaplanMeier {
  private KaplanMeier() {}

  /**
   * The share that has not left, in whatever cause.
   *
   * @throws InvalidValueException VALUE_INVALID if the error is Greenwood's, but spells have
   *     weights or clusters
   */
  public static StepCurve staying(Spells spells, CurveError error) {
    checkError(spells, error);
    return new ExitTable(spells, cause -> true, cause -> true).staying("Kaplan-Meier", error);
  }

  /**
   * The share that would not have left in one cause if the others did not exist, and did not tell
   * anything of it: they count as lost from sight.
   *
   * <p>Seldom what is wanted. In ten lots of which some expire it leaves 0.2917, as if 0.7083 were
   * redeemed; 0.5917 are.
   *
   * @throws InvalidValueException VALUE_INVALID as above; REFERENCE_UNKNOWN if there is no such
   *     cause
   */
  public static StepCurve stayingButFor(String cause, Spells spells, CurveError error) {
    checkError(spells, error);
    int index = spells.indexOf(cause);
    ExitTable table = new ExitTable(spells, exit -> exit == index, exit -> exit == index);
    return table.staying("Kaplan-Meier of " + cause, error);
  }

  private static void checkError(Spells spells, CurveError error) {
    InvalidValueException.check(
        error != CurveError.GREENWOOD || spells.isSimple(),
        FailureCode.VALUE_INVALID,
        "error",
        "the error of Greenwood must be of spells that count once and stand alone: %s spells",
        spells.size());
  }
}
