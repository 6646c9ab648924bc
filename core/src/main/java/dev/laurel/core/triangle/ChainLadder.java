package dev.laurel.core.triangle;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.ErrorShape;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The chain ladder with the standard errors of Mack: young cohorts will develop as older ones did.
 *
 * <p>With the choices left at their defaults the triangle of Taylor and Ashe leaves 18,680,855.61
 * to come, with a standard error of 2,447,094.86. The error of a total is more than the root of the
 * sum of squares, since all cohorts share the same estimated factors.
 *
 * <p>Sources: T. Mack, "Distribution-free calculation of the standard error of chain ladder reserve
 * estimates", ASTIN Bulletin 23 (1993); T. Mack, "The standard error of chain ladder reserve
 * estimates: recursive calculation and inclusion of a tail factor", ASTIN Bulletin 29 (1999).
 */
@Value.Immutable
public abstract class ChainLadder {
  ChainLadder() {}

  /** How developments are averaged; weighted by volume unless said otherwise. */
  @Value.Default
  public Averaging averaging() {
    return Averaging.VOLUME_WEIGHTED;
  }

  /** How many of the latest diagonals of developments count; all if absent. */
  public abstract OptionalInt latestDiagonals();

  /** The rule for the variance of the last development; to be named, since it changes errors. */
  public abstract SigmaTail sigmaTail();

  /** What happens after the last age shown; nothing unless said otherwise. */
  @Value.Default
  public Tail tail() {
    return Tail.none();
  }

  /**
   * The age, in periods, at whose end the points of a cohort are all gone: nothing is redeemed
   * after it. Absent if points do not expire by age.
   */
  public abstract OptionalInt expiryAge();

  /** The shape of the errors, for intervals; lognormal unless said otherwise. */
  @Value.Default
  public ErrorShape errorShape() {
    return ErrorShape.LOGNORMAL;
  }

  /** The level of intervals; 95 % unless said otherwise. */
  @Value.Default
  public Confidence confidence() {
    return Confidence.P95;
  }

  /** The chain ladder with all choices at their defaults but the one that has none. */
  public static ChainLadder of(SigmaTail sigmaTail) {
    return builder().sigmaTail(sigmaTail).build();
  }

  /**
   * The development that the triangle shows; absent if it shows none, having but one cohort or one
   * age.
   *
   * @throws InvalidValueException DIVISION with the age if all cohorts had nothing redeemed at an
   *     age and something at the next: use longer periods, or Bornhuetter-Ferguson
   */
  public Optional<Development> fit(RedemptionTriangle triangle) {
    if (triangle.rows().size() < 2 || triangle.ages() < 2) {
      return Optional.empty();
    }
    List<LinkFit> fits = fits(triangle);
    int known = 0;
    while (known < fits.size() && fits.get(known).hasVariance()) {
      known++;
    }
    double[] variances =
        fits.subList(0, known).stream().mapToDouble(LinkFit::sigmaSquared).toArray();
    Optional<double[]> sigmas = known == fits.size()
        ? Optional.of(variances)
        : sigmaTail().complete(variances, fits.size());
    return Optional.of(Development.of(this, links(fits, sigmas)));
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ChainLadder}. */
  public static final class Builder extends ImmutableChainLadder.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        latestDiagonals().orElse(1) >= 1,
        FailureCode.RANGE,
        "latestDiagonals",
        "a chain ladder must use at least one diagonal: %s",
        latestDiagonals());
    InvalidValueException.check(
        expiryAge().orElse(1) >= 1,
        FailureCode.RANGE,
        "expiryAge",
        "points must expire at age 1 or later: %s",
        expiryAge());
  }

  private List<LinkFit> fits(RedemptionTriangle triangle) {
    List<TriangleRow> rows = triangle.rows();
    int lastDiagonal = rows.size() - 2 + rows.get(rows.size() - 1).age();
    int first = latestDiagonals().isPresent() ? lastDiagonal - latestDiagonals().getAsInt() + 1 : 0;
    List<LinkFit> fits = new ArrayList<>();
    for (int age = 1; age < triangle.ages(); age++) {
      fits.add(LinkFit.of(rows, age, first, averaging()));
    }
    return fits;
  }

  private ImmutableList<Link> links(List<LinkFit> fits, Optional<double[]> sigmas) {
    ImmutableList.Builder<Link> links = ImmutableList.builder();
    for (int k = 0; k < fits.size(); k++) {
      LinkFit fit = fits.get(k);
      if (k + 1 >= expiryAge().orElse(Integer.MAX_VALUE)) {
        links.add(Link.certain(k + 1, 1));
      } else {
        links.add(sigmas.isPresent() ? fit.link(sigmas.get()[k]) : fit.link());
      }
    }
    return links.build();
  }
}
