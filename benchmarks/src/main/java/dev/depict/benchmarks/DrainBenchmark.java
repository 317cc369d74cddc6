package dev.depict.benchmarks;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Drain with an instant analyzer: heads, claim and end, with answer, attempt, usage, chunk, full
 * text and events.
 */
final class DrainBenchmark {
  private static final int TASKS = 20_000;
  private static final int WORKERS = 64;
  private static final int BATCH = 64;
  private static final int INGEST_BATCH = 500;

  private static final Usage USAGE = new Usage(1_200, 90, 0, 0);
  private static final MicroDollars COST = new MicroDollars(600);

  private DrainBenchmark() {}

  static void run(Path folder) throws Exception {
    System.out.printf(
        "drain: one thread reads heads and claims %d at a time, %d threads end, FULL%n",
        BATCH, WORKERS);
    var load = new Load();
    try (SqliteStore store = Load.open(folder)) {
      store.queue().recover();
      Rounds.print(
          "%,d tasks a round, ingest not measured".formatted(TASKS),
          "tasks/s",
          () -> {
            List<NewTask> tasks = load.tasks(TASKS);
            for (int i = 0; i < TASKS; i += INGEST_BATCH) {
              store.tasks().ingest(tasks.subList(i, i + INGEST_BATCH));
            }
            long start = System.nanoTime();
            drain(store.queue());
            return Rounds.perSecond(TASKS, start);
          });
    }
  }

  private static void drain(TaskQueue queue) throws InterruptedException {
    BlockingQueue<Optional<Claim>> claims = new ArrayBlockingQueue<>(512);
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      for (int i = 0; i < WORKERS; i++) {
        workers.execute(() -> work(queue, claims));
      }
      while (true) {
        List<TaskId> heads = queue.heads(Load.KEY, BATCH).stream().map(Task::id).toList();
        if (heads.isEmpty()) {
          break;
        }
        for (Claim claim : queue.claim(heads)) {
          claims.put(Optional.of(claim));
        }
      }
      for (int i = 0; i < WORKERS; i++) {
        claims.put(Optional.empty());
      }
    }
  }

  private static void work(TaskQueue queue, BlockingQueue<Optional<Claim>> claims) {
    try {
      for (var claim = claims.take(); claim.isPresent(); claim = claims.take()) {
        queue.end(claim.get().lease(), answered(), sentNow());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Expense sentNow() {
    return Expense.of(
        InstantSource.system().instant(), new Charge.Billed(USAGE, COST, "response-id"));
  }

  private static AttemptEnd answered() {
    return new AttemptEnd.Answered(
        new AnswerId(Load.IDS.next()),
        new Depiction(
            "A red bicycle leans against a white wall in the evening sun",
            "A red bicycle with a basket leans against a white wall. The sun is low and throws a"
                + " long shadow over the pavement. A cat sits beside the front wheel.",
            List.of("bicycle", "wall", "sunset", "cat", "street", "shadow"),
            Optional.of("No parking"),
            "en"),
        new Provenance("bench", "model", "model-001", USAGE, COST));
  }
}
