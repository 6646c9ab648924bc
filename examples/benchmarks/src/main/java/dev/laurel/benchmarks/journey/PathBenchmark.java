package dev.laurel.benchmarks.journey;

import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.Variants;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * From events in the order of time to the graph of what follows what and the exact variants, in
 * milliseconds for all events; divide by their number.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xms3g", "-Xmx3g"})
public class PathBenchmark {
  static final long SEED = 20_261_126;

  @Param({"1000000", "10000000"})
  int events;

  private InventedEvents invented = InventedEvents.of(20, SEED);
  private JourneyLog log = JourneyLog.empty();

  @Setup(Level.Trial)
  public void invent() {
    invented = InventedEvents.of(events, SEED);
    log = grouped();
  }

  /** Brings the events of each journey together. */
  @Benchmark
  public JourneyLog grouping() {
    return grouped();
  }

  @Benchmark
  public DirectlyFollows graph() {
    return DirectlyFollows.of(log);
  }

  @Benchmark
  public Variants variants() {
    return Variants.of(log);
  }

  /** All three, as a caller with events needs them. */
  @Benchmark
  public void all(Blackhole hole) {
    JourneyLog fresh = grouped();
    hole.consume(DirectlyFollows.of(fresh));
    hole.consume(Variants.of(fresh));
  }

  private JourneyLog grouped() {
    return JourneyLog.ofCodes(
        invented.journeys(),
        InventedEvents.TOUCHPOINTS,
        invented.journeyOf(),
        invented.codes(),
        invented.micros());
  }

  /** The same from records by streams; ten million of them do not fit. */
  @State(Scope.Benchmark)
  public static class Records {
    private List<RecordsAndStreams.Event> events = List.of();

    @Setup(Level.Trial)
    public void invent() {
      events = RecordsAndStreams.events(InventedEvents.of(1_000_000, SEED));
    }
  }

  /** A million events, whatever the parameter says. */
  @Benchmark
  public void millionByRecordsAndStreams(Records records, Blackhole hole) {
    Map<Integer, List<dev.laurel.journeys.identity.TouchpointId>> journeys =
        RecordsAndStreams.journeys(records.events);
    hole.consume(RecordsAndStreams.arcs(journeys));
    hole.consume(RecordsAndStreams.variants(journeys));
  }
}
