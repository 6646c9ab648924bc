package dev.laurel.metrics;

import dev.laurel.core.identity.MemberId;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** The samples that the laws of this module are tried on. */
public final class Generators extends DomainContextBase {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** One of each rule: net score, share, mean, and a mean of which less is better. */
  @Provide
  Arbitrary<MetricDefinition> definitions() {
    return Arbitraries.of(
        Conventions.NPS,
        Conventions.CSAT,
        Conventions.CES_1,
        Conventions.CES_2,
        Conventions.NET_EASY);
  }

  /** Answers on 0 to 10, often all alike or very few. */
  public static Arbitrary<List<Integer>> answers() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 10).list().ofMaxSize(60),
        Arbitraries.of(0, 10).list().ofMaxSize(8),
        Arbitraries.integers().between(7, 8).list().ofMaxSize(8));
  }

  /** What a few people returned over ten days, with every status and several answers of one. */
  public static Arbitrary<List<Response>> responses() {
    Arbitrary<Instant> times =
        Arbitraries.longs().between(0, 240).map(hours -> START.plusSeconds(3600 * hours));
    Arbitrary<MemberId> people =
        Arbitraries.integers().between(1, 12).map(i -> MemberId.of("m-" + i));
    return Combinators.combine(
            people,
            times,
            Arbitraries.integers().between(0, 10),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just(ResponseStatus.ANSWERED)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(ResponseStatus.class))))
        .as((person, at, answer, status) -> status == ResponseStatus.ANSWERED
            ? Response.answered(person, at, answer)
            : Response.without(person, at, status))
        .list()
        .ofMaxSize(40);
  }
}
