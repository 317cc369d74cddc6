package dev.depict.benchmarks;

import dev.depict.application.port.out.NewTask;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How long it takes from an ingest to the call about its picture. */
final class LatencyBenchmark {
  private static final int WARM_UP = 300;

  /** After so many all that runs often is compiled. */
  private static final int HOT = 20_000;

  private static final int IDLE_TRIES = 500;
  private static final int BUSY_TRIES = 200;
  private static final int BACKLOG = 1_000;
  private static final int SLOTS = 16;
  private static final Duration LATENCY = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private LatencyBenchmark() {}

  /** Nothing else is due. A disk and a processor that had nothing to do for a while are slower. */
  static void idle(Path folder) throws Exception {
    System.out.printf(
        "idle: from the ingest call for one task to the provider's, nothing else due, FULL, %d"
            + " tries each; beside it fdatasync of %d KiB, as much as an ingest writes, as far"
            + " apart%n",
        IDLE_TRIES, Machine.COMMIT_BYTES >> 10);
    try (SqliteStore store = Load.open(folder);
        var works = new Works(store, Duration.ZERO, SLOTS)) {
      var load = new Load(Lane.NORMAL, Load.PICTURE_BYTES);
      measure(store, works, load, WARM_UP, PAUSE);
      idle(folder, "every 20 ms, after %,d others".formatted(WARM_UP), store, works, load, PAUSE);
      measure(store, works, load, HOT, Duration.ZERO);
      idle(folder, "every 20 ms, after %,d others".formatted(HOT), store, works, load, PAUSE);
      idle(folder, "each after the end of the one before", store, works, load, Duration.ZERO);
    }
  }

  private static void idle(
      Path folder, String when, SqliteStore store, Works works, Load load, Duration pause)
      throws Exception {
    print(when, measure(store, works, load, IDLE_TRIES, pause));
    print("  fdatasync, as far apart", Machine.commits(folder, IDLE_TRIES, pause));
  }

  /** All slots are busy with a backlog that does not end. */
  static void caller(Path folder) throws Exception {
    System.out.printf(
        "caller: the same for a caller who waits, %d slots busy with calls of %d ms, backlog %,d%n",
        SLOTS, LATENCY.toMillis(), BACKLOG);
    try (SqliteStore store = Load.open(folder);
        var works = new Works(store, LATENCY, SLOTS)) {
      var backlog = new Load(Lane.NORMAL, Load.PICTURE_BYTES);
      var callers = new Load(Lane.INTERACTIVE, Load.PICTURE_BYTES + 1);
      DrainBenchmark.ingest(store.tasks(), backlog.tasks(WARM_UP));
      measure(store, works, callers, 20, PAUSE);
      // More than is worked meanwhile, so that a thousand wait until the end.
      DrainBenchmark.ingest(store.tasks(), backlog.tasks(10 * BACKLOG));
      print(
          "from the ingest call to the provider's",
          measure(store, works, callers, BUSY_TRIES, PAUSE));
      System.out.printf("%,d tasks wait in the end%n", waiting(store));
    }
  }

  private static long waiting(SqliteStore store) {
    return store.control().counts().tasks().getOrDefault(TaskStatus.PENDING, 0L);
  }

  /**
   * @param pause after each; zero: each waits for the end of the one before
   */
  private static long[] measure(
      SqliteStore store, Works works, Load load, int tries, Duration pause)
      throws InterruptedException {
    List<NewTask> tasks = load.tasks(tries);
    long[] micros = new long[tries];
    for (int i = 0; i < tries; i++) {
      NewTask task = tasks.get(i);
      long start = System.nanoTime();
      var _ = store.tasks().ingest(List.of(task));
      micros[i] = (works.awaitCall(task.media().digest()) - start) / 1_000;
      if (pause.isPositive()) {
        Thread.sleep(pause);
      } else {
        awaitEnd(store);
      }
    }
    Arrays.sort(micros);
    return micros;
  }

  private static void awaitEnd(SqliteStore store) {
    while (running(store) > 0) {
      LockSupport.parkNanos(20_000);
    }
  }

  private static long running(SqliteStore store) {
    return store.control().counts().tasks().getOrDefault(TaskStatus.PROCESSING, 0L);
  }

  private static void print(String what, long[] micros) {
    int count = micros.length;
    System.out.printf(
        "%s, %d tries: p50 %,d µs, p99 %,d µs, most %,d µs%n",
        what, count, micros[count / 2], micros[count * 99 / 100], micros[count - 1]);
  }
}
