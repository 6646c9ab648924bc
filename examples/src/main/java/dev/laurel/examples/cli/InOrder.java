package dev.laurel.examples.cli;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ExecutionError;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Work that several threads share, and whose results come in order. */
final class InOrder {
  private InOrder() {}

  /**
   * Does the pieces of work from 0, and hands over their results in that order.
   *
   * <p>No more than one piece for each thread and one besides are under way or wait for their turn,
   * so that memory is bounded by their size. What one piece throws ends all.
   */
  static <T> void forEach(int count, int threads, IntFunction<T> work, Consumer<T> take) {
    if (threads == 1) {
      for (int piece = 0; piece < count; piece++) {
        take.accept(work.apply(piece));
      }
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(
        threads,
        new ThreadFactoryBuilder().setDaemon(true).setNameFormat("laurel-%d").build());
    try {
      ArrayDeque<Future<T>> under = new ArrayDeque<>();
      for (int piece = 0; piece < count; piece++) {
        int next = piece;
        under.add(pool.submit(() -> work.apply(next)));
        if (under.size() > threads) {
          take.accept(result(under.remove()));
        }
      }
      while (!under.isEmpty()) {
        take.accept(result(under.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return requireNonNull(Futures.getUnchecked(future), "result");
    } catch (UncheckedExecutionException | ExecutionError failure) {
      Throwables.throwIfUnchecked(requireNonNull(failure.getCause(), "cause"));
      throw failure;
    }
  }
}
