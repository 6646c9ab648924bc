package dev.laurel.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InOrderTest {
  @Test
  void resultsComeInTheOrderOfTheWorkHoweverLongItTakes() {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    List<Integer> taken = new ArrayList<>();

    InOrder.forEach(
        20,
        3,
        piece -> {
          if (piece == 0) {
            await(secondIsDone);
          } else {
            secondIsDone.countDown();
          }
          return piece * piece;
        },
        taken::add);

    assertThat(taken).startsWith(0, 1, 4, 9).hasSize(20).isSorted();
  }

  @Test
  void nobodyIsFurtherAheadThanOnePieceForEachThreadAndOne() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    InOrder.forEach(
        200,
        4,
        piece -> {
          int ahead = begun.incrementAndGet() - taken.get();
          most.accumulateAndGet(ahead, Math::max);
          return piece;
        },
        piece -> taken.incrementAndGet());

    assertThat(taken).hasValue(200);
    assertThat(most.get()).isBetween(1, 5);
  }

  @Test
  void oneThreadIsThatOfTheCaller() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    InOrder.forEach(5, 1, piece -> threads.add(Thread.currentThread()), isNew -> {});

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void whatOnePieceThrowsIsThrown() {
    Failure failure = new Failure(Failure.Exit.INPUT, "FILE_BROKEN", "file must be whole");
    List<Integer> taken = new ArrayList<>();

    assertThatThrownBy(() -> InOrder.forEach(10, 2, piece -> failing(piece, failure), taken::add))
        .isSameAs(failure);
    assertThat(taken).containsExactly(0, 1, 2);
    assertThatThrownBy(() -> InOrder.forEach(
            10, 2, piece -> failing(piece, new OutOfMemoryError("heap")), taken::add))
        .isInstanceOf(OutOfMemoryError.class);
  }

  private static int failing(int piece, Throwable failure) {
    if (piece == 3) {
      Throwables.throwIfUnchecked(failure);
    }
    return piece;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
