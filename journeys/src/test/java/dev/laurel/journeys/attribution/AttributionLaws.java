package dev.laurel.journeys.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Maps;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** H9: credits add up, are never negative, and heed nobody who was not there. */
class AttributionLaws {
  private static final List<AttributionRule> RULES = List.of(
      AttributionRule.first(),
      AttributionRule.last(),
      AttributionRule.linear(),
      AttributionRule.position(),
      AttributionRule.timeDecay(2),
      AttributionRule.shapley());

  /** A path and how many took it. */
  record Row(List<TouchpointId> path, long conversions, long others) {}

  @Property
  void creditsAddUpToTheConversions(@ForAll("rows") List<Row> rows) {
    creditsAddUp(Credits::of, rows);
  }

  @Property
  void effectsAreSharesAndReachTimesLift(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 3) int order) {
    PathCounts paths = counts(rows);
    Optional<RemovalEffects> found = RemovalEffects.of(paths, order);
    found.ifPresent(effects -> {
      double credits = 0;
      for (RemovalEffects.Removal one : effects.removals()) {
        assertThat(one.effect()).isBetween(-1e-12, 1 + 1e-9);
        assertThat(one.reach()).isBetween(-1e-12, 1 + 1e-9);
        assertThat(one.reach() * one.lift()).isCloseTo(one.effect(), within(1e-12));
        credits += one.credit();
      }
      assertThat(effects.conversionRate())
          .isCloseTo((double) paths.conversions() / paths.journeys(), within(1e-9));
      boolean hasCredit = effects.removals().stream().anyMatch(one -> one.effect() > 0);
      assertThat(credits).isCloseTo(hasCredit ? (double) paths.conversions() : 0, within(1e-6));
    });
  }

  @Property
  void theOrderOfRowsAndTheirDivisionChangeNothing(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 12) int cut) {
    int at = Math.min(cut, rows.size());
    PathCounts whole = counts(rows);
    PathCounts merged = counts(rows.subList(at, rows.size())).merge(counts(rows.subList(0, at)));
    Optional<RemovalEffects> one = RemovalEffects.of(whole);
    Optional<RemovalEffects> other = RemovalEffects.of(merged);

    assertThat(other.isPresent()).isEqualTo(one.isPresent());
    one.ifPresent(effects -> {
      for (RemovalEffects.Removal removal : effects.removals()) {
        assertThat(other.orElseThrow().at(removal.touchpoint()).orElseThrow().effect())
            .isCloseTo(removal.effect(), within(1e-9));
      }
    });
  }

  @Property(tries = 40)
  void howPathsAreDividedDoesNotChangeWhatIsDrawn(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 12) int cut) {
    int at = Math.min(cut, rows.size());
    RemovalBootstrap plan = new RemovalBootstrap(100, 1, Confidence.P95);
    PathCounts merged = counts(rows.subList(at, rows.size())).merge(counts(rows.subList(0, at)));

    plan.analyse(counts(rows), 1).ifPresent(whole -> {
      RemovalIntervals parts = plan.analyse(merged, 1).orElseThrow();
      assertThat(parts.failed()).isEqualTo(whole.failed());
      for (RemovalIntervals.Line line : whole.lines()) {
        RemovalIntervals.Line other = parts.at(line.touchpoint()).orElseThrow();
        assertThat(other.effect().standardError()).isEqualTo(line.effect().standardError());
        assertThat(other.lift().standardError()).isEqualTo(line.lift().standardError());
        assertThat(other.reach().interval().map(Interval::width).orElse(0.0))
            .isCloseTo(line.reach().interval().map(Interval::width).orElse(0.0), within(1e-9));
      }
    });
  }

  @Property
  void aTouchpointThatNobodyMetChangesNothing(@ForAll("rows") List<Row> rows) {
    nobodyIsHeeded(Credits::of, rows);
    PathCounts with = withNobody(rows);
    Optional<RemovalEffects> before = RemovalEffects.of(counts(rows));
    Optional<RemovalEffects> after = RemovalEffects.of(with);

    before.ifPresent(effects -> effects
        .removals()
        .forEach(removal -> assertThat(
                after.orElseThrow().at(removal.touchpoint()).orElseThrow().effect())
            .isCloseTo(removal.effect(), within(1e-9))));
  }

  /** H10: other names, which stand in another order, give the same credits under those names. */
  @Property
  void otherNamesChangeNothingButTheNames(@ForAll("rows") List<Row> rows) {
    namesDoNotMatter(Credits::of, rows);
    PathCounts before = counts(rows);
    PathCounts after = renamed(rows);
    RemovalEffects.of(before)
        .ifPresent(effects -> effects.removals().forEach(removal -> {
          RemovalEffects.Removal other = RemovalEffects.of(after)
              .orElseThrow()
              .at(renamed(removal.touchpoint()))
              .orElseThrow();
          assertThat(other.reach()).isCloseTo(removal.reach(), within(1e-9));
          assertThat(other.effect()).isCloseTo(removal.effect(), within(1e-9));
        }));
  }

  @Example
  void theLawOfSumsCatchesAPositionThatLosesTheMiddleOfTwo() {
    Crediting lossy = (paths, rule) -> {
      Credits sound = Credits.of(paths, rule);
      boolean isLost = rule instanceof AttributionRule.Position && paths.length(0) == 2;
      return isLost
          ? new Credits(
              rule,
              new TreeMap<>(Maps.transformValues(sound.credits(), credit -> 0.8 * credit)),
              sound.unattributed())
          : sound;
    };

    assertThatThrownBy(() -> creditsAddUp(lossy, List.of(new Row(Paths.path("a b"), 1, 0))))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfNobodyCatchesCreditsThatAreSmoothed() {
    Crediting smoothed = (paths, rule) -> {
      double share = (double) paths.conversions() / paths.touchpoints().size();
      TreeMap<TouchpointId, Double> equal = new TreeMap<>();
      paths.touchpoints().forEach(touchpoint -> equal.put(touchpoint, share));
      return new Credits(rule, equal, 0);
    };

    assertThatThrownBy(() -> nobodyIsHeeded(smoothed, List.of(new Row(Paths.path("a"), 1, 0))))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfNamesCatchesCreditsForTheFirstOfTheAlphabet() {
    Crediting alphabetical = (paths, rule) -> {
      TreeMap<TouchpointId, Double> all = new TreeMap<>();
      paths.touchpoints().forEach(touchpoint -> all.put(touchpoint, 0.0));
      all.put(all.firstKey(), (double) paths.conversions());
      return new Credits(rule, all, 0);
    };

    assertThatThrownBy(
            () -> namesDoNotMatter(alphabetical, List.of(new Row(Paths.path("a b"), 1, 0))))
        .isInstanceOf(AssertionError.class);
  }

  /** Whatever divides conversions by a rule. */
  private interface Crediting extends BiFunction<PathCounts, AttributionRule, Credits> {}

  private static void creditsAddUp(Crediting crediting, List<Row> rows) {
    PathCounts paths = counts(rows);
    for (AttributionRule rule : RULES) {
      Credits credits = crediting.apply(paths, rule);
      assertThat(credits.total() + credits.unattributed())
          .isCloseTo((double) paths.conversions(), within(1e-9));
      assertThat(credits.credits().values()).allMatch(credit -> credit >= 0);
    }
  }

  private static void nobodyIsHeeded(Crediting crediting, List<Row> rows) {
    for (AttributionRule rule : RULES) {
      Credits with = crediting.apply(withNobody(rows), rule);
      assertThat(with.credits().get(Paths.at("nowhere"))).isZero();
      crediting
          .apply(counts(rows), rule)
          .credits()
          .forEach((touchpoint, credit) ->
              assertThat(with.credits().get(touchpoint)).isCloseTo(credit, within(1e-9)));
    }
  }

  private static void namesDoNotMatter(Crediting crediting, List<Row> rows) {
    for (AttributionRule rule : RULES) {
      Credits credits = crediting.apply(counts(rows), rule);
      Credits others = crediting.apply(renamed(rows), rule);
      assertThat(others.credits()).hasSameSizeAs(credits.credits());
      credits
          .credits()
          .forEach((touchpoint, credit) -> assertThat(others.credits().get(renamed(touchpoint)))
              .isCloseTo(credit, within(1e-9)));
    }
  }

  private static PathCounts withNobody(List<Row> rows) {
    return PathCounts.builder()
        .addAll(counts(rows))
        .add(Paths.path("nowhere"), 0, 0)
        .build();
  }

  private static PathCounts renamed(List<Row> rows) {
    return counts(rows.stream()
        .map(row -> new Row(
            row.path().stream().map(AttributionLaws::renamed).toList(),
            row.conversions(),
            row.others()))
        .toList());
  }

  /** Another name for a to d, in the opposite order. */
  private static TouchpointId renamed(TouchpointId touchpoint) {
    return TouchpointId.of("other " + (char) ('z' - touchpoint.value().charAt(0) + 'a'));
  }

  private static PathCounts counts(List<Row> rows) {
    PathCounts.Builder paths = PathCounts.builder();
    rows.forEach(row -> paths.add(row.path(), row.conversions(), row.others()));
    return paths.build();
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<TouchpointId> touchpoints = Arbitraries.of("a", "b", "c", "d").map(TouchpointId::of);
    return Combinators.combine(
            touchpoints.list().ofMaxSize(6),
            Arbitraries.longs().between(0, 5),
            Arbitraries.longs().between(0, 9))
        .as(Row::new)
        .list()
        .ofMaxSize(12);
  }
}
