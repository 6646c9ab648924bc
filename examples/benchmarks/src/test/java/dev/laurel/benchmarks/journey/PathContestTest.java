package dev.laurel.benchmarks.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contestants find the same. */
class PathContestTest {
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
