package dev.laurel.metrics;

import dev.laurel.core.identity.MemberId;
import dev.laurel.metrics.score.NetCounts;
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
import net.jqwik.api.Tuple;
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

  /** Counts of up to a thousand in each class, often none in one or two. */
  public static Arbitrary<NetCounts> netCounts() {
    return netCounts(1000);
  }

  /** Counts of up to so many in each class, often none in one or two. */
  public static Arbitrary<NetCounts> netCounts(int most) {
    Arbitrary<Integer> count =
        Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, most));
    return Combinators.combine(count, count, count).as(NetCounts::new);
  }

  /** The same response so many days later. */
  public static Response later(Response response, int days) {
    Response.Builder later = Response.builder().respondent(response.respondent());
    later.at(response.at().plusSeconds(86_400L * days)).status(response.status());
    return later.answer(response.answer()).build();
  }

  /** A response of somebody that is no answer. */
  public static Response without(ResponseStatus status) {
    return Response.without(MemberId.of("m-0"), START, status);
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
                Tuple.of(6, Arbitraries.just(ResponseStatus.ANSWERED)),
                Tuple.of(2, Arbitraries.of(ResponseStatus.class))))
        .as((person, at, answer, status) -> status == ResponseStatus.ANSWERED
            ? Response.answered(person, at, answer)
            : Response.without(person, at, status))
        .list()
        .ofMaxSize(40);
  }
}
