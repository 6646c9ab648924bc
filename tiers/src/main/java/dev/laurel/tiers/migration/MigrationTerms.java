package dev.laurel.tiers.migration;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What is decided about the change from one version of a program to the next: from when, which
 * ladders end, where the members of tiers go that are gone, who keeps a tier for how long, and what
 * becomes of points that are gone.
 *
 * <p>For example from 1 January 2027, with members of {@code platinum} going to {@code gold}, whose
 * members keep it until 2029. What the terms do not speak of follows the ladder.
 */
@Value.Immutable
public abstract class MigrationTerms {
  MigrationTerms() {}

  /** The first instant of the next version. */
  public abstract Instant from();

  /** The codes of the ladders that end: their members have no tier of them any more. */
  public abstract List<String> endings();

  /** Where members go of tiers that are gone, beside what the ladders say themselves. */
  public abstract List<TierMapping> mappings();

  /** Who keeps a tier for how long. */
  public abstract List<Grandfathering> grandfatherings();

  /** What becomes of points that are gone. */
  public abstract List<PointsExchange> exchanges();

  /** Nothing but the instant of the change. */
  public static MigrationTerms from(Instant from) {
    return builder().from(from).build();
  }

  /** A builder; the instant has no default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MigrationTerms}. */
  public static final class Builder extends ImmutableMigrationTerms.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Instant unused = TimeGate.admit(from(), "from");
    for (Grandfathering each : grandfatherings()) {
      checkIsLater(each);
      Span unusedSpan = Span.of(from(), each.until());
    }
    endings().forEach(ladder -> Codes.code("ladder code", ladder, 32));
    checkOnce("endings", endings().stream());
    checkOnce("mappings", mappings().stream().map(each -> each.ladder() + "." + each.gone()));
    checkOnce(
        "grandfatherings",
        grandfatherings().stream().map(each -> each.ladder() + "." + each.tier()));
    checkOnce("exchanges", exchanges().stream().map(each -> each.from().code()));
  }

  private void checkIsLater(Grandfathering each) {
    InvalidValueException.check(
        each.until().isAfter(from()),
        FailureCode.TIME_RANGE,
        "grandfatherings",
        "a migration must promise a tier for a time after the change: %s",
        each);
  }

  private static void checkOnce(String path, Stream<String> names) {
    List<String> all = names.toList();
    InvalidValueException.check(
        all.stream().distinct().count() == all.size(),
        FailureCode.CONFIG_DUPLICATE,
        path,
        "a migration must decide each thing once: %s",
        all);
  }
}
