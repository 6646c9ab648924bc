package dev.laurel.metrics.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.testkit.AnyValue;
import dev.laurel.metrics.Generators;
import dev.laurel.metrics.driver.DriverMoments;
import dev.laurel.metrics.driver.ThemedAnswers;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.weight.WeightedSums;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** I1: what is written is read as the same value; and what was stored in parts merges. */
class MetricsRoundTripLaws {
  private static final LaurelJson JSON = MetricsJson.standard();

  @Provide
  Arbitrary<List<Response>> responses() {
    return Generators.responses();
  }

  @Property(tries = 100)
  void everyDocumentIsReadAsItWasWritten(@ForAll long seed) {
    for (Class<?> type : AnyValue.casesOf(AnyMetrics.DOCUMENTS)) {
      Object value = new AnyMetrics(seed).of(type);
      assertReadAsWritten(value, JSON::write);
      // Equal values, one of which came from text.
      assertThat(
              JSON.write(JSON.read(JSON.write(value), AnyValue.rootOf(type, AnyMetrics.DOCUMENTS))))
          .isEqualTo(JSON.write(value));
    }
  }

  @Property(tries = 200)
  void partsThatWereStoredMergeToTheWhole(
      @ForAll("responses") List<Response> responses, @ForAll int at) {
    assertPartsMerge(responses, Math.floorMod(at, responses.size() + 1), JSON::write);
  }

  /** G: the same for weighted sums, themes and moments, whose sums are exact or nearly so. */
  @Property(tries = 200)
  void otherStateMergesAfterItWasStoredAsBefore(@ForAll long seed) {
    AnyMetrics any = new AnyMetrics(seed);
    WeightedSums left = AnyMetrics.sums(any.responses(Conventions.NPS));
    WeightedSums right = AnyMetrics.sums(any.responses(Conventions.NPS));
    assertThat(stored(left, WeightedSums.class).merge(stored(right, WeightedSums.class)))
        .isEqualTo(left.merge(right));

    ThemedAnswers some = any.of(ThemedAnswers.class);
    ThemedAnswers others = any.of(ThemedAnswers.class);
    assertThat(stored(some, ThemedAnswers.class)
            .merge(stored(others, ThemedAnswers.class))
            .combinations())
        .isEqualTo(some.merge(others).combinations());

    DriverMoments rows = any.of(DriverMoments.class);
    DriverMoments more = any.of(DriverMoments.class);
    assertThat(stored(rows, DriverMoments.class)
            .merge(stored(more, DriverMoments.class))
            .snapshot())
        .isEqualTo(rows.merge(more).snapshot());
  }

  /** The twin forgets what came back beside answers. */
  @Example
  void theLawOfPartsCatchesACodecThatForgetsWhoSkipped() {
    List<Response> responses = List.of(
        Generators.without(ResponseStatus.SKIPPED), Generators.without(ResponseStatus.SKIPPED));
    Function<Object, String> twin =
        value -> JSON.write(value).replaceFirst(",\"others\":\\{.*?\\}", "");

    assertPartsMerge(responses, 1, JSON::write);
    assertThatThrownBy(() -> assertPartsMerge(responses, 1, twin))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertReadAsWritten(counted(responses), twin))
        .isInstanceOf(AssertionError.class);
  }

  private static void assertPartsMerge(
      List<Response> responses, int at, Function<Object, String> writer) {
    ScoreAccumulator accumulator = new ScoreAccumulator(Conventions.NPS);
    for (List<Response> part :
        List.of(responses.subList(0, at), responses.subList(at, responses.size()))) {
      accumulator.add(JSON.read(writer.apply(counted(part)), ScoreHistogram.class));
    }
    assertThat(accumulator.snapshot()).isEqualTo(counted(responses));
  }

  private static ScoreHistogram counted(List<Response> responses) {
    return responses.stream().collect(ScoreAccumulator.collector(Conventions.NPS));
  }

  private static <T> T stored(T value, Class<T> type) {
    return JSON.read(JSON.write(value), type);
  }

  private static void assertReadAsWritten(Object value, Function<Object, String> writer) {
    String text = writer.apply(value);
    Object read = JSON.read(text, AnyValue.rootOf(value.getClass(), AnyMetrics.DOCUMENTS));
    assertThat(comparable(read)).as(text).isEqualTo(comparable(value));
  }

  /** Accumulators are equal if what they hold is. */
  private static Object comparable(Object value) {
    if (value instanceof ThemedAnswers answers) {
      return answers.combinations();
    }
    return value instanceof DriverMoments moments ? moments.snapshot() : value;
  }
}
