package dev.laurel.benchmarks.ledger;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.PointsAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of a command on a readable account by the number of lots it has ever held, of which all
 * but some are closed and remembered; in nanoseconds per command.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LotsEverHeldBenchmark {
  private static final Ledger LEDGER = Ledger.of(PackedFold.POLICY);
  private static final MemberId MEMBER = new MemberId("m-1");
  private static final LocalDate LAST_DAY = LocalDate.of(2030, 12, 31);
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  @Param({"10", "100", "1000", "10000"})
  int everHeld;

  /** How many of them are still open. */
  @Param({"10"})
  int open;

  private PointsAccount account = LEDGER.open(MEMBER, ReadableFold.STARS);
  private LedgerCommand earn = earn(-1);
  private LedgerCommand burn = burn("b-last", 150);

  @Setup(Level.Trial)
  public void build() {
    account = LEDGER.open(MEMBER, ReadableFold.STARS);
    for (int i = 0; i < everHeld; i++) {
      account = LEDGER.decide(account, earn(i)).account();
      if (i >= open) {
        account = LEDGER.decide(account, burn("b-" + i, 100)).account();
      }
    }
    earn = earn(everHeld);
    burn = burn("b-last", 150);
  }

  /** One accrual and one redemption that closes one lot and opens another. */
  @Benchmark
  @OperationsPerInvocation(2)
  public PointsAccount command() {
    return LEDGER.decide(LEDGER.decide(account, earn).account(), burn).account();
  }

  private static LedgerCommand earn(int i) {
    return ReadableFold.accrual(
        stamp("e-" + i), "lot-" + i, ReadableFold.STARS.points(100), LAST_DAY.plusDays(i % 1_000));
  }

  private static LedgerCommand burn(String name, long points) {
    return new LedgerCommand.Redeem(stamp(name), ReadableFold.STARS.points(points), "");
  }

  private static CommandStamp stamp(String name) {
    return CommandStamp.of(CommandId.of(name), MEMBER, AT);
  }
}
