package dev.laurel.benchmarks.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.exchange.LogReading;
import dev.laurel.journeys.exchange.XesLogReader;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.Variant;
import dev.laurel.journeys.path.Variants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The contestants find the same. */
class PathContestTest {
  @Test
  void removalEffectsFromTextsAndCodesAreThoseByHand() {
    InventedPaths paths = InventedPaths.of(20_000, 7);
    double[] byHand = RemovalByHand.fromCodes(paths);

    assertThat(DoubleStream.of(byHand)).hasSize(12).allMatch(effect -> effect > 0.01 && effect < 1);
    assertThat(RemovalByHand.fromTexts(paths)).containsExactly(byHand);
    assertThat(RemovalRatios.effects(RemovalRatios.fromTexts(paths)))
        .containsExactly(byHand, within(1e-12));
    assertThat(RemovalRatios.effects(RemovalRatios.fromCodes(paths)))
        .containsExactly(byHand, within(1e-12));
  }

  @Test
  void columnsByHandAgree() {
    InventedEvents invented = InventedEvents.of(200_000, 7);
    JourneyLog log = JourneyLog.ofCodes(
        invented.journeys(),
        InventedEvents.TOUCHPOINTS,
        invented.journeyOf(),
        invented.codes(),
        invented.micros());
    ColumnsByHand byHand = new ColumnsByHand(invented);

    DirectlyFollows graph = DirectlyFollows.of(log);
    long[] arcs = byHand.arcs();
    for (int arc = 0; arc < arcs.length; arc++) {
      int size = InventedEvents.TOUCHPOINTS.size();
      assertThat(graph.count(
              InventedEvents.TOUCHPOINTS.get(arc / size),
              InventedEvents.TOUCHPOINTS.get(arc % size)))
          .isEqualTo(arcs[arc]);
    }
    assertThat(Variants.of(log).all().stream().map(Variant::journeys).sorted().toList())
        .isEqualTo(
            Arrays.stream(byHand.variants()).sorted().asLongStream().boxed().toList());
  }

  @Test
  void journeysAlignedByVariantAndOneByOneAgree() {
    JourneyLog log = AlignmentRatios.log(3_000, 7);
    MapReality reality = Conformance.evaluate(log, AlignmentRatios.map());

    assertThat(AlignmentRatios.cost(reality))
        .isPositive()
        .isEqualTo(AlignmentRatios.costOneByOne(log, AlignmentRatios.map()));
    assertThat(Variants.of(log).size()).isBetween(300, 600);
  }

  @Test
  void recordsAndColumnsAgree() {
    InventedEvents invented = InventedEvents.of(20_000, 7);
    JourneyLog log = JourneyLog.ofCodes(
        invented.journeys(),
        InventedEvents.TOUCHPOINTS,
        invented.journeyOf(),
        invented.codes(),
        invented.micros());
    Map<Integer, List<TouchpointId>> journeys =
        RecordsAndStreams.journeys(RecordsAndStreams.events(invented));
    Map<RecordsAndStreams.Pair, Long> arcs = RecordsAndStreams.arcs(journeys);
    Map<List<TouchpointId>, Long> variants = RecordsAndStreams.variants(journeys);

    List<Arc> found = DirectlyFollows.of(log).arcs();
    assertThat(found).hasSameSizeAs(arcs.keySet());
    assertThat(found)
        .allMatch(arc -> arcs.get(new RecordsAndStreams.Pair(arc.from(), arc.to())) == arc.count());
    List<Variant> ways = Variants.of(log).all();
    assertThat(ways).hasSameSizeAs(variants.keySet());
    assertThat(ways).allMatch(way -> variants.get(way.touchpoints()) == way.journeys());
  }

  @Test
  void theDocumentIsReadWhole() throws IOException {
    LogReading reading = XesLogReader.read(new ByteArrayInputStream(XesBenchmark.document(2_000)));

    assertThat(reading.accepted()).isEqualTo(2_000);
    assertThat(reading.rejected()).isEmpty();
  }
}
