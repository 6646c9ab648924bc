package dev.laurel.journeys.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Maps;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** H10 for moments of truth: neither names nor the calendar matter. */
class MomentLaws {
  private static final MomentPolicy SMALL =
      MomentPolicy.builder().leastJourneys(1).build();

  @Property(tries = 200)
  void otherNamesChangeNothingButTheNames(@ForAll("journeys") List<String> journeys) {
    namesDoNotMatter(MomentLaws::found, journeys);
  }

  /** H5 for moments of truth. */
  @Property(tries = 200)
  void whatIsCountedInPartsMerges(@ForAll("journeys") List<String> journeys, @ForAll long seed) {
    Random random = new Random(seed);
    List<RiskSet> asked = RiskSet.inStages(Maps.linear("a", "b", "c", "d"));
    JourneyLog log = log(journeys, "d");

    assertThat(log.split(journey -> random.nextInt(3)).values().stream()
            .map(part -> MomentCounts.of(part, asked))
            .reduce(MomentCounts.of(JourneyLog.empty(), asked), MomentCounts::merge))
        .isEqualTo(MomentCounts.of(log, asked));
  }

  @Example
  void theLawOfNamesCatchesARiskSetOfTheFirstOfTheAlphabet() {
    Finding alphabetical = (log, touchpoints) -> {
      TouchpointId first = log.touchpoints().get(0);
      Map<TouchpointId, Moment> moments = new TreeMap<>();
      MomentsOfTruth.find(
              log,
              Stream.of(touchpoints)
                  .map(touchpoint -> RiskSet.of(TouchpointId.of(touchpoint), first))
                  .toList(),
              SMALL)
          .moments()
          .forEach(moment -> moments.put(moment.touchpoint(), moment));
      return moments;
    };

    assertThatThrownBy(() -> namesDoNotMatter(alphabetical, List.of("ab", "bc", "cd", "ad", "b")))
        .isInstanceOf(AssertionError.class);
  }

  /** Whatever finds the moments of touchpoints. */
  private interface Finding {
    Map<TouchpointId, Moment> find(JourneyLog log, String... touchpoints);
  }

  private static void namesDoNotMatter(Finding finding, List<String> journeys) {
    List<String> others = journeys.stream()
        .map(word -> word.chars().mapToObj(MomentLaws::renamed).collect(Collectors.joining()))
        .toList();
    Map<TouchpointId, Moment> before = finding.find(log(journeys, "d"), "a", "b", "c", "d");
    Map<TouchpointId, Moment> after = finding.find(log(others, "w"), "z", "y", "x", "w");

    assertThat(after).hasSameSizeAs(before);
    before.forEach((touchpoint, moment) -> {
      TouchpointId name = TouchpointId.of(renamed(touchpoint.value().charAt(0)));
      assertThat(after).containsKey(name);
      Moment other = after.get(name);
      assertThat(other.with()).isEqualTo(moment.with());
      assertThat(other.without()).isEqualTo(moment.without());
      assertThat(other.effect()).isEqualTo(moment.effect());
      assertThat(other.qValue()).isEqualTo(moment.qValue());
    });
  }

  @Property(tries = 200)
  void anotherTimeChangesNothing(@ForAll("journeys") List<String> journeys) {
    JourneyLog log = log(journeys, "d");
    JourneyLog later = moved(
        log,
        event -> Logs.event(
            event.journey().value(),
            event.touchpoint().value(),
            86_400 + event.at().getEpochSecond() - Logs.START.getEpochSecond()));

    assertThat(found(later, "a", "b", "c", "d")).isEqualTo(found(log, "a", "b", "c", "d"));
  }

  private static JourneyLog moved(JourneyLog log, UnaryOperator<TouchEvent> change) {
    JourneyLog.Builder moved = JourneyLog.builder();
    for (int event = 0; event < log.events(); event++) {
      moved.add(change.apply(log.event(event)));
    }
    return moved.build().convertedAt(TouchpointId.of("d"));
  }

  private static JourneyLog log(List<String> journeys, String conversion) {
    return Logs.of(journeys.toArray(String[]::new)).convertedAt(TouchpointId.of(conversion));
  }

  private static Map<TouchpointId, Moment> found(JourneyLog log, String... touchpoints) {
    Map<TouchpointId, Moment> moments = new TreeMap<>();
    MomentsOfTruth.find(log, Maps.linear(touchpoints), SMALL)
        .moments()
        .forEach(moment -> moments.put(moment.touchpoint(), moment));
    return moments;
  }

  /** The letters a to d as z to w. */
  private static String renamed(int letter) {
    return Character.toString('z' - letter + 'a');
  }

  @Provide
  Arbitrary<List<String>> journeys() {
    return Arbitraries.strings()
        .withChars("abcd")
        .ofMinLength(1)
        .ofMaxLength(5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }
}
