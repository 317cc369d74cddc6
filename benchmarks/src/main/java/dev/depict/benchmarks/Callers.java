package dev.depict.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Platform threads that share a list of work, each waiting for one piece before it takes the next.
 */
final class Callers {
  private Callers() {}

  static <T> void each(int callers, List<T> work, Consumer<T> action) throws InterruptedException {
    var next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int n = next.getAndIncrement(); n < work.size(); n = next.getAndIncrement()) {
                  action.accept(work.get(n));
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
