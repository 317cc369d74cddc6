package dev.depict.benchmarks;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Drain beside a million tasks that are ready, a million delayed ones and a million twins, against
 * drain beside none. They lie in a less urgent lane of the same key, and their pictures are small,
 * so that they fit on the disk.
 */
final class DepthBenchmark {
  private static final int MANY = Integer.getInteger("depict.benchmarks.depth", 1_000_000);
  private static final int PIECE = 50_000;
  private static final int SMALL = 64;

  private DepthBenchmark() {}

  static void run(Path folder) throws Exception {
    DrainBenchmark.describe();
    double alone;
    try (SqliteStore store = Load.open(folder.resolve("alone"))) {
      store.queue().recover();
      alone = DrainBenchmark.measure(store, new Load());
    }
    try (SqliteStore store = Load.open(folder.resolve("deep"))) {
      store.queue().recover();
      long start = System.nanoTime();
      fill(store);
      System.out.printf(
          "beside %,d ready, %,d delayed and %,d twins, made in %d s%n",
          MANY, MANY, MANY, Duration.ofNanos(System.nanoTime() - start).toSeconds());
      double deep = DrainBenchmark.measure(store, new Load());
      System.out.printf("%.2f of the rate alone%n", deep / alone);
    }
  }

  private static void fill(SqliteStore store) throws InterruptedException {
    var delayed = new Load(Lane.BULK, SMALL);
    var ready = new Load(Lane.BULK, SMALL + 1);
    var twins = new Load(Lane.BULK, SMALL + 1);
    Instant tomorrow = InstantSource.system().instant().plus(Duration.ofDays(1));
    var failure = new Failure(FailureClass.CAPACITY, "503", "the model is overloaded");
    for (int done = 0; done < MANY; done += PIECE) {
      DrainBenchmark.ingest(store.tasks(), delayed.tasks(PIECE));
      Drain.ending(store.queue(), () -> new AttemptEnd.RetryAt(failure, tomorrow)).run(PIECE);
    }
    for (int done = 0; done < MANY; done += PIECE) {
      DrainBenchmark.ingest(store.tasks(), ready.tasks(PIECE));
      DrainBenchmark.ingest(store.tasks(), twins.tasks(PIECE));
    }
  }
}
