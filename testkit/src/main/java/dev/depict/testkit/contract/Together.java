package dev.depict.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same on many threads at the same moment. */
final class Together {
  private Together() {}

  /** The results, in the order of the numbers 0 to count - 1. */
  static <T> List<T> run(int count, IntFunction<T> work) {
    CyclicBarrier start = new CyclicBarrier(count);
    try (var threads = Executors.newFixedThreadPool(count)) {
      List<Callable<T>> calls = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        int own = number;
        calls.add(() -> {
          start.await();
          return work.apply(own);
        });
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed", e);
    }
  }
}
