package dev.depict.benchmarks;

import dev.depict.application.port.out.NewTask;
import dev.depict.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.List;

/** Durable ingest through the port: picture, task and event, synchronous=FULL. */
final class IngestBenchmark {
  private IngestBenchmark() {}

  static void run(Path folder) throws Exception {
    System.out.printf(
        "ingest: TaskRepository.ingest, distinct pictures of %d bytes, FULL, one task a call%n",
        Load.PICTURE_BYTES);
    for (int callers : new int[] {64, 8, 1}) {
      var load = new Load();
      int count = callers == 1 ? 4_000 : 24_000;
      try (SqliteStore store = Load.open(folder.resolve("callers-" + callers))) {
        Rounds.print(
            "%d callers, %,d tasks a round".formatted(callers, count),
            "tasks/s",
            () -> {
              List<NewTask> tasks = load.tasks(count);
              long start = System.nanoTime();
              Callers.each(callers, tasks, task -> store.tasks().ingest(List.of(task)));
              return Rounds.perSecond(count, start);
            });
      }
    }
  }
}
