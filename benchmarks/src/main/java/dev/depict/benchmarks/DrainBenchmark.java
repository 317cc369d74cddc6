package dev.depict.benchmarks;

import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.List;

/**
 * Drain with an instant analyzer: heads, claim and end, with answer, attempt, usage, chunk, full
 * text and events.
 */
final class DrainBenchmark {
  static final int TASKS = 20_000;

  private static final int INGEST_BATCH = 500;

  private DrainBenchmark() {}

  static void run(Path folder) throws Exception {
    describe();
    try (SqliteStore store = Load.open(folder)) {
      store.queue().recover();
      measure(store, new Load());
    }
  }

  static void describe() {
    System.out.printf(
        "drain: one thread reads heads and claims %d at a time, %d threads end, FULL%n",
        Drain.BATCH, Drain.WORKERS);
  }

  /** Says how many tasks a second are drained, of those that the load brings. */
  static double measure(SqliteStore store, Load load) throws Exception {
    return Rounds.print(
        "%,d tasks a round, ingest not measured".formatted(TASKS),
        "tasks/s",
        () -> {
          ingest(store.tasks(), load.tasks(TASKS));
          long start = System.nanoTime();
          Drain.answering(store.queue()).run(TASKS);
          return Rounds.perSecond(TASKS, start);
        });
  }

  static void ingest(TaskRepository tasks, List<NewTask> load) {
    for (int i = 0; i < load.size(); i += INGEST_BATCH) {
      var _ = tasks.ingest(load.subList(i, Math.min(load.size(), i + INGEST_BATCH)));
    }
  }
}
