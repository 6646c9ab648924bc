package dev.laurel.benchmarks.journey;

import dev.laurel.core.activity.Attributes;
import dev.laurel.journeys.exchange.LogReading;
import dev.laurel.journeys.exchange.XesLogReader;
import dev.laurel.journeys.exchange.XesLogWriter;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.TouchEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A packed XES document of 262,000 events with two further attributes each, the size of the BPI
 * challenge of 2012, read into a log.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
public class XesBenchmark {
  private static final int EVENTS = 262_000;

  private byte[] document = new byte[0];

  @Setup(Level.Trial)
  public void write() throws IOException {
    document = document(EVENTS);
  }

  @Benchmark
  public LogReading read() throws IOException {
    return XesLogReader.read(new ByteArrayInputStream(document));
  }

  static byte[] document(int events) throws IOException {
    InventedEvents invented = InventedEvents.of(events, PathBenchmark.SEED);
    JourneyLog.Builder log = JourneyLog.builder();
    for (int event = 0; event < events; event++) {
      TouchEvent.Builder value = TouchEvent.builder();
      log.add(value
          .journey(JourneyId.of("case " + invented.journeyOf()[event]))
          .touchpoint(InventedEvents.TOUCHPOINTS.get(invented.codes()[event]))
          .at(Instant.EPOCH.plus(invented.micros()[event], ChronoUnit.MICROS))
          .attributes(Attributes.none()
              .with("org:resource", "r" + event % 69)
              .with("lifecycle:transition", "COMPLETE"))
          .build());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
      XesLogWriter.write(log.build(), out);
    }
    return bytes.toByteArray();
  }
}
