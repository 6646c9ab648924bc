package dev.laurel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MoneyStepTest {
  private static final int STEPS = 100_000;

  @Test
  void aStepOnMinorUnitsAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long sum = steps();

    long before = threads.getThreadAllocatedBytes(thread);
    sum += steps();
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    // The two readings allocate a little of their own; an object per step would be 16 bytes.
    assertThat(allocated).isLessThan(STEPS);
    assertThat(sum).isPositive();
  }

  private static long steps() {
    long sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += MoneyStep.minorUnits(i * 7_919L);
    }
    return sum;
  }
}
