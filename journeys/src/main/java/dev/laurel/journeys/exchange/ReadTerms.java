package dev.laurel.journeys.exchange;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.log.TiePolicy;
import dev.laurel.journeys.log.TouchpointMapping;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The terms on which a file of events is read: how ties are broken, what the events of the source
 * are called, and how much is read before the reader gives up.
 */
@Value.Immutable
public abstract class ReadTerms {
  /** Ties in input order, all names kept, the usual limits. */
  public static final ReadTerms STANDARD = builder().build();

  private static final long FREE_BYTES = 1L << 20;

  ReadTerms() {}

  /** How ties are broken; in input order unless said otherwise. */
  @Value.Default
  public TiePolicy ties() {
    return TiePolicy.INPUT_ORDER;
  }

  /** What the events are called; as in the source unless said otherwise. */
  @Value.Default
  public TouchpointMapping mapping() {
    return TouchpointMapping.of(Map.of());
  }

  /** The most bytes, after unpacking; 16 GiB unless said otherwise. */
  @Value.Default
  public long bytes() {
    return 1L << 34;
  }

  /**
   * The most bytes that one compressed byte may become, asked after the first MiB; 200 unless said
   * otherwise. Real logs reach 20 to 60, a crafted file 1,032.
   */
  @Value.Default
  public int ratio() {
    return 200;
  }

  /** The most rejected events, each kept with its text; 100,000 unless said otherwise. */
  @Value.Default
  public int rejects() {
    return 100_000;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ReadTerms}. */
  public static final class Builder extends ImmutableReadTerms.Builder {
    Builder() {}
  }

  boolean admits(long compressed, long unpacked) {
    return unpacked <= bytes() && (unpacked <= FREE_BYTES || unpacked / ratio() <= compressed);
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        bytes() > 0 && ratio() > 0 && rejects() >= 0,
        FailureCode.RANGE,
        "bytes",
        "limits of reading must be positive: %s bytes, ratio %s, %s rejects",
        bytes(),
        ratio(),
        rejects());
  }
}
