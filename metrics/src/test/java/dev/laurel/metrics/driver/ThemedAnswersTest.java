package dev.laurel.metrics.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemedAnswersTest {
  private static void add(ThemedAnswers answers, int times, long value, String... themes) {
    for (int i = 0; i < times; i++) {
      answers.add(value, List.of(themes));
    }
  }

  private static ThemedAnswers workshop() {
    ThemedAnswers answers = ThemedAnswers.none();
    add(answers, 60, -100, "workshop");
    add(answers, 30, 0, "workshop");
    add(answers, 10, 100, "workshop");
    add(answers, 90, -100);
    add(answers, 270, 0);
    add(answers, 540, 100);
    return answers;
  }

  @Test
  void bothFormulasOfTheTradeGiveMinusTen() {
    Estimate impact = workshop().impact("workshop", Confidence.P95).orElseThrow();

    assertThat(workshop().mean()).hasValue(40);
    assertThat(impact.value()).isCloseTo(-10, within(1e-12));
    assertThat(workshop().mean().getAsDouble() - impact.value()).isCloseTo(50, within(1e-12));
    assertThat(100 * (-50.0 - 40) / (1000 - 100)).isEqualTo(-10);
    assertThat(impact.assumptions().get(0)).startsWith("association, not cause");
  }

  /** Leaving out each answer in turn, which knows nothing of the delta method. */
  @Test
  void theErrorIsThatOfTheJackknife() {
    int[][] kinds = {
      {60, -100, 1}, {30, 0, 1}, {10, 100, 1}, {90, -100, 0}, {270, 0, 0}, {540, 100, 0}
    };
    List<Double> left = new ArrayList<>();
    for (int out = 0; out < kinds.length; out++) {
      double[] counts = new double[2];
      double[] sums = new double[2];
      for (int kind = 0; kind < kinds.length; kind++) {
        int count = kinds[kind][0] - (kind == out ? 1 : 0);
        counts[kinds[kind][2]] += count;
        sums[kinds[kind][2]] += count * kinds[kind][1];
      }
      left.add((sums[0] + sums[1]) / 999 - sums[0] / counts[0]);
    }
    double mean = 0;
    for (int kind = 0; kind < kinds.length; kind++) {
      mean += kinds[kind][0] * left.get(kind) / 1000;
    }
    double variance = 0;
    for (int kind = 0; kind < kinds.length; kind++) {
      variance += kinds[kind][0] * Math.pow(left.get(kind) - mean, 2) * 999 / 1000;
    }

    assertThat(workshop().impact("workshop", Confidence.P95).orElseThrow().standardError())
        .hasValueCloseTo(Math.sqrt(variance), within(2e-3));
  }

  @Test
  void impactsOfThemesNamedTogetherDoNotAddUpButSharesDo() {
    ThemedAnswers answers = ThemedAnswers.none();
    add(answers, 10, -100, "price", "workshop");
    add(answers, 5, 0, "price");
    add(answers, 5, -100, "workshop");
    add(answers, 20, 100);

    double together = answers.mean().orElseThrow() - 100;
    double price = answers.impact("price", Confidence.P95).orElseThrow().value();
    double workshop = answers.impact("workshop", Confidence.P95).orElseThrow().value();
    List<ThemeImpact> shares = answers.shares().orElseThrow();

    assertThat(price + workshop).isNotCloseTo(together, within(5.0));
    assertThat(shares.get(0).share() + shares.get(1).share()).isCloseTo(together, within(1e-10));
    assertThat(shares).extracting(ThemeImpact::theme).containsExactly("price", "workshop");
    assertThat(shares.get(0).answers()).isEqualTo(15);
  }

  @Test
  void whatCannotBeToldIsAbsent() {
    ThemedAnswers none = ThemedAnswers.none();
    ThemedAnswers all = ThemedAnswers.none();
    add(all, 3, 100, "price");

    assertThat(none.mean()).isEmpty();
    assertThat(none.impact("price", Confidence.P95)).isEmpty();
    assertThat(none.shares()).isEmpty();
    assertThat(all.impact("price", Confidence.P95)).isEmpty();
    assertThat(all.impact("workshop", Confidence.P95)).isEmpty();
    assertThat(all.shares()).isEmpty();
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    assertThatThrownBy(() -> ThemedAnswers.none().add(1_000_001, List.of()))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.RANGE));
    assertThatThrownBy(() -> ThemedAnswers.none().add(1, List.of(" ")))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.TEXT_INVALID));
  }

  @Test
  void moreThanTwentyThemesAreRefused() {
    ThemedAnswers answers = ThemedAnswers.none();
    answers.add(1, List.of());
    for (int i = 0; i < 21; i++) {
      answers.add(1, List.of("theme " + i));
    }

    assertThatThrownBy(answers::shares)
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.LIMIT_EXCEEDED));
  }
}
