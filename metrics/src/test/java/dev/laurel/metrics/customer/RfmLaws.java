package dev.laurel.metrics.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** G9: scores by rank. */
class RfmLaws {
  private record Facts(int days, int purchases, int minor) {}

  @Provide
  Arbitrary<List<RfmFigures>> customers() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 500))
        .as(Facts::new)
        .list()
        .ofMaxSize(40)
        .map(RfmLaws::figures);
  }

  private static List<RfmFigures> figures(List<Facts> facts) {
    List<RfmFigures> figures = new ArrayList<>();
    for (Facts fact : facts) {
      figures.add(RfmFigures.of(
          MemberId.of("m-" + figures.size()),
          fact.days(),
          fact.purchases(),
          ExactMoney.ofMinor("EUR", fact.minor())));
    }
    return figures;
  }

  @Property
  void scoresAreFromOneToTheNumberOfClasses(
      @ForAll("customers") List<RfmFigures> customers, @ForAll @IntRange(min = 2, max = 12) int k) {
    for (RfmScore score : new RfmScoring(k).scores(customers)) {
      assertThat(List.of(score.recency(), score.frequency(), score.monetary()))
          .allSatisfy(single -> assertThat(single).isBetween(1, k));
    }
  }

  @Property
  void equalFiguresHaveEqualScoresAndBetterOnesNoWorse(
      @ForAll("customers") List<RfmFigures> customers, @ForAll @IntRange(min = 2, max = 12) int k) {
    assertThat(brokenLaws(new RfmScoring(k).scores(customers))).isEmpty();
  }

  @Property
  void withoutTiesClassesDifferByOneAtMost(
      @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(min = 2, max = 12) int k) {
    List<Facts> facts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      facts.add(new Facts(i, i + 1, i));
    }
    int[] counts = new int[k];
    new RfmScoring(k).scores(figures(facts)).forEach(score -> counts[score.monetary() - 1]++);

    int most = Arrays.stream(counts).max().orElse(0);
    int least = Arrays.stream(counts).min().orElse(0);
    assertThat(most - least).isLessThanOrEqualTo(1);
  }

  @Property
  void orderDoesNotMatter(@ForAll("customers") List<RfmFigures> customers, @ForAll Random random) {
    List<RfmFigures> shuffled = new ArrayList<>(customers);
    Collections.shuffle(shuffled, random);

    assertThat(RfmScoring.QUINTILES.scores(shuffled))
        .containsExactlyInAnyOrderElementsOf(RfmScoring.QUINTILES.scores(customers));
  }

  @Property
  void theUnitOfMoneyDoesNotMatter(@ForAll("customers") List<RfmFigures> customers) {
    List<RfmFigures> hundredfold = customers.stream()
        .map(figures -> RfmFigures.of(
            figures.customer(),
            figures.daysSinceLast(),
            figures.purchases(),
            figures.spend().times(100)))
        .toList();

    assertThat(RfmScoring.QUINTILES.scores(hundredfold))
        .extracting(RfmScore::cell)
        .containsExactlyElementsOf(
            RfmScoring.QUINTILES.scores(customers).stream().map(RfmScore::cell).toList());
  }

  /** The twin that cuts sorted customers into fifths, and so parts equal figures. */
  @Property(tries = 1)
  void aScoringThatPartsTiesIsCaught() {
    List<RfmFigures> alike = figures(Collections.nCopies(10, new Facts(3, 1, 100)));
    List<RfmScore> cut = new ArrayList<>();
    for (int i = 0; i < alike.size(); i++) {
      cut.add(new RfmScore(alike.get(i), 1 + i / 2, 1 + i / 2, 1 + i / 2));
    }

    assertThat(brokenLaws(cut)).contains("equal figures");
    assertThat(brokenLaws(RfmScoring.QUINTILES.scores(alike))).isEmpty();
  }

  private static Set<String> brokenLaws(List<RfmScore> scores) {
    Set<String> broken = new HashSet<>();
    for (RfmScore one : scores) {
      for (RfmScore other : scores) {
        compare(
            Long.compare(other.figures().daysSinceLast(), one.figures().daysSinceLast()),
            RfmScore::recency,
            one,
            other,
            broken);
        compare(
            Integer.compare(one.figures().purchases(), other.figures().purchases()),
            RfmScore::frequency,
            one,
            other,
            broken);
        compare(
            one.figures().spend().compareTo(other.figures().spend()),
            RfmScore::monetary,
            one,
            other,
            broken);
      }
    }
    return broken;
  }

  private static void compare(
      int better, ToIntFunction<RfmScore> score, RfmScore one, RfmScore other, Set<String> broken) {
    int difference = score.applyAsInt(one) - score.applyAsInt(other);
    if (better == 0 && difference != 0) {
      broken.add("equal figures");
    }
    if (better > 0 && difference < 0) {
      broken.add("better figures");
    }
  }
}
