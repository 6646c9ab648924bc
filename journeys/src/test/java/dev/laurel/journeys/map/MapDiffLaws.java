package dev.laurel.journeys.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.JourneyDomain;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(JourneyDomain.class)
class MapDiffLaws {
  @Property
  void aMapDoesNotDifferFromItself(@ForAll JourneyMap map) {
    assertThat(MapDiff.between(map, map)).isEmpty();
  }

  @Property
  void nothingIsToldExactlyOfMapsThatMeanTheSame(
      @ForAll JourneyMap before, @ForAll JourneyMap after) {
    nothingIsToldOfTheSame(MapDiff::between, before, after);
  }

  @Property
  void backwardsWhatWasNewIsGone(@ForAll JourneyMap before, @ForAll JourneyMap after) {
    assertThat(paths(MapDiff.between(before, after), MapChange.Kind.ADDED))
        .isEqualTo(paths(MapDiff.between(after, before), MapChange.Kind.REMOVED));
  }

  @Property
  void asManyMoveBackAsHadMoved(@ForAll JourneyMap before, @ForAll JourneyMap after) {
    assertThat(paths(MapDiff.between(before, after), MapChange.Kind.MOVED))
        .hasSameSizeAs(paths(MapDiff.between(after, before), MapChange.Kind.MOVED));
  }

  @Example
  void theLawCatchesADiffThatLooksAtTheTouchpointsAlone() {
    BiFunction<JourneyMap, JourneyMap, List<MapChange>> blind =
        (before, after) -> before.touchpoints().equals(after.touchpoints())
            ? List.of()
            : MapDiff.between(before, after);

    assertThatThrownBy(
            () -> nothingIsToldOfTheSame(blind, Maps.linear("a", "b"), Maps.linear("b", "a")))
        .isInstanceOf(AssertionError.class);
  }

  private static void nothingIsToldOfTheSame(
      BiFunction<JourneyMap, JourneyMap, ? extends List<MapChange>> diff,
      JourneyMap before,
      JourneyMap after) {
    boolean isSame = before.goal().equals(after.goal())
        && FlowText.of(before.flow()).equals(FlowText.of(after.flow()));
    assertThat(diff.apply(before, after).isEmpty()).isEqualTo(isSame);
  }

  private static List<String> paths(List<MapChange> changes, MapChange.Kind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .map(MapChange::path)
        .sorted()
        .toList();
  }
}
