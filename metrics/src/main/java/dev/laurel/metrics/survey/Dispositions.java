package dev.laurel.metrics.survey;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.immutables.value.Value;

/**
 * What became of every case of a sample, in the classes of the American Association for Public
 * Opinion Research. Cases that turned out not to belong to the population are left out before.
 *
 * <p>Dispositions merge by adding.
 */
@Value.Immutable
public abstract class Dispositions {
  Dispositions() {}

  /** I: complete interviews. */
  @Value.Default
  public long complete() {
    return 0;
  }

  /** P: partial interviews. */
  @Value.Default
  public long partial() {
    return 0;
  }

  /** R: refusals and break-offs. */
  @Value.Default
  public long refused() {
    return 0;
  }

  /** NC: eligible people who were not reached. */
  @Value.Default
  public long notContacted() {
    return 0;
  }

  /** O: eligible for other reasons not interviewed, such as language. */
  @Value.Default
  public long other() {
    return 0;
  }

  /** UH: unknown whether there is anybody at the address. */
  @Value.Default
  public long unknownAddress() {
    return 0;
  }

  /** UO: unknown for other reasons whether the person is eligible. */
  @Value.Default
  public long unknownOther() {
    return 0;
  }

  /** A builder of which every part is zero. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Dispositions}. */
  public static final class Builder extends ImmutableDispositions.Builder {
    Builder() {}
  }

  /** The cases of both. */
  public Dispositions merge(Dispositions more) {
    Builder sum = builder();
    sum.complete(Math.addExact(complete(), more.complete()));
    sum.partial(Math.addExact(partial(), more.partial()));
    sum.refused(Math.addExact(refused(), more.refused()));
    sum.notContacted(Math.addExact(notContacted(), more.notContacted()));
    sum.other(Math.addExact(other(), more.other()));
    sum.unknownAddress(Math.addExact(unknownAddress(), more.unknownAddress()));
    sum.unknownOther(Math.addExact(unknownOther(), more.unknownOther()));
    return sum.build();
  }

  /** I + P + R + NC + O: the cases known to be eligible. */
  long eligible() {
    long interviewed = Math.addExact(complete(), partial());
    long missed = Math.addExact(Math.addExact(refused(), notContacted()), other());
    return Math.addExact(interviewed, missed);
  }

  /** UH + UO: the cases of which that is unknown. */
  long unknown() {
    return Math.addExact(unknownAddress(), unknownOther());
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        complete() >= 0
            && partial() >= 0
            && refused() >= 0
            && notContacted() >= 0
            && other() >= 0
            && unknownAddress() >= 0
            && unknownOther() >= 0,
        FailureCode.RANGE,
        "dispositions",
        "dispositions must not be negative: I %s, P %s, R %s, NC %s, O %s, UH %s, UO %s",
        complete(),
        partial(),
        refused(),
        notContacted(),
        other(),
        unknownAddress(),
        unknownOther());
  }
}
